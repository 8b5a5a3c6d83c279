import { z } from 'zod'
import { shortText } from './shortened.ts'

/** How many are told: who sends more has not misspelt a name. */
const most = 100
const longestName = 200

/**
 * The fields of a body that its schema does not know, each path once: what the API ignores, and a client may have
 * misspelt. Objects whose schema keeps unknown keys have none. The first hundred.
 */
export function ignoredFields(body: unknown, schema: unknown): readonly string[] {
  const found = new Set<string>()
  collect(body, schema, '', found)
  return [...found]
}

/** The query parameters that an operation's schema does not know; the first hundred. */
export function ignoredParameters(query: unknown, schema: unknown): readonly string[] {
  const known = schema instanceof z.ZodObject ? schema.shape : {}
  const ignored = Object.keys(Object(query)).filter((name) => !Object.hasOwn(known, name))
  return ignored.slice(0, most).map((name) => shortText(name, longestName))
}

function collect(value: unknown, schema: unknown, path: string, found: Set<string>): void {
  if (value === null || typeof value !== 'object' || found.size >= most) return
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodArray && Array.isArray(value)) {
    for (const item of value) collect(item, bare.element, path, found)
  } else if (bare instanceof z.ZodObject && bare.def.catchall === undefined) {
    const { shape } = bare
    for (const key in value) {
      if (found.size >= most) return
      if (!Object.hasOwn(shape, key)) found.add(path + shortText(key, longestName))
      else collect(Reflect.get(value, key), shape[key], `${path}${key}.`, found)
    }
  }
}

/** The schema without what makes it optional or nullable. */
function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema
}
