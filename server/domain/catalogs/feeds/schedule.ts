import { ZonedDays } from '#server/domain/time/zoned-days.ts'

/** When a feed is processed each day: the time on the clocks of a time zone. */
export interface FeedSchedule {
  /** `15:56` */
  readonly time: string
  readonly timezone?: string | null | undefined
}

/** The seconds of a day in UTC. */
export const daySeconds = 86_400
const zones = new Map<string, ZonedDays>()

function daysIn(zone: string): ZonedDays {
  const days = zones.get(zone) ?? new ZonedDays(zone)
  zones.set(zone, days)
  return days
}

/**
 * Returns the next moment after another at which a feed is processed, in Unix seconds. A feed without a schedule is
 * processed once a day, at the time of day at which it was created.
 */
export function nextProcessing(schedule: FeedSchedule | null, created: number, after: number): number {
  if (schedule === null) return created + (Math.floor((after - created) / daySeconds) + 1) * daySeconds
  const [hours = 0, minutes = 0] = schedule.time.split(':').map(Number)
  const wall = hours * 3600 + minutes * 60
  const days = daysIn(schedule.timezone ?? 'Etc/UTC')
  const today = Math.floor(days.wallSecondsAt(after) / daySeconds)
  // The time of a day that clocks are put forward may come an hour late: the day after the next is always enough.
  for (let day = today - 1; ; day++) {
    const moment = momentOf(days, day, wall)
    if (moment > after) return moment
  }
}

/** Returns the moment at which clocks show a time of a day, or the first one after it where they skip it. */
function momentOf(days: ZonedDays, day: number, wall: number): number {
  const start = days.startOf(day)
  const shown = day * daySeconds + wall
  const guess = start + wall
  const corrected = guess + (shown - days.wallSecondsAt(guess))
  return days.wallSecondsAt(corrected) === shown ? corrected : guess
}
