/**
 * A map that keeps the latest entries: at least as many as its limit, at most twice as many. It lets go of a whole
 * generation at once, since removing the oldest entry of a `Map` each time costs as much as walking over all that were
 * removed before.
 */
export class RecentMap<Key, Value> {
  readonly #limit: number
  #current = new Map<Key, Value>()
  #previous = new Map<Key, Value>()
  /** How many entries were let go of. */
  dropped = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Whether there is no entry. */
  get isEmpty(): boolean {
    return this.#current.size === 0 && this.#previous.size === 0
  }

  get(key: Key): Value | undefined {
    return this.#current.get(key) ?? (this.#previous.size === 0 ? undefined : this.#previous.get(key))
  }

  /** Sets an entry, which is then the latest. */
  set(key: Key, value: Value): void {
    this.#current.set(key, value)
    if (this.#current.size < this.#limit) return
    for (const known of this.#current.keys()) this.#previous.delete(known)
    this.dropped += this.#previous.size
    this.#previous = this.#current
    this.#current = new Map()
  }

  delete(key: Key): void {
    this.#current.delete(key)
    this.#previous.delete(key)
  }

  clear(): void {
    this.#current.clear()
    this.#previous.clear()
  }

  /** Returns an independent copy. */
  copy(copyValue: (value: Value) => Value = (value) => value): RecentMap<Key, Value> {
    const copy = new RecentMap<Key, Value>(this.#limit)
    for (const [key, value] of this.#previous) copy.#previous.set(key, copyValue(value))
    for (const [key, value] of this.#current) copy.#current.set(key, copyValue(value))
    copy.dropped = this.dropped
    return copy
  }
}
