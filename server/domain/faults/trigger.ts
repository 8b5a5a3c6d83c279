import type { Random } from '../random.ts'

/** Which of the matching calls a fault applies to: all without a condition; at most one condition is set. */
export interface Trigger {
  /** Only the nth. */
  readonly nth?: number | undefined
  /** The first n. */
  readonly first?: number | undefined
  /** Every nth. */
  readonly every?: number | undefined
  /** Each with this probability. */
  readonly probability?: number | undefined
}

/** Tells whether a fault applies to the nth matching call, counted from 1. */
export function fires({ nth, first, every, probability }: Trigger, count: number, chance: Random): boolean {
  if (nth !== undefined) return count === nth
  if (first !== undefined) return count <= first
  if (every !== undefined) return count % every === 0
  return probability === undefined || chance() < probability
}

/** Returns how many more calls a fault can apply to after that many matches; undefined without a bound. */
export function leftOf({ nth, first }: Trigger, count: number): number | undefined {
  if (nth !== undefined) return count < nth ? 1 : 0
  return first === undefined ? undefined : Math.max(0, first - count)
}
