import { readFileSync, rmSync } from 'node:fs'
import { writeWhole } from '../db/write-whole.ts'
import { type Stopwatch, sinceStart } from './domain/clock.ts'

/** Where lifetimes are kept, and what measures them. */
export interface LifetimesOptions {
  /** Not a world's clock, which may stand still, nor the machine's, which may leap. */
  readonly machine?: Stopwatch | undefined
  /** A file that has them when the server starts again; forgotten with the process when absent. */
  readonly file?: string | undefined
}

/** The worlds that are deleted when nobody uses them. */
export class Lifetimes {
  readonly #lifetimes = new Map<string, { readonly ttl: number; used: number }>()
  readonly #end: (name: string) => void
  readonly #machine: Stopwatch
  readonly #file: string | undefined

  /** @param end Deletes a world whose time is over, and forgets it here. */
  constructor(end: (name: string) => void, { machine = sinceStart, file }: LifetimesOptions = {}) {
    this.#end = end
    this.#machine = machine
    this.#file = file
    // Each begins anew: nobody could use a world while there was no server.
    for (const [name, ttl] of keptIn(file)) this.#lifetimes.set(name, { ttl, used: machine.seconds() })
  }

  /** Seconds after which the world is deleted when it is not used, if it is. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.get(name)?.ttl
  }

  /** Begins a world's time; where that cannot be kept, the world is ended and the reason thrown. */
  begin(name: string, ttl: number): void {
    this.#lifetimes.set(name, { ttl, used: this.#machine.seconds() })
    try {
      this.#keep()
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
    this.sweep()
    lifetime.used = this.#machine.seconds()
  }

  /** Lets go of a world that is no more; what is kept of it is forgotten as soon as something can be written. */
  forget(name: string): void {
    if (!this.#lifetimes.delete(name)) return
    try {
      this.#keep()
    } catch {
      // A disk that is full is no reason to keep a world.
    }
  }

  /** Deletes the worlds whose time is over. */
  sweep(): void {
    const now = this.#machine.seconds()
    for (const [name, { ttl, used }] of this.#lifetimes) if (now - used > ttl) this.#end(name)
  }

  #keep(): void {
    const file = this.#file
    if (file === undefined) return
    if (this.#lifetimes.size === 0) {
      rmSync(file, { force: true })
      return
    }
    const ttls = [...this.#lifetimes].map(([name, { ttl }]) => [name, ttl])
    writeWhole(file, JSON.stringify(Object.fromEntries(ttls)))
  }
}

/** The seconds that a file has by names of worlds; none when it is not there, or is not one of these. */
function keptIn(file: string | undefined): readonly (readonly [string, number])[] {
  if (file === undefined) return []
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const entries = kept !== null && typeof kept === 'object' ? Object.entries(kept) : []
    return entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0)
  } catch {
    return []
  }
}
