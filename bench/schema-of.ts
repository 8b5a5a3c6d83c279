/** A JSON Schema for which Fastify's compiled serializer writes that value whole: the easiest one, without choices. */
export function schemaOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null) return { type: 'null' }
  if (Array.isArray(value)) return { type: 'array', items: value.length === 0 ? {} : schemaOf(value[0]) }
  if (typeof value !== 'object') return { type: Number.isInteger(value) ? 'integer' : typeof value }
  const properties = Object.entries(value).map(([name, held]) => [name, schemaOf(held)])
  return { type: 'object', properties: Object.fromEntries(properties) }
}
