/** How a clock stands: frozen at a moment, or that far ahead of the machine's. Milliseconds. */
export type ClockState = { readonly frozen_at: number } | { readonly ahead: number }

/** A world's time: real until it is frozen or moved. The one place that reads the machine's clock. */
export class Clock {
  #offset = 0
  #frozenAt: number | undefined

  /** Milliseconds since 1970. */
  milliseconds(): number {
    return this.#frozenAt ?? Date.now() + this.#offset
  }

  /** Unix seconds, the unit of every `*_time` field of the API. */
  seconds(): number {
    return Math.floor(this.milliseconds() / 1000)
  }

  /** Stops at that moment (milliseconds), or at the present one. */
  freeze(at: number = this.milliseconds()): void {
    this.#frozenAt = at
  }

  /** How it stands, to be restored elsewhere. */
  get state(): ClockState {
    return this.#frozenAt === undefined ? { ahead: this.#offset } : { frozen_at: this.#frozenAt }
  }

  /** Stands as another did. */
  restore(state: ClockState): void {
    this.#frozenAt = 'frozen_at' in state ? state.frozen_at : undefined
    if ('ahead' in state) this.#offset = state.ahead
  }

  /** Whether it stands still. */
  get isFrozen(): boolean {
    return this.#frozenAt !== undefined
  }

  /** Moves to that moment (milliseconds), and goes on from there unless it is frozen. */
  set(to: number): void {
    this.advance(to - this.milliseconds())
  }

  /** Goes on from where it stands. */
  tick(): void {
    if (this.#frozenAt === undefined) return
    this.#offset = this.#frozenAt - Date.now()
    this.#frozenAt = undefined
  }

  /** Moves on (or back, when negative) by that many milliseconds. */
  advance(milliseconds: number): void {
    if (this.#frozenAt === undefined) this.#offset += milliseconds
    else this.#frozenAt += milliseconds
  }
}

/** A moment as boards and Pins tell it: UTC, without a zone and without fractions. */
export const dateTimeOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19)

/** A moment in milliseconds as ISO 8601 in UTC. */
export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The Unix seconds at which a day in UTC (`2026-06-01`) begins; NaN when the calendar has no such day. */
export const secondsOfDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000

/** Whether the calendar has the day `2026-06-01`. */
export const isDay = (date: string): boolean =>
  !Number.isNaN(secondsOfDay(date)) && dateTimeOf(secondsOfDay(date) * 1000).startsWith(date)

/** A moment of the machine's clock so many days from now, or before now. */
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000)

/** Milliseconds of the machine's clock, for what is about this server and not about a world. */
export const machineMilliseconds = (): number => Date.now()

/** Tells how much time goes by, and not what time it is. */
export interface Stopwatch {
  /** Seconds since some moment. */
  seconds(): number
}

/** The time since the process has started: it goes on evenly when somebody sets the machine's clock, or it leaps. */
export const sinceStart: Stopwatch = { seconds: () => performance.now() / 1000 }
