import type { Schema } from './description.ts'

/** Tidies a request schema: objects that reject unknown properties stay closed. */
export const tidyInput = (schema: Schema): Schema => tidied(schema, true)

/** Tidies a response schema: the generator closes every object, which clients must not rely on. */
export const tidyOutput = (schema: Schema): Schema => tidied(schema, false)

/** Removes what the generator adds: bounds of a double, closed response objects, enums without null. */
function tidied(loose: Schema, isInput: boolean): Schema {
  const tidySchema = (part: Schema): Schema => tidied(part, isInput)
  const schema = withTypedNull(loose)
  const bare = unwrapped(schema)
  if (bare !== undefined) return tidySchema(bare)
  // The generator drops the default of preprocessed values, as all query values are.
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
    ...(rest.anyOf && { anyOf: rest.anyOf.map(tidySchema) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: tidySchema(additionalProperties) }),
    ...(isInput && additionalProperties === false && { additionalProperties }),
  }
}

/**
 * Documents the texts that a value is converted from before it is validated, such as `2s` for a number of milliseconds:
 * the generator sees only what they are converted to.
 */
export const withTexts = <Part>(document: Part): Part =>
  JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    if (value === null || typeof value !== 'object' || !('x-or-text' in value)) return value
    const { 'x-or-text': _orText, description, example, default: absent, ...schema } = value as Schema
    const { oneOf, anyOf = oneOf, ...rest } = schema
    const forms = anyOf === undefined ? [schema] : [...anyOf]
    return {
      description,
      example,
      default: absent,
      ...(anyOf !== undefined && rest),
      anyOf: [...forms, { type: 'string' }],
    }
  })

/**
 * Lets the first option with a type be null in place of the union, which has none: `nullable` is defined beside a type
 * alone.
 */
function withTypedNull({ nullable, ...union }: Schema): Schema {
  const { type, anyOf = [] } = union
  const first = anyOf.find((option) => option.type !== undefined)
  if (nullable !== true || type !== undefined || first === undefined)
    return nullable === undefined ? union : { nullable, ...union }
  return { ...union, anyOf: anyOf.map((option) => (option === first ? { nullable, ...option } : option)) }
}

/** Returns the single schema in an `allOf` that has nothing beside it. */
function unwrapped({ allOf, ...beside }: Schema): Schema | undefined {
  return allOf?.length === 1 && Object.keys(beside).length === 0 ? allOf[0] : undefined
}

/** Maps the values of a record and keeps its keys. */
export const mapValues = <From, To>(
  values: Readonly<Record<string, From>>,
  become: (value: From, name: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, become(value, name)]))
