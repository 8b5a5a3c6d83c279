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

/** Unix seconds of the machine's clock, for what is about this server and not about a world. */
export const machineSeconds = (): number => Math.floor(Date.now() / 1000)

/** A moment of the machine's clock so many days from now, or before now. */
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000)
