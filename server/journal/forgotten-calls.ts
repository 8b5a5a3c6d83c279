import type { JournalEntry } from './entry.ts'
import { CallStatistics } from './statistics/call-statistics.ts'

/** What is known of the requests that a journal dropped for want of room. */
export class ForgottenCalls {
  /** The number of requests. */
  count = 0
  /** The id of the latest request; empty without any. Ids rise. */
  latest = ''
  #statistics: CallStatistics | undefined
  #countLate: ((entry: JournalEntry) => void) | undefined

  /** Statistics of those that have ended; undefined without any. */
  get statistics(): CallStatistics | undefined {
    return this.#statistics
  }

  /** Adds a request. It is counted when it has ended. */
  add(entry: JournalEntry): void {
    this.count++
    this.latest = entry.id
    if (entry.isEnded) this.end(entry)
  }

  /** Counts a request that has ended. */
  end(entry: JournalEntry): void {
    if (this.#countLate !== undefined) {
      this.#countLate(entry)
      return
    }
    this.#statistics ??= new CallStatistics()
    this.#statistics.add(entry)
  }

  /** Hands the statistics over. What ends later is counted by the caller. */
  handOver(countLate: (entry: JournalEntry) => void): CallStatistics | undefined {
    this.#countLate = countLate
    return this.#statistics
  }
}
