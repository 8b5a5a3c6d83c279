import { type Stopwatch, sinceStart } from '../domain/time/clock.ts'
import { ExpiryFile } from './expiry-file.ts'

/** Where times to live are stored, and which clock measures them. */
export interface WorldExpiryOptions {
  /** A monotonic clock: neither a world's, which may be frozen, nor the machine's, which may be set. */
  readonly machine?: Stopwatch | undefined
  /** A file that keeps them across restarts; in memory when absent. */
  readonly file?: string | undefined
}

/** The most worlds that one call deletes, since the call waits for it. */
const mostRemovedAtOnce = 50

/** Deletes the worlds whose time to live passes without a request. */
export class WorldExpiry {
  readonly #lifetimes = new Map<string, { readonly ttl: number; used: number }>()
  readonly #remove: (name: string) => void
  readonly #machine: Stopwatch
  readonly #file: ExpiryFile | undefined
  /** When expired worlds were last searched for. */
  #sweptAt = Number.NEGATIVE_INFINITY

  /** @param remove Deletes an expired world and calls `forget`. */
  constructor(remove: (name: string) => void, { machine = sinceStart, file }: WorldExpiryOptions = {}) {
    this.#remove = remove
    this.#machine = machine
    this.#file = file === undefined ? undefined : new ExpiryFile(file)
    // Every time to live starts again: no client could use a world while the server was down.
    for (const [name, ttl] of this.#file?.read() ?? []) this.#lifetimes.set(name, { ttl, used: machine.seconds() })
  }

  /** Returns the time to live of a world in seconds; undefined where it has none. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.get(name)?.ttl
  }

  /** Starts the time to live of a world. Where storing it fails, deletes the world and throws the reason. */
  start(name: string, ttl: number): void {
    this.#lifetimes.set(name, { ttl, used: this.#machine.seconds() })
    try {
      this.#save(name)
    } catch (error) {
      this.#lifetimes.delete(name)
      this.#remove(name)
      throw error
    }
  }

  /** Restarts the time to live of a world; deletes a world whose time has passed. */
  touch(name: string): void {
    const lifetime = this.#lifetimes.get(name)
    if (lifetime === undefined) return
    if (this.isExpired(name)) this.#remove(name)
    else lifetime.used = this.#machine.seconds()
  }

  /** Tells whether the time to live of a world has passed; it may not be deleted yet. */
  isExpired(name: string): boolean {
    const lifetime = this.#lifetimes.get(name)
    return lifetime !== undefined && this.#machine.seconds() - lifetime.used > lifetime.ttl
  }

  /** Forgets a deleted world. What is stored of it goes with the next write that succeeds. */
  forget(name: string): void {
    if (!this.#lifetimes.delete(name)) return
    try {
      this.#save(name)
    } catch {
      // A full disk is no reason to keep a world.
    }
  }

  /** Deletes expired worlds: searches once a second, and deletes a limited number per call. */
  sweep(): void {
    const now = this.#machine.seconds()
    if (now - this.#sweptAt < 1) return
    let removed = 0
    for (const [name, { ttl, used }] of this.#lifetimes) {
      if (now - used <= ttl) continue
      if (removed++ === mostRemovedAtOnce) return
      this.#remove(name)
    }
    this.#sweptAt = now
  }

  #save(name: string): void {
    this.#file?.save(name, this.#lifetimes)
  }
}
