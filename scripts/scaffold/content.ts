import { type Content, type Description, type Parameter, resolved, type Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import type { NamedOperation } from './operations-of.ts'

/** Returns the schema of an operation's JSON body, if it has one. */
export const bodyOf = (description: Description, { operation }: NamedOperation): Schema | undefined =>
  contentSchema(description, operation.requestBody)

/** Returns the schema of what an operation answers when all is well. */
export function answerOf(description: Description, { operation }: NamedOperation): Schema | undefined {
  const status = Object.keys(operation.responses).find((name) => name.startsWith('2'))
  return status === undefined ? undefined : contentSchema(description, operation.responses[status])
}

/** Returns the parameters of an operation's query. */
export const queryOf = (description: Description, { operation }: NamedOperation): readonly Parameter[] =>
  parametersOf(description, { operation }).filter((parameter) => parameter.in === 'query')

/** Returns the parameters of an operation, in its path and its query. */
export const parametersOf = (
  description: Description,
  { operation }: Pick<NamedOperation, 'operation'>,
): readonly Parameter[] => (operation.parameters ?? []).map((parameter) => resolved<Parameter>(description, parameter))

/** Returns the code of the error that an operation answers where there is no entity of an id. */
export function notFoundCode(description: Description, operation: NamedOperation | undefined): number | undefined {
  const response = operation?.operation.responses[404]
  if (response === undefined) return undefined
  const { content = {} } = resolved<Content>(description, response)
  const [{ example } = {}] = Object.values(content) as { example?: { code?: unknown } }[]
  return typeof example?.code === 'number' ? example.code : undefined
}

function contentSchema(description: Description, part: Content | { $ref: string } | undefined): Schema | undefined {
  if (part === undefined) return undefined
  const { schema } = resolved<Content>(description, part).content?.['application/json'] ?? {}
  return schema
}

/** Returns the schema of the items of an array, or of the first property that is an array of objects. */
export function itemsOf(description: Description, schema: Schema): { name: string; items: Schema } | undefined {
  const { items, properties = {} } = flattened(description, schema)
  if (items !== undefined) return { name: '', items }
  for (const [name, part] of Object.entries(properties)) {
    const { items: within } = flattened(description, part)
    if (within !== undefined && isObject(flattened(description, within))) return { name, items: within }
  }
  return undefined
}

const isObject = ({ properties, oneOf, anyOf }: Schema): boolean => (properties ?? oneOf ?? anyOf) !== undefined
