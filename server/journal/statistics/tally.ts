import type { JournalEntry } from '../entry.ts'

/** The number of request ids that are kept of what is counted. */
export const maxRequestIds = 5

/** How often something occurred, with the ids of the first requests and the operations that it occurred in. */
export class Tally {
  count = 0
  /** The ids of the first requests. */
  readonly requests: string[] = []
  readonly operations = new Set<string>()

  /** Counts a request. */
  add({ id, operation, method }: JournalEntry): void {
    this.count++
    if (this.requests.length < maxRequestIds) this.requests.push(id)
    this.operations.add(operation ?? `${method} of nothing`)
  }

  /** Adds what another one counted of later requests. */
  merge({ count, requests, operations }: Tally): void {
    this.count += count
    this.requests.push(...requests.slice(0, maxRequestIds - this.requests.length))
    for (const operation of operations) this.operations.add(operation)
  }
}

/** The most keys that are counted apart. */
export const maxKeys = 1000

/** Tallies by key: the first thousand keys; what occurs under others is counted together. */
export class Tallies {
  readonly byKey = new Map<string, Tally>()
  /** How often something occurred under a key beyond the first thousand. */
  others = 0

  /** Counts a request under a key. */
  add(key: string, entry: JournalEntry): void {
    const tally = this.#at(key)
    if (tally === undefined) this.others++
    else tally.add(entry)
  }

  /** Adds what others counted of later requests. */
  merge({ byKey, others }: Tallies): void {
    this.others += others
    for (const [key, counted] of byKey) {
      const tally = this.#at(key)
      if (tally === undefined) this.others += counted.count
      else tally.merge(counted)
    }
  }

  #at(key: string): Tally | undefined {
    let tally = this.byKey.get(key)
    if (tally !== undefined || this.byKey.size >= maxKeys) return tally
    tally = new Tally()
    this.byKey.set(key, tally)
    return tally
  }
}
