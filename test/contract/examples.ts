import {
  type Content,
  type DescribedOperation,
  type Description,
  operationsIn,
  type Parameter,
  resolved,
  type Schema,
} from '#openapi/description.ts'
import { operationOf } from '#openapi/operations.ts'

/** A call as the document gives it as an example. */
export interface ExampleCall {
  readonly id: string
  readonly method: string
  /** The path below `/v5` with its example parameters, and the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | undefined
  /** What is described of the operation. */
  readonly operation: DescribedOperation
}

/** Returns the content of a part of the document by its type. */
export const contentIn = (document: Description, part: DescribedOperation['requestBody']) =>
  part === undefined ? [] : Object.entries(resolved<Content>(document, part).content ?? {})

/** Returns the parameters of an operation, wherever they stand. */
export const parametersIn = (document: Description, { parameters = [] }: DescribedOperation): readonly Parameter[] =>
  parameters.map((parameter) => resolved<Parameter>(document, parameter))

const basic = `Basic ${Buffer.from('app:secret').toString('base64')}`

/** Returns a body as its content type writes it. */
export const written = (type: string, body: unknown): string =>
  type === 'application/json' ? JSON.stringify(body) : new URLSearchParams(body as Record<string, string>).toString()

/** Returns the example of a schema: its own, or one made of its items'. */
export function exampleOf(document: Description, schema: Schema): unknown {
  const { example, items } = resolved(document, schema)
  return example ?? (items && [exampleOf(document, items)])
}

/** Returns a value of a query as text: a list with commas, an object as JSON. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : String(value)

/** Returns for each operation of a document the call that it gives as an example. */
export const exampleCalls = (document: Description): readonly ExampleCall[] =>
  [...operationsIn(document)].map(([id, { method, path, operation }]) => {
    const parameters = parametersIn(document, operation)
    const examples = new Map(parameters.map(({ name, example }) => [name, String(example)]))
    const query = parameters
      .map(({ schema = {}, ...rest }) => ({ ...rest, sent: resolved(document, schema).example }))
      .filter(({ in: place, required, sent }) => place === 'query' && (required || sent !== undefined))
      .map(({ name, sent }) => `${name}=${encodeURIComponent(textOf(sent))}`)
    const [[type, content] = ['', undefined]] = contentIn(document, operation.requestBody)
    return {
      id,
      method,
      path: `${path.replaceAll(/{(\w+)}/g, (_, name) => examples.get(name) ?? '')}?${query.join('&')}`,
      headers: {
        authorization: operationOf(id).security.basic === undefined ? 'Bearer local' : basic,
        ...(content && { 'content-type': type }),
      },
      payload: content?.schema && written(type, exampleOf(document, content.schema)),
      operation,
    }
  })
