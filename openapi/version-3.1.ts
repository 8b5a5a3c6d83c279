import type { Description } from './description.ts'

/** A part of a document, of any kind. */
type Part = Readonly<Record<string, unknown>>

/** Returns an OpenAPI 3.0 document as OpenAPI 3.1: null is a type, bounds are numbers, and schemas have lists of examples. */
export const asVersion31 = (document: Description): object => ({
  ...(converted(document, false) as object),
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
})

/** Names under which schemas stand, and names under which maps of them do. */
const schemaKeys = new Set(['schema', 'items', 'additionalProperties', 'allOf', 'anyOf', 'oneOf'])
const mapKeys = new Set(['properties', 'schemas'])

function converted(part: unknown, isSchema: boolean): unknown {
  if (Array.isArray(part)) return part.map((one) => converted(one, isSchema))
  if (part === null || typeof part !== 'object') return part
  const entries = Object.entries(part).map(([key, value]) => {
    if (['example', 'examples', 'default', 'enum', 'mapping'].includes(key)) return [key, value]
    if (mapKeys.has(key)) return [key, mapped(value)]
    return [key, converted(value, schemaKeys.has(key))]
  })
  const rewritten = Object.fromEntries(entries) as Part
  return isSchema ? schemaOf(rewritten) : rewritten
}

const mapped = (schemas: unknown): object =>
  Object.fromEntries(Object.entries(schemas as Part).map(([name, schema]) => [name, converted(schema, true)]))

function schemaOf({ nullable, example, exclusiveMinimum, minimum, ...schema }: Part): Part {
  const bounds = exclusiveMinimum === true ? { exclusiveMinimum: minimum } : minimum === undefined ? {} : { minimum }
  const examples = example === undefined ? {} : { examples: [example] }
  if (nullable !== true) return { ...schema, ...bounds, ...examples }
  const { allOf, type, ...words } = schema
  if (allOf !== undefined) return { ...words, anyOf: [...(allOf as unknown[]), { type: 'null' }], ...examples }
  return { ...words, type: [type, 'null'], ...bounds, ...examples }
}
