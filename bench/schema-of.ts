/**
 * Returns a JSON Schema with which Fastify's compiled serializer writes a value whole: the simplest one, without
 * alternatives.
 */
export function schemaOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null) return { type: 'null' }
  if (Array.isArray(value)) return { type: 'array', items: value.length === 0 ? {} : schemaOf(value[0]) }
  if (typeof value !== 'object') return { type: Number.isInteger(value) ? 'integer' : typeof value }
  const properties = Object.entries(value).map(([name, held]) => [name, schemaOf(held)])
  return { type: 'object', properties: Object.fromEntries(properties) }
}
