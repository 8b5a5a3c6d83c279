import { z } from 'zod'
import { Id, LongId } from './fields.ts'

/**
 * Returns the schema of an optional query parameter with several values: repeated, comma-separated, or both. Empty
 * counts as absent.
 */
export const listOf = <Item extends z.ZodType>(item: Item, limits: Limits = {}) =>
  z.preprocess(separated, limited(item, limits).optional())

/** Returns the same schema for a required parameter. */
export const requiredListOf = <Item extends z.ZodType>(item: Item, limits: Limits = {}) =>
  z.preprocess(separated, limited(item, limits))

/** Up to 250 ids to filter by. */
export const IdFilter = listOf(Id, { min: 1, max: 250 })

/** Up to 250 ids without a documented length to filter by. */
export const LongIdFilter = listOf(LongId, { min: 1, max: 250 })

/** A query parameter that is true or false in any case, as Python clients write it. */
export const QueryBoolean = z.preprocess(booleanOf, z.boolean().optional())

/** The same where it has to be sent. */
export const RequiredQueryBoolean = z.preprocess(booleanOf, z.boolean())

function booleanOf(value: unknown): unknown {
  return typeof value === 'string' ? (booleans.get(value.toLowerCase()) ?? value) : value
}

/**
 * Returns the schema of a query parameter that is an integer in a range. Empty counts as absent, and absent is
 * `otherwise`.
 */
export const queryInteger = (name: string, { min, max, otherwise }: { min: number; max: number; otherwise: number }) =>
  z.preprocess(
    (value) => (value === '' ? undefined : typeof value === 'string' && numeric.test(value) ? Number(value) : value),
    z
      .int({
        error: ({ code, input }) =>
          code === 'invalid_type' ? `Parameter '${name}' was not numeric (was ${input})` : undefined,
      })
      .min(min)
      .max(max)
      .default(otherwise),
  )

interface Limits {
  readonly min?: number
  readonly max?: number
}

function limited<Item extends z.ZodType>(item: Item, { min = 0, max }: Limits) {
  const list = z.array(item).min(min)
  return max === undefined ? list : list.max(max)
}

const numeric = /^-?\d+$/

const booleans = new Map([
  ['true', true],
  ['false', false],
])

/**
 * Returns the values of a query parameter with several values, however they were sent; undefined when there is none.
 */
export function separated(value: unknown): unknown {
  if (value === undefined) return undefined
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === 'string' ? part.split(',') : [part],
  )
  const values = parts.filter((part) => part !== '')
  return values.length === 0 ? undefined : values
}
