import type { Random } from '../random.ts'

/** Which of the calls that match are struck: all of them when nothing is said, and one thing is said at the most. */
export interface Trigger {
  /** The nth alone. */
  readonly nth?: number | undefined
  /** The first so many. */
  readonly first?: number | undefined
  /** Every nth. */
  readonly every?: number | undefined
  /** Each with this probability. */
  readonly probability?: number | undefined
}

/** Whether the nth call that matches is struck, counted from 1. */
export function fires({ nth, first, every, probability }: Trigger, count: number, chance: Random): boolean {
  if (nth !== undefined) return count === nth
  if (first !== undefined) return count <= first
  if (every !== undefined) return count % every === 0
  return probability === undefined || chance() < probability
}

/** How many more calls can be struck after so many that matched; undefined when there is no end to them. */
export function leftOf({ nth, first }: Trigger, count: number): number | undefined {
  if (nth !== undefined) return count < nth ? 1 : 0
  return first === undefined ? undefined : Math.max(0, first - count)
}
