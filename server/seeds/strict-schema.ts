import { z } from 'zod'

const made = new WeakMap<z.ZodType, z.ZodType>()

/**
 * The schema with every object in it strict: the API lets fields pass that it does not know, and a seed, which is written
 * by hand, must not. Objects within plain unions stay as they are. Ids of schemas are left out: these are others.
 */
export function strictSchema(schema: z.ZodType): z.ZodType {
  const known = made.get(schema)
  if (known !== undefined) return known
  const { id: _, ...meta } = schema.meta() ?? {}
  const copy = copyOf(schema)
  const described = copy === schema || Object.keys(meta).length === 0 ? copy : copy.meta(meta)
  made.set(schema, described)
  return described
}

function copyOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const { catchall = z.never() } = schema.def
    const shape = Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, within(field)]))
    return z.core.clone(schema, { ...schema.def, shape, catchall })
  }
  if (schema instanceof z.ZodArray) return z.core.clone(schema, { ...schema.def, element: within(schema.def.element) })
  if (schema instanceof z.ZodOptional) return z.core.clone(schema, innerOf(schema.def))
  if (schema instanceof z.ZodNullable) return z.core.clone(schema, innerOf(schema.def))
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return z.core.clone(schema, { ...schema.def, options: schema.def.options.map(within) })
  }
  return schema
}

const innerOf = <Def extends { innerType: z.core.$ZodType }>(def: Def): Def => ({
  ...def,
  innerType: within(def.innerType),
})

/** Every schema here is one of zod's classic ones; its own types say less of what is within. */
const within = (schema: unknown): z.ZodType => (schema instanceof z.ZodType ? strictSchema(schema) : z.never())
