import { z } from 'zod'

const strictCopies = new WeakMap<z.ZodType, z.ZodType>()

/**
 * Returns the schema with every object in it strict: the API ignores unknown fields, but a seed, which is written by
 * hand, must not have any. Objects within plain unions stay as they are. Schema ids are dropped, since these are other
 * schemas.
 */
export function strictSchema(schema: z.ZodType): z.ZodType {
  const existing = strictCopies.get(schema)
  if (existing !== undefined) return existing
  const { id: _, ...meta } = schema.meta() ?? {}
  const copy = copyOf(schema)
  const described = copy === schema || Object.keys(meta).length === 0 ? copy : copy.meta(meta)
  strictCopies.set(schema, described)
  return described
}

function copyOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const { catchall = z.never() } = schema.def
    const shape = Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, strictPart(field)]))
    return z.core.clone(schema, { ...schema.def, shape, catchall })
  }
  if (schema instanceof z.ZodArray)
    return z.core.clone(schema, { ...schema.def, element: strictPart(schema.def.element) })
  if (schema instanceof z.ZodOptional) return z.core.clone(schema, innerOf(schema.def))
  if (schema instanceof z.ZodNullable) return z.core.clone(schema, innerOf(schema.def))
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return z.core.clone(schema, { ...schema.def, options: schema.def.options.map(strictPart) })
  }
  return schema
}

const innerOf = <Def extends { innerType: z.core.$ZodType }>(def: Def): Def => ({
  ...def,
  innerType: strictPart(def.innerType),
})

/** Every schema here is one of zod's classic types; the core types do not expose their parts. */
const strictPart = (schema: unknown): z.ZodType => (schema instanceof z.ZodType ? strictSchema(schema) : z.never())
