import type { JsonObject } from '#server/domain/json-object.ts'
import type { JsonSchema } from './json-schema.ts'

/** Returns a schema; one that matches everything where there is none. */
export const schemaOr = (schema: unknown): JsonSchema => (schema === undefined ? true : (schema as JsonSchema))

/** Returns the type of a schema that names none. */
export function impliedType(flat: JsonObject): string {
  if (flat.properties !== undefined || flat.required !== undefined || flat.additionalProperties !== undefined)
    return 'object'
  if (flat.items !== undefined || flat.minItems !== undefined) return 'array'
  if (flat.minimum !== undefined || flat.maximum !== undefined || flat.multipleOf !== undefined) return 'number'
  return flat.minProperties === undefined ? 'string' : 'object'
}

/** Returns whether a value is of a type that a schema declares. */
export function isOfType(value: unknown, type: string, { type: declared }: JsonObject): boolean {
  if (declared === undefined) return true
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  if (type === 'integer') return Number.isInteger(value)
  return own === type
}
