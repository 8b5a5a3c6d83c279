import { type Content, type Description, operationsIn, resolved, type Schema } from '#openapi/description.ts'
import written from '#openapi/openapi.json' with { type: 'json' }
import { operationOf } from '#openapi/operations.ts'
import type { Json } from './mock.ts'

/** Our document, as it is committed. */
export const openApiDocument = written as unknown as Description

/** A call that the document gives as an example. */
export interface ExampleCall {
  readonly method: string
  /** Below `/v5`, with its query. */
  readonly path: string
  readonly body: Json
  readonly headers: Readonly<Record<string, string>>
}

const basic = `Basic ${Buffer.from('app:secret').toString('base64')}`
const described = operationsIn(openApiDocument)

/** Returns the call of an operation that the document gives as an example, for a world made of `small`. */
export function exampleCall(id: string): ExampleCall {
  const { method, path, operation } = described.get(id) ?? {}
  if (operation === undefined || method === undefined || path === undefined) throw new Error(`No operation ${id}`)
  const parameters = (operation.parameters ?? []).map((one) => resolved(openApiDocument, one))
  const examples = new Map(parameters.map(({ name, example, schema }) => [name, String(example ?? schema?.example)]))
  const query = parameters
    .filter(({ in: place, required, schema }) => place === 'query' && (required || schema?.example !== undefined))
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(schema?.example))}`)
  const schema = operation.requestBody && jsonSchemaOf(resolved<Content>(openApiDocument, operation.requestBody))
  return {
    method,
    path: `${path.replaceAll(/{(\w+)}/g, (_, name) => examples.get(name) ?? '')}?${query.join('&')}`,
    body: schema && structuredClone(exampleOf(schema)),
    headers: operationOf(id).security.basic === undefined ? {} : { authorization: basic },
  }
}

/** Returns the schema of a body that is JSON. */
export const jsonSchemaOf = ({ content = {} }: Content): Schema | undefined => content['application/json']?.schema

/** The example of a schema: its own, or one made of its items'. */
function exampleOf(schema: Schema): unknown {
  const { example, items } = resolved(openApiDocument, schema)
  return example ?? (items && [exampleOf(items)])
}
