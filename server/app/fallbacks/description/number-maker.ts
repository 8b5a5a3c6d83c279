import type { JsonObject } from '#server/domain/json-object.ts'
import type { Random } from '#server/domain/random.ts'
import { UnsatisfiableError } from './flat-schema.ts'

/** How far a number is from its limit where a schema has one limit, or none. */
const usualRange = 10_000

/** Unix seconds of 1 January 2026, and of half a year. */
const [firstDay, span] = [1_767_225_600, 15_768_000]

/** What a number is made for. */
interface NumberOptions {
  readonly type: 'integer' | 'number'
  /** The name of the field. */
  readonly name: string
  readonly random: Random
}

/** Makes a number within the limits of a schema: Unix seconds for a field such as `created_time`. */
export function numberFor(schema: JsonObject, { type, name, random }: NumberOptions): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const isFree = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf].every((one) => one === undefined)
  if (isFree && type === 'integer' && /_(time|at)$/.test(name)) return firstDay + Math.floor(random() * span)
  const step = typeof multipleOf === 'number' ? multipleOf : type === 'integer' ? 1 : 0.01
  const least = Math.max(numberOr(minimum, -Infinity), numberOr(exclusiveMinimum, -Infinity))
  const most = Math.min(numberOr(maximum, Infinity), numberOr(exclusiveMaximum, Infinity))
  const low = least === -Infinity ? (most === Infinity || most > 0 ? 0 : most - usualRange) : least
  const high = Math.min(most, low + usualRange)
  const [first, last] = [Math.ceil(rounded(low / step)), Math.floor(rounded(high / step))]
  const from = first * step <= numberOr(exclusiveMinimum, -Infinity) ? first + 1 : first
  const to = last * step >= numberOr(exclusiveMaximum, Infinity) ? last - 1 : last
  if (from > to) return between(low, high, type, random)
  const multiple = from + Math.floor(random() * (to - from + 1))
  return rounded(multiple * step)
}

/** Makes a number between limits that are closer to each other than a step. */
function between(low: number, high: number, type: 'integer' | 'number', random: Random): number {
  if (type === 'integer' || low > high) throw new UnsatisfiableError('No number is within its limits')
  return low + (high - low) * (0.25 + random() / 2)
}

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** Removes what binary fractions add: 0.1 × 3 is 0.3. */
const rounded = (value: number): number => Number(value.toPrecision(15))
