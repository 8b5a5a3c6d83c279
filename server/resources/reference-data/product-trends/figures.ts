import { dateTimeOf } from '#server/domain/time/clock.ts'
import { endOfWeek, lastWeekAt, total, volumesUntil } from '../trending-keywords/volume.ts'

const month = 4

/** The weekly volumes of what a trend is about, of an audience. */
export interface Followed {
  readonly word: string
  readonly audience: string
  /** Unix seconds. */
  readonly now: number
}

/** Returns the volume of the last four weeks. */
export const monthlyVolume = ({ word, audience, now }: Followed): number =>
  total(volumesUntil(word, audience, lastWeekAt(now), month))

/** Returns the growth of the last four weeks over the four before, in percent. */
export function monthlyGrowth({ word, audience, now }: Followed): number {
  const volumes = volumesUntil(word, audience, lastWeekAt(now), 2 * month)
  return (total(volumes.slice(-month)) / total(volumes.slice(0, month)) - 1) * 100
}

/** Returns the volumes of weeks in percent of their peak, by the last day of each week. */
export function weeklySeries({ word, audience, now }: Followed, weeks: number): Record<string, number> {
  const last = lastWeekAt(now)
  const volumes = volumesUntil(word, audience, last, weeks)
  const peak = Math.max(...volumes)
  return Object.fromEntries(
    volumes.map((volume, index) => [
      dateTimeOf(endOfWeek(last - weeks + 1 + index) * 1000).slice(0, 10),
      Math.round((100 * volume) / peak),
    ]),
  )
}
