import type { FastifyRequest } from 'fastify'
import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import { separated } from '#server/http/schema/query-fields.ts'
import { schemaError } from '#server/http/validation/validator.ts'
import type { DescribedOperation } from './described-operation.ts'
import type { Description } from './document.ts'
import { type JsonSchema, SchemaConverter } from './json-schema.ts'
import { issuesOf } from './validation-issues.ts'
import { parameterValidatorOf, type Validate, validatorOf } from './validators.ts'

/** A part of a request that has parameters: its name in a description, in requests, and in errors. */
const parts = [
  { place: 'path', data: 'params', name: 'params' },
  { place: 'query', data: 'query', name: 'querystring' },
] as const

/** The schemas of a request. */
interface RequestSchemas {
  /** The parameters of the path and the query, each as an object. */
  readonly parameters: readonly { readonly part: (typeof parts)[number]; readonly schema: JsonSchema }[]
  /** The body; undefined where the description has none of JSON. */
  readonly body: { readonly schema: JsonSchema; readonly isRequired: boolean } | undefined
}

/** Validates requests of an operation by its description. */
export class RequestCheck {
  readonly schemas: RequestSchemas
  #validators: { readonly parameters: readonly Validate[]; readonly body: Validate | undefined } | undefined

  constructor(description: Description, operation: DescribedOperation) {
    this.schemas = schemasOf(description, operation)
  }

  /** @throws ApiError for the first part that does not match, as for operations of this server. */
  assertValid(request: FastifyRequest): void {
    const { parameters, body } = this.schemas
    this.#validators ??= {
      parameters: parameters.map(({ schema }) => parameterValidatorOf(schema)),
      body: body && validatorOf(body.schema),
    }
    const { parameters: ofParameters, body: ofBody } = this.#validators
    for (const [index, { part, schema }] of parameters.entries()) {
      const data = withLists(Object(request[part.data]), schema)
      refuse(part.name, data, ofParameters[index]?.({ ...data }) ?? [])
    }
    if (ofBody === undefined || request.method === 'GET' || request.method === 'HEAD') return
    const { body: sent = null } = request
    if (sent !== null || body?.isRequired) refuse('body', sent, ofBody(sent))
  }
}

function refuse(part: string, data: unknown, errors: ReturnType<Validate>): void {
  if (errors.length > 0) throw schemaError(part, data, issuesOf(errors))
}

function schemasOf(description: Description, { parameters, body }: DescribedOperation): RequestSchemas {
  const converter = new SchemaConverter(description, 'request')
  return {
    parameters: parts.flatMap((part) => {
      const ofPart = parameters.filter((parameter) => parameter.in === part.place)
      return ofPart.length === 0 ? [] : [{ part, schema: converter.convert(objectOf(ofPart)) }]
    }),
    body: bodyOf(description, converter, body),
  }
}

/** Returns the schema of an object with these parameters as fields. */
const objectOf = (parameters: readonly JsonObject[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, schema = {} }) => [String(name), schema])),
  required: parameters.filter(({ required }) => required === true).map(({ name }) => String(name)),
})

const formType = 'application/x-www-form-urlencoded'

function bodyOf(
  { resolve }: Description,
  converter: SchemaConverter,
  body: JsonObject | undefined,
): RequestSchemas['body'] {
  const content = body !== undefined && isObject(body.content) ? body.content : {}
  const media = resolve(content['application/json'] ?? content[formType])
  if (!isObject(media) || media.schema === undefined) return undefined
  return { schema: converter.convert(media.schema), isRequired: body?.required === true }
}

/** Returns parameters with lists as arrays, sent repeated or comma-separated. Empty ones count as absent, as everywhere in this server. */
function withLists(data: object, schema: JsonSchema): Record<string, unknown> {
  const { properties, $defs } = Object(schema) as JsonObject
  const sent = Object.entries(data).filter(([, value]) => value !== '')
  return Object.fromEntries(
    sent.map(([name, value]) => {
      const types = typesOf(isObject(properties) ? properties[name] : undefined, $defs)
      if (types.includes('array')) return [name, separated(value)]
      // As Python clients write it.
      return [name, types.includes('boolean') && typeof value === 'string' ? value.toLowerCase() : value]
    }),
  )
}

function typesOf(schema: unknown, defs: unknown): readonly unknown[] {
  if (!isObject(schema)) return []
  const { $ref, type, anyOf, allOf } = schema
  const referred = typeof $ref === 'string' && isObject(defs) ? defs[$ref.replace('#/$defs/', '')] : undefined
  return [
    ...[type ?? []].flat(),
    ...(referred === undefined ? [] : typesOf(referred, defs)),
    ...[anyOf ?? [], allOf ?? []].flat(2).flatMap((one) => typesOf(one, defs)),
  ]
}
