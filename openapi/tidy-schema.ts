import type { Schema } from './description.ts'

/** Tidies schemas of what is sent: objects stay closed that refuse what they do not know. */
export const tidyInput = (schema: Schema): Schema => tidied(schema, true)

/** Tidies schemas of what is answered: the generator closes every object of an answer, and clients must not rely on that. */
export const tidyOutput = (schema: Schema): Schema => tidied(schema, false)

/** A schema without what the generator adds of its own: bounds of a double, closed answers, enums that forget null. */
function tidied(schema: Schema, isInput: boolean): Schema {
  const tidySchema = (part: Schema): Schema => tidied(part, isInput)
  const bare = unwrapped(schema)
  if (bare !== undefined) return tidySchema(bare)
  // The generator drops the default of whatever is preprocessed, as all that stands in a query is.
  const { minimum, maximum, minItems, additionalProperties, 'x-default': absent, ...rest } = schema
  const isWide = maximum === Number.MAX_SAFE_INTEGER
  return {
    ...rest,
    ...(absent !== undefined && { default: absent }),
    ...(isWide && { format: 'int64' }),
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && !isWide && { maximum }),
    ...(minItems !== undefined && minItems > 0 && { minItems }),
    ...(rest.nullable && rest.enum && { enum: [...new Set([...rest.enum, null])] }),
    ...(rest.properties && { properties: mapValues(rest.properties, tidySchema) }),
    ...(rest.items && { items: tidySchema(rest.items) }),
    ...(rest.nullable && (rest.allOf || rest.oneOf) && { type: 'object' }),
    ...(rest.allOf && { allOf: rest.allOf.map(tidySchema) }),
    ...(rest.oneOf && { oneOf: rest.oneOf.map(tidySchema) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: tidySchema(additionalProperties) }),
    ...(isInput && additionalProperties === false && { additionalProperties }),
  }
}

/** A reference that is wrapped for nothing: `allOf` is there for what stands beside it. */
function unwrapped({ allOf, ...beside }: Schema): Schema | undefined {
  return allOf?.length === 1 && Object.keys(beside).length === 0 ? allOf[0] : undefined
}

/** The same names with what becomes of their values. */
export const mapValues = <From, To>(
  values: Readonly<Record<string, From>>,
  become: (value: From, name: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, become(value, name)]))
