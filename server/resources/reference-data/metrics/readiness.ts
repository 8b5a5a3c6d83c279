import { secondsOfDay } from '#server/domain/time/clock.ts'

const hour = 3600
const day = 24 * hour

/**
 * The time from the end of a day until its figures are final: a decision of this project. Conversions are reported
 * late.
 */
const settled = { nonConversions: 12 * hour, conversions: 48 * hour }

/** Returns whether the figures of a day in UTC (`2026-06-01`) are final at a time in Unix seconds. */
export function readyState(date: string, now: number) {
  const over = secondsOfDay(date) + day
  return {
    conversion_metrics_ready: now >= over + settled.conversions,
    non_conversion_metrics_ready: now >= over + settled.nonConversions,
  }
}
