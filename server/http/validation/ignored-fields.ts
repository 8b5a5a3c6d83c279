import { z } from 'zod'
import { truncatedText } from '#server/domain/truncate.ts'

/** The number of names that are reported: a client that sends more has not merely misspelt one. */
const limit = 100
const longestName = 200

/**
 * Returns the fields of a body that its schema does not have but ignores, each path once, a hundred at most: the client
 * may have misspelt them. Objects whose schema stores unknown keys have none; closed objects refuse them instead.
 */
export function ignoredFields(body: unknown, schema: unknown): readonly string[] {
  const found = new Set<string>()
  collect(body, schema, '', { found, limit })
  return [...found]
}

/** Returns the query parameters that an operation's schema does not have, a hundred at most. */
export function ignoredParameters(query: unknown, schema: unknown): readonly string[] {
  const parameters = schema instanceof z.ZodObject ? schema.shape : {}
  const ignored = Object.keys(Object(query)).filter((name) => !Object.hasOwn(parameters, name))
  return ignored.slice(0, limit).map((name) => truncatedText(name, longestName))
}

/** The fields found in a walk, and how many end it. */
interface Collector {
  readonly found: Set<string>
  readonly limit: number
}

function collect(value: unknown, schema: unknown, path: string, collector: Collector): void {
  if (value === null || typeof value !== 'object' || collector.found.size >= collector.limit) return
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodUnion) collectUnknownToAll(value, bare, path, collector)
  else if (Array.isArray(value)) {
    if (!(bare instanceof z.ZodArray)) return
    for (const item of value) {
      if (collector.found.size >= collector.limit) return
      collect(item, bare.element, path, collector)
    }
  } else if (bare instanceof z.ZodObject) collectInObject(value, bare, path, collector)
  else if (bare instanceof z.ZodRecord) {
    for (const key in value) {
      if (collector.found.size >= collector.limit) return
      collect(Reflect.get(value, key), bare.valueType, `${path}${truncatedText(key, longestName)}.`, collector)
    }
  }
}

function collectInObject(value: object, { shape, def }: z.ZodObject, path: string, collector: Collector): void {
  for (const key in value) {
    if (collector.found.size >= collector.limit) return
    if (Object.hasOwn(shape, key)) collect(Reflect.get(value, key), shape[key], `${path}${key}.`, collector)
    else if (def.catchall === undefined) collector.found.add(path + truncatedText(key, longestName))
  }
}

/** Adds the fields that no option of a union has. Only options of the value's kind count. */
function collectUnknownToAll(value: object, { options }: z.ZodUnion, path: string, collector: Collector): void {
  const fitting = options.map(unwrapped).filter((option) => isOfKind(value, option))
  // Without a limit: a field beyond the first hundred of one option may be unknown to all.
  const [first, ...others] = fitting.map((option) => {
    const found = new Set<string>()
    collect(value, option, path, { found, limit: Number.POSITIVE_INFINITY })
    return found
  })
  for (const field of first ?? []) {
    if (collector.found.size >= collector.limit) return
    if (others.every((found) => found.has(field))) collector.found.add(field)
  }
}

const isOfKind = (value: object, schema: unknown): boolean =>
  schema instanceof z.ZodUnion ||
  (Array.isArray(value) ? schema instanceof z.ZodArray : schema instanceof z.ZodObject || schema instanceof z.ZodRecord)

/** Returns the schema without its optional, nullable, default and preprocessing wrappers. */
export function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.out) : schema
}
