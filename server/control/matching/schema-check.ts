import { z } from 'zod'
import type { Operation } from '#openapi/operations.ts'
import type { CallMatch } from '#server/domain/matching/call-match.ts'
import { stepsOf } from '#server/domain/matching/json-path.ts'
import { nearest } from '#server/http/nearest.ts'
import { type RequestSchema, requestSchemas } from '#server/registry/request-schemas.ts'
import { shapeOfValue, type Walked, walk } from './body-shape.ts'
import { describe } from './operation-conditions.ts'

/** The most operations whose schemas are looked at: with more, nearly everything fits one of them. */
const maxOperations = 20

/** A reason why a match can never be met, or warnings. */
export interface MatchCheck {
  readonly reason?: string | undefined
  readonly warnings: readonly string[]
}

const nothing: MatchCheck = { warnings: [] }

/** Compares a match with what operations take: its path into the body, its value there, and its parameters. */
export async function checkSchemas(match: CallMatch, operations: readonly Operation[]): Promise<MatchCheck> {
  const looksAtPath = match.body_path !== undefined || match.body_equals !== undefined
  const looksAtQuery = match.query !== undefined || match.ad_account !== undefined
  if (operations.length > maxOperations || !(looksAtPath || looksAtQuery)) return nothing
  const schemas = await requestSchemas(operations.map(({ id }) => id))
  // What is not implemented is not known.
  if (operations.some(({ id }) => !schemas.has(id))) return nothing
  const reason = looksAtPath ? reasonOfBody(match, operations, schemas) : undefined
  const warnings = [...bodyWarnings(match, operations, schemas), ...queryWarnings(match, operations, schemas)]
  return { reason: reason ?? reasonOfAccount(match, operations, schemas), warnings }
}

type Schemas = ReadonlyMap<string, RequestSchema>

function reasonOfBody(match: CallMatch, operations: readonly Operation[], schemas: Schemas): string | undefined {
  const path = stepsOf(match.body_path ?? '')
  const walks = operations.flatMap(({ id }) => {
    const body = schemas.get(id)?.body
    return body === undefined ? [] : { body, walked: walk(body, path) }
  })
  if (walks.length < operations.length) return undefined
  if (walks.every(({ walked }) => walked.steps < path.length)) {
    const [{ body, walked } = { body: undefined, walked: undefined }] = walks
    if (body === undefined || walked === undefined) return undefined
    return `body_path: ${match.body_path} leads nowhere in a body of ${describe(operations)}${hintOf(body, path, walked)}`
  }
  if (match.body_equals === undefined || walks.some(({ walked }) => mayEqual(walked, path, match.body_equals))) {
    return undefined
  }
  const shapes = [...new Set(walks.flatMap(({ walked }) => [...walked.shapes]))]
  const place = match.body_path ?? 'the body'
  return `body_equals: ${place} of ${describe(operations)} is ${shapes.map(named).join(' or ')}, and never ${JSON.stringify(match.body_equals)}`
}

const named = (shape: string): string => (shape === 'object' ? 'an object' : `a ${shape}`)

const mayEqual = ({ shapes, steps }: Walked, path: readonly string[], value: unknown): boolean =>
  steps === path.length && (shapes.has('any') || value === null || shapes.has(shapeOfValue(value)))

/** Returns what the path may have been meant as: with a step into a list, or without one. */
function hintOf(body: z.ZodType, path: readonly string[], { steps, shapes }: Walked): string {
  const before = path.slice(0, steps)
  const candidates = [
    ...(shapes.has('list') ? [[...before, '*', ...path.slice(steps)]] : []),
    [...before, ...path.slice(steps + 1)],
  ]
  const meant = candidates.find((one) => {
    const walked = walk(body, one)
    return one.length > 0 && walked.steps === one.length && walked.unknown === undefined
  })
  return meant === undefined ? '' : `. Did you mean ${written(meant)}?`
}

/** Writes a path: names after points, indexes in brackets. */
const written = (path: readonly string[]): string =>
  path
    .map((step) => (/^(?:\*|\d+)$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')

function bodyWarnings({ body_path }: CallMatch, operations: readonly Operation[], schemas: Schemas): string[] {
  if (body_path === undefined) return []
  const walks = operations.map(({ id }) => {
    const body = schemas.get(id)?.body
    return body && walk(body, stepsOf(body_path)).unknown
  })
  const [unknown] = walks
  if (unknown === undefined || walks.includes(undefined)) return []
  const { field, fields } = unknown
  return [`no body of ${describe(operations)} has the field ${field}, which the API lets pass${near(field, fields)}`]
}

function queryWarnings({ query = {} }: CallMatch, operations: readonly Operation[], schemas: Schemas): string[] {
  const parameters = operations.flatMap(({ id }) => parametersOf(schemas.get(id)))
  return Object.keys(query)
    .filter((name) => query[name] !== null && !parameters.includes(name))
    .map((name) => `no query of ${describe(operations)} has ${name}, which the API lets pass${near(name, parameters)}`)
}

function reasonOfAccount({ ad_account }: CallMatch, operations: readonly Operation[], schemas: Schemas) {
  const hasAccount = ({ id, path }: Operation): boolean =>
    path.includes('{ad_account_id}') || parametersOf(schemas.get(id)).includes('ad_account_id')
  if (ad_account === undefined || operations.some(hasAccount)) return undefined
  return `without an ad account in path or query: ${describe(operations)}`
}

function parametersOf({ querystring }: RequestSchema = {}): readonly string[] {
  const schema = querystring instanceof z.ZodPipe ? querystring.out : querystring
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

const near = (name: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `. Did you mean ${nearest(name, names)}?`
