import { type Stopwatch, sinceStart } from '../domain/time/clock.ts'
import { ExpiryFile } from './expiry-file.ts'

/** Where times to live are stored, and which clock measures them. */
export interface WorldExpiryOptions {
  /** A monotonic clock: neither a world's, which may be frozen, nor the machine's, which may be set. */
  readonly machine?: Stopwatch | undefined
  /** A file that keeps them across restarts; in memory when absent. */
  readonly file?: string | undefined
  /** Tells whether a world of the file still exists when the server starts; every one does when absent. */
  readonly hasWorld?: ((name: string) => boolean) | undefined
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
  /** Worlds that the current sweep deleted: stored at once, since each write waits for the disk. */
  #leaving: string[] | undefined

  /** @param remove Deletes an expired world and calls `forget`. */
  constructor(
    remove: (name: string) => void,
    { machine = sinceStart, file, hasWorld = () => true }: WorldExpiryOptions = {},
  ) {
    this.#remove = remove
    this.#machine = machine
    this.#file = file === undefined ? undefined : new ExpiryFile(file)
    const stored = this.#file?.read() ?? new Map<string, number>()
    // The time to live of a world that was not created any more, or deleted last, must not end another of its name.
    const left = [...stored.keys()].filter((name) => !hasWorld(name))
    // Every time to live starts again: no client could use a world while the server was down.
    for (const [name, ttl] of stored) if (hasWorld(name)) this.#lifetimes.set(name, { ttl, used: machine.seconds() })
    this.#trySave(left)
  }

  /** Returns the time to live of a world in seconds; undefined where it has none. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.get(name)?.ttl
  }

  /** Starts the time to live of a world that is about to be created; throws where it cannot be stored. */
  start(name: string, ttl: number): void {
    this.#lifetimes.set(name, { ttl, used: this.#machine.seconds() })
    try {
      this.#file?.save([name], this.#lifetimes)
    } catch (error) {
      this.#lifetimes.delete(name)
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
    if (this.#leaving === undefined) this.#trySave([name])
    else this.#leaving.push(name)
  }

  /** Deletes expired worlds: searches once a second, and deletes a limited number per call. */
  sweep(): void {
    const now = this.#machine.seconds()
    if (now - this.#sweptAt < 1) return
    const expired = [...this.#lifetimes].filter(([, { ttl, used }]) => now - used > ttl)
    this.#leaving = []
    for (const [name] of expired.slice(0, mostRemovedAtOnce)) this.#remove(name)
    this.#trySave(this.#leaving)
    this.#leaving = undefined
    if (expired.length <= mostRemovedAtOnce) this.#sweptAt = now
  }

  #trySave(names: readonly string[]): void {
    try {
      if (names.length > 0) this.#file?.save(names, this.#lifetimes)
    } catch {
      // A full disk is no reason to keep a world.
    }
  }
}
