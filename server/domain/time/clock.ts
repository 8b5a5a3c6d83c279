/** The state of a clock: frozen at a time, or ahead of the machine's clock. Milliseconds. */
export type ClockState = { readonly frozen_at: number } | { readonly ahead: number }

/** The last millisecond of the year 9999: later times have no form in responses. */
export const lastMillisecond = 253_402_300_799_999

/**
 * A world's time: real until it is frozen or moved, never after the year 9999. The one place that reads the machine's
 * clock.
 */
export class Clock {
  #offset = 0
  #frozenAt: number | undefined

  /** Returns the milliseconds since 1970. */
  milliseconds(): number {
    return this.#frozenAt ?? Math.min(Date.now() + this.#offset, lastMillisecond)
  }

  /** Returns Unix seconds, the unit of every `*_time` field of the API. */
  seconds(): number {
    return Math.floor(this.milliseconds() / 1000)
  }

  /** Freezes the clock at a time in milliseconds, the current one when absent. */
  freeze(at: number = this.milliseconds()): void {
    this.#frozenAt = at
  }

  /** The state, to be restored elsewhere. */
  get state(): ClockState {
    if (this.#frozenAt !== undefined) return { frozen_at: this.#frozenAt }
    return { ahead: this.#ahead }
  }

  /** Takes over the state of another clock. */
  restore(state: ClockState): void {
    this.#frozenAt = 'frozen_at' in state ? state.frozen_at : undefined
    if ('ahead' in state) this.#offset = state.ahead
  }

  /** Whether the clock is frozen. */
  get isFrozen(): boolean {
    return this.#frozenAt !== undefined
  }

  /** Sets the clock to a time in milliseconds; it continues from there unless it is frozen. */
  set(to: number): void {
    this.advance(to - this.milliseconds())
  }

  /** Unfreezes the clock, which continues from its current time. */
  tick(): void {
    if (this.#frozenAt === undefined) return
    this.#offset = this.#frozenAt - Date.now()
    this.#frozenAt = undefined
  }

  /** Advances the clock by milliseconds, backwards when negative. */
  advance(milliseconds: number): void {
    if (this.#frozenAt === undefined) this.#offset = this.#ahead + milliseconds
    else this.#frozenAt += milliseconds
  }

  /** The milliseconds that it is ahead of the machine's clock, which no longer grow at the end of the year 9999. */
  get #ahead(): number {
    return Math.min(this.#offset, lastMillisecond - Date.now())
  }
}

/** Formats a time as boards and Pins have it: UTC, without zone and fractions. */
export const dateTimeOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19)

/** Returns the Unix seconds of a time as boards and Pins have it. */
export const secondsOfDateTime = (text: string): number => Date.parse(`${text}Z`) / 1000

/** Formats a time as catalogs and feeds have it: UTC with microseconds, without zone. */
export const microsecondsTimeOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, -1)}000`

/** Formats a time in milliseconds as ISO 8601 in UTC. */
export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Returns Unix seconds as a date and time in UTC, without fractions: `2026-06-01T12:00:00Z`. */
export const timeText = (seconds: number): string => isoOf(seconds * 1000).replace('.000Z', 'Z')

/** Returns the Unix seconds at which a UTC day (`2026-06-01`) starts; NaN for a day that does not exist. */
export const secondsOfDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000

/** Tells whether a day such as `2026-06-01` exists. */
export const isDay = (date: string): boolean =>
  !Number.isNaN(secondsOfDay(date)) && dateTimeOf(secondsOfDay(date) * 1000).startsWith(date)

/** Returns the machine's time that many days from now; negative for the past. */
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000)

/** Returns the machine's time in milliseconds, for facts about this server and not about a world. */
export const machineMilliseconds = (): number => Date.now()

/** Measures elapsed time, not the time of day. */
export interface Stopwatch {
  /** Returns the seconds since some fixed moment. */
  seconds(): number
}

/** The time since the process started: it advances evenly when the machine's clock is set. */
export const sinceStart: Stopwatch = { seconds: () => performance.now() / 1000 }
