const daySeconds = 86_400

/** What a clock on the wall shows, as seconds since 1970 as if it were one of UTC. */
type WallSeconds = number

/** Days as clocks in a time zone show them. Daylight saving makes some of them an hour longer or shorter. */
export class ZonedDays {
  readonly #format: Intl.DateTimeFormat

  /** @param zone The name of an IANA time zone. */
  constructor(zone: string) {
    const numeric = 'numeric' as const
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
  }

  /** Returns what a clock shows at a moment in Unix seconds. */
  wallSecondsAt(moment: number): WallSeconds {
    const parts = this.#format.formatToParts(moment * 1000)
    const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value)
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) / 1000
  }

  /**
   * Returns the first moment of a day in Unix seconds: where clocks skip midnight, the one at which they are set.
   *
   * @param day Days since 1970.
   */
  startOf(day: number): number {
    const midnight = day * daySeconds
    // No zone is further than a day from UTC, and clocks may have been set on the way.
    const candidates = [-daySeconds, 0, daySeconds].map((away) => {
      const moment = midnight + away
      return midnight - (this.wallSecondsAt(moment) - moment)
    })
    const isStart = (moment: number) =>
      this.wallSecondsAt(moment) >= midnight && this.wallSecondsAt(moment - 1) < midnight
    return candidates.sort((one, other) => one - other).find(isStart) ?? midnight
  }
}

/** The days of UTC, all of which have 24 hours. */
export const utcDays: Pick<ZonedDays, 'wallSecondsAt' | 'startOf'> = {
  wallSecondsAt: (moment) => moment,
  startOf: (day) => day * daySeconds,
}
