import { z } from 'zod'

/**
 * The fields of a body that its schema does not know and lets pass, each path once: a client may have misspelt them.
 * Objects whose schema keeps unknown keys have none, and those whose schema is closed neither: there they are refused.
 */
export const ignoredFields = (body: unknown, schema: unknown): readonly string[] => [...unknownIn(body, schema, '')]

/** The query parameters that an operation's schema does not know. */
export function ignoredParameters(query: unknown, schema: unknown): readonly string[] {
  const known = schema instanceof z.ZodObject ? schema.shape : {}
  return Object.keys(Object(query)).filter((name) => !Object.hasOwn(known, name))
}

type Found = ReadonlySet<string>

const none: Found = new Set()

function unknownIn(value: unknown, schema: unknown, path: string): Found {
  if (value === null || typeof value !== 'object') return none
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodArray) {
    return Array.isArray(value) ? joined(value.map((item) => unknownIn(item, bare.element, path))) : none
  }
  if (Array.isArray(value)) return bare instanceof z.ZodUnion ? unknownToAll(value, bare, path) : none
  if (bare instanceof z.ZodObject) return unknownInObject(value, bare, path)
  if (bare instanceof z.ZodRecord) {
    return joined(Object.entries(value).map(([key, part]) => unknownIn(part, bare.valueType, `${path}${key}.`)))
  }
  return bare instanceof z.ZodUnion ? unknownToAll(value, bare, path) : none
}

const unknownInObject = (value: object, { shape, def }: z.ZodObject, path: string): Found =>
  joined(
    Object.entries(value).map(([key, part]) => {
      if (Object.hasOwn(shape, key)) return unknownIn(part, shape[key], `${path}${key}.`)
      return def.catchall === undefined ? new Set([path + key]) : none
    }),
  )

/** What each of the schemas of which one is meant does not know: of those alone that are of the value's kind. */
function unknownToAll(value: object, { options }: z.ZodUnion, path: string): Found {
  const fitting = options.map(unwrapped).filter((option) => isOfKind(value, option))
  const [first = none, ...others] = fitting.map((option) => unknownIn(value, option, path))
  return new Set([...first].filter((field) => others.every((found) => found.has(field))))
}

const isOfKind = (value: object, schema: unknown): boolean =>
  schema instanceof z.ZodUnion ||
  (Array.isArray(value) ? schema instanceof z.ZodArray : schema instanceof z.ZodObject || schema instanceof z.ZodRecord)

const joined = (parts: readonly Found[]): Found => new Set(parts.flatMap((part) => [...part]))

/** The schema without what makes it optional or nullable, or reads it in another spelling. */
function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.out) : schema
}
