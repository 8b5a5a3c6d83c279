import { dayOf, daysWeight, dayWeight, weekdayOf, weekWeight } from './calendar.ts'
import type { Budget, Schedule } from './facts.ts'

/** How much more than its average a flexible daily budget may spend on one day. Assumed. */
const mostOfFlexible = 2

/** What a holder of a budget had spent before a day, in micro-currency. */
export interface Spending {
  /** Since its schedule began. */
  readonly total: number
  /** Since the Monday of the week. */
  readonly week: number
}

/** Tells whether what was spent before a day decides what can be spent on it. */
export const looksBack = (budget: Budget | undefined): boolean => budget !== undefined && budget.kind !== 'daily'

/**
 * Returns the most that a budget allows on a day, in micro-currency.
 *
 * A daily budget is the same each day. What is left of a lifetime budget is spread over the days that are left, by what
 * each is worth, and so is what is left of a flexible budget over its week: seven times the average, of which a day may
 * spend twice the average.
 */
export function allowanceOn(day: number, budget: Budget | undefined, schedule: Schedule, spent: Spending): number {
  if (budget === undefined) return Number.POSITIVE_INFINITY
  const { kind, amount } = budget
  if (kind === 'daily') return amount
  if (kind === 'lifetime') {
    const end = dayOf(schedule.to - 1) + 1
    return Math.max(0, (amount - spent.total) * (dayWeight(day) / daysWeight(day, end)))
  }
  const left = amount * weekWeight - spent.week
  const share = dayWeight(day) / daysWeight(day, day + 7 - weekdayOf(day))
  return Math.max(0, Math.min(amount * mostOfFlexible, left * share))
}
