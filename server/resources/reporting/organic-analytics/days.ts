import { dayOf, daySeconds } from '#server/domain/delivery/calendar.ts'
import { type OrganicCount, organicCounts } from '#server/domain/delivery/organic.ts'
import { isoOf, secondsOfDay } from '#server/domain/time/clock.ts'
import type { World } from '#server/worlds/world.ts'
import { deliverySettings } from '../delivery/settings.ts'
import { metricOf, type OrganicMetric, type OrganicSums } from './metrics.ts'
import type { dataStatuses } from './response-schema.ts'

/** The figures of one day. */
export interface DayFigures {
  readonly day: number
  readonly sums: OrganicSums
}

type DataStatus = (typeof dataStatuses)[number]

/** Returns the days from one date to another, both included. */
export function daysBetween(start_date: string, end_date: string): readonly number[] {
  const [first, last] = [dayOf(secondsOfDay(start_date)), dayOf(secondsOfDay(end_date))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Counts of nothing. */
export const noSums = (): Record<OrganicCount, number> =>
  Object.fromEntries(organicCounts.map((name) => [name, 0])) as Record<OrganicCount, number>

/** Returns counts added up. */
export function added(all: readonly OrganicSums[]): OrganicSums {
  const total = noSums()
  for (const sums of all) for (const name of organicCounts) total[name] += sums[name]
  return total
}

/** Returns metrics by name. */
export const metricsOf = (names: readonly OrganicMetric[], sums: OrganicSums): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, metricOf(name, sums)]))

/** Returns the state of a day's figures: they are ready when the day and the world's lag are over. */
export function statusOf(world: World, day: number, begin: number, before: DataStatus): DataStatus {
  if (day < dayOf(begin)) return before
  const ready = (day + 1) * daySeconds + deliverySettings(world).ready_after
  return world.clock.seconds() >= ready ? 'READY' : 'PROCESSING'
}

/** Returns the entries of days, each with the metrics of those on which there can be any. */
export const dailyMetrics = (
  world: World,
  days: readonly DayFigures[],
  names: readonly OrganicMetric[],
  { begin, before }: { readonly begin: number; readonly before: DataStatus },
) =>
  days.map(({ day, sums }) => {
    const data_status = statusOf(world, day, begin, before)
    const date = isoOf(day * daySeconds * 1000).slice(0, 10)
    return { date, data_status, metrics: data_status === before ? {} : metricsOf(names, sums) }
  })
