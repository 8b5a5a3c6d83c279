import { z } from 'zod'
import { unwrapped } from '#server/seeds/schema.ts'

/**
 * Returns the part of a value that a schema knows: an answer has fields that no creation takes, and null where nothing
 * was sent.
 */
export function fitted(schema: unknown, value: unknown): unknown {
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => fitted(bare.element, item))
  if (bare instanceof z.ZodUnion) return fittedToOption(bare.options, value)
  if (!isObject(value)) return value
  if (bare instanceof z.ZodRecord) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fitted(bare.valueType, one)]))
  }
  if (!(bare instanceof z.ZodObject)) return value
  return Object.fromEntries(
    Object.entries(bare.shape).flatMap(([key, field]) => {
      const inner = value[key]
      if (inner === undefined || (inner === null && !acceptsNull(field))) return []
      return [[key, fitted(field, inner)]]
    }),
  )
}

function fittedToOption(options: readonly unknown[], value: unknown): unknown {
  for (const option of options) {
    const candidate = fitted(option, value)
    if ((option as z.ZodType).safeParse(candidate).success) return candidate
  }
  return value
}

const acceptsNull = (schema: unknown): boolean => (schema as z.ZodType).safeParse(null).success

/** Whether a value is an object with fields. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
