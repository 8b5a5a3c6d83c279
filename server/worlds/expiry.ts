import { type Stopwatch, sinceStart } from '../domain/time/clock.ts'
import { ExpiryFile } from './expiry-file.ts'

/** Where lifetimes are kept, and what measures them. */
export interface WorldExpiryOptions {
  /** Not a world's clock, which may stand still, nor the machine's, which may leap. */
  readonly machine?: Stopwatch | undefined
  /** A file that has them when the server starts again; forgotten with the process when absent. */
  readonly file?: string | undefined
}

/** How many worlds are deleted with one call, which waits for that. */
const mostEnded = 50

/** The worlds that are deleted when nobody uses them. */
export class WorldExpiry {
  readonly #lifetimes = new Map<string, { readonly ttl: number; used: number }>()
  readonly #end: (name: string) => void
  readonly #machine: Stopwatch
  readonly #file: ExpiryFile | undefined
  /** When it was looked last whose time is over. */
  #swept = Number.NEGATIVE_INFINITY

  /** @param end Deletes a world whose time is over, and forgets it here. */
  constructor(end: (name: string) => void, { machine = sinceStart, file }: WorldExpiryOptions = {}) {
    this.#end = end
    this.#machine = machine
    this.#file = file === undefined ? undefined : new ExpiryFile(file)
    // Each begins anew: nobody could use a world while there was no server.
    for (const [name, ttl] of this.#file?.read() ?? []) this.#lifetimes.set(name, { ttl, used: machine.seconds() })
  }

  /** Seconds after which the world is deleted when it is not used, if it is. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.get(name)?.ttl
  }

  /** Begins a world's time; where that cannot be kept, the world is ended and the reason thrown. */
  begin(name: string, ttl: number): void {
    this.#lifetimes.set(name, { ttl, used: this.#machine.seconds() })
    try {
      this.#keep(name)
    } catch (error) {
      this.#lifetimes.delete(name)
      this.#end(name)
      throw error
    }
  }

  /** Begins it anew, unless it is over. */
  use(name: string): void {
    const lifetime = this.#lifetimes.get(name)
    if (lifetime === undefined) return
    if (this.isOver(name)) this.#end(name)
    else lifetime.used = this.#machine.seconds()
  }

  /** Whether a world's time is over, though it may still be there. */
  isOver(name: string): boolean {
    const lifetime = this.#lifetimes.get(name)
    return lifetime !== undefined && this.#machine.seconds() - lifetime.used > lifetime.ttl
  }

  /** Lets go of a world that is no more; what is kept of it is forgotten as soon as something can be written. */
  forget(name: string): void {
    if (!this.#lifetimes.delete(name)) return
    try {
      this.#keep(name)
    } catch {
      // A disk that is full is no reason to keep a world.
    }
  }

  /** Deletes worlds whose time is over: looks for them once a second, and deletes so many at once. */
  sweep(): void {
    const now = this.#machine.seconds()
    if (now - this.#swept < 1) return
    let ended = 0
    for (const [name, { ttl, used }] of this.#lifetimes) {
      if (now - used <= ttl) continue
      if (ended++ === mostEnded) return
      this.#end(name)
    }
    this.#swept = now
  }

  #keep(name: string): void {
    this.#file?.keep(name, this.#lifetimes)
  }
}
