import { z } from 'zod'
import { truncatedText } from '#server/domain/truncate.ts'

/** How many are told: who sends more has not misspelt a name. */
const most = 100
const longestName = 200

/**
 * The fields of a body that its schema does not know and lets pass, each path once: a client may have misspelt them.
 * Objects whose schema keeps unknown keys have none, and those whose schema is closed neither: there they are refused.
 * The first hundred.
 */
export function ignoredFields(body: unknown, schema: unknown): readonly string[] {
  const found = new Set<string>()
  collect(body, schema, '', { found, most })
  return [...found]
}

/** The query parameters that an operation's schema does not know; the first hundred. */
export function ignoredParameters(query: unknown, schema: unknown): readonly string[] {
  const known = schema instanceof z.ZodObject ? schema.shape : {}
  const ignored = Object.keys(Object(query)).filter((name) => !Object.hasOwn(known, name))
  return ignored.slice(0, most).map((name) => truncatedText(name, longestName))
}

/** What is found, and when that is enough. */
interface Catch {
  readonly found: Set<string>
  readonly most: number
}

function collect(value: unknown, schema: unknown, path: string, into: Catch): void {
  if (value === null || typeof value !== 'object' || into.found.size >= into.most) return
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodUnion) collectUnknownToAll(value, bare, path, into)
  else if (Array.isArray(value)) {
    if (!(bare instanceof z.ZodArray)) return
    for (const item of value) {
      if (into.found.size >= into.most) return
      collect(item, bare.element, path, into)
    }
  } else if (bare instanceof z.ZodObject) collectInObject(value, bare, path, into)
  else if (bare instanceof z.ZodRecord) {
    for (const key in value) {
      if (into.found.size >= into.most) return
      collect(Reflect.get(value, key), bare.valueType, `${path}${truncatedText(key, longestName)}.`, into)
    }
  }
}

function collectInObject(value: object, { shape, def }: z.ZodObject, path: string, into: Catch): void {
  for (const key in value) {
    if (into.found.size >= into.most) return
    if (Object.hasOwn(shape, key)) collect(Reflect.get(value, key), shape[key], `${path}${key}.`, into)
    else if (def.catchall === undefined) into.found.add(path + truncatedText(key, longestName))
  }
}

/** What none of the schemas of which one is meant knows: of those alone that are of the value's kind. */
function collectUnknownToAll(value: object, { options }: z.ZodUnion, path: string, into: Catch): void {
  const fitting = options.map(unwrapped).filter((option) => isOfKind(value, option))
  // All that each does not know: of the first hundred of one, another may know every one.
  const [first, ...others] = fitting.map((option) => {
    const found = new Set<string>()
    collect(value, option, path, { found, most: Number.POSITIVE_INFINITY })
    return found
  })
  for (const field of first ?? []) {
    if (into.found.size >= into.most) return
    if (others.every((found) => found.has(field))) into.found.add(field)
  }
}

const isOfKind = (value: object, schema: unknown): boolean =>
  schema instanceof z.ZodUnion ||
  (Array.isArray(value) ? schema instanceof z.ZodArray : schema instanceof z.ZodObject || schema instanceof z.ZodRecord)

/** The schema without what makes it optional or nullable, or reads it in another spelling. */
function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.out) : schema
}
