import { Clock } from './domain/clock.ts'

/** The worlds that are deleted when nobody uses them. */
export class Lifetimes {
  readonly #lifetimes = new Map<string, { readonly ttl: number; used: number }>()
  readonly #end: (name: string) => void
  readonly #machine: Clock

  /**
   * @param end Deletes a world whose time is over, and forgets it here.
   * @param machine The machine's clock: a world's own may stand still.
   */
  constructor(end: (name: string) => void, machine = new Clock()) {
    this.#end = end
    this.#machine = machine
  }

  /** Seconds after which the world is deleted when it is not used, if it is. */
  ttlOf(name: string): number | undefined {
    return this.#lifetimes.get(name)?.ttl
  }

  /** Begins a world's time. */
  begin(name: string, ttl: number): void {
    this.#lifetimes.set(name, { ttl, used: this.#machine.seconds() })
  }

  /** Begins it anew, unless it is over. */
  use(name: string): void {
    const lifetime = this.#lifetimes.get(name)
    if (lifetime === undefined) return
    this.sweep()
    lifetime.used = this.#machine.seconds()
  }

  /** Lets go of a world that is no more. */
  forget(name: string): void {
    this.#lifetimes.delete(name)
  }

  /** Deletes the worlds whose time is over. */
  sweep(): void {
    const now = this.#machine.seconds()
    for (const [name, { ttl, used }] of this.#lifetimes) if (now - used > ttl) this.#end(name)
  }
}
