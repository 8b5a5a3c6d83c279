import { z } from 'zod'
import { isObject } from '#server/domain/json-object.ts'
import { unwrapped } from '#server/seeds/schema.ts'

/** Returns the part of a value that a schema knows. */
type Fit = (value: unknown) => unknown

const asItIs: Fit = (value) => value
const fits = new WeakMap<object, Fit>()

/**
 * Returns the function that reduces values to what a schema knows: an answer has fields that no creation takes, and null
 * where nothing was sent. Made once for each schema.
 */
export function fitOf(schema: unknown): Fit {
  if (typeof schema !== 'object' || schema === null) return asItIs
  const known = fits.get(schema)
  if (known !== undefined) return known
  // Set before it is made, for schemas within themselves.
  fits.set(schema, (value) => made(value))
  const made = makeFit(unwrapped(schema))
  fits.set(schema, made)
  return made
}

function makeFit(bare: unknown): Fit {
  if (bare instanceof z.ZodArray) {
    const element = fitOf(bare.element)
    return (value) => (Array.isArray(value) ? value.map(element) : value)
  }
  if (bare instanceof z.ZodUnion) return fitOfUnion(bare.options as readonly z.ZodType[])
  if (bare instanceof z.ZodRecord) {
    const inner = fitOf(bare.valueType)
    return (value) =>
      isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one)])) : value
  }
  if (!(bare instanceof z.ZodObject)) return asItIs
  const fields = Object.entries(bare.shape as Readonly<Record<string, z.ZodType>>).map(([key, field]) => ({
    key,
    fit: fitOf(field),
    acceptsNull: field.safeParse(null).success,
  }))
  return (value) => {
    if (!isObject(value)) return value
    const known: Record<string, unknown> = {}
    for (const { key, fit, acceptsNull } of fields) {
      const inner = value[key]
      if (inner !== undefined && (inner !== null || acceptsNull)) known[key] = fit(inner)
    }
    return known
  }
}

/** Returns the fit to the first option that takes the value. */
const fitOfUnion =
  (options: readonly z.ZodType[]): Fit =>
  (value) => {
    for (const option of options) {
      const candidate = fitOf(option)(value)
      if (option.safeParse(candidate).success) return candidate
    }
    return value
  }
