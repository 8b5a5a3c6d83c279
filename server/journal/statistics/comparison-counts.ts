import { type Comparison, comparisonStates, type FoundDifference } from '../comparison.ts'
import type { JournalEntry } from '../entry.ts'
import { maxKeys, Tally } from './tally.ts'

/** How often a server answered calls of an operation otherwise in one way. */
export interface CountedDifference {
  /** The operation; null for calls of none. */
  readonly operation: string | null
  /** The first of them. */
  readonly difference: FoundDifference
  readonly tally: Tally
}

/** The calls that another server got as well. The first thousand ways in which it answers otherwise are apart. */
export class ComparisonCounts {
  readonly byState: Record<Comparison['state'], number> = { pending: 0, same: 0, differs: 0, failed: 0, dropped: 0 }
  readonly #byKey = new Map<string, CountedDifference>()
  /** How many differences there were of other ways. */
  others = 0

  /** What was counted, by operation and way. */
  get all(): readonly CountedDifference[] {
    return [...this.#byKey.values()]
  }

  /** Counts a call that another server got. */
  add(entry: JournalEntry, { state, differences }: Comparison): void {
    this.byState[state]++
    for (const difference of differences) {
      const counted = this.#at(entry.operation, difference)
      if (counted === undefined) this.others++
      else counted.tally.add(entry)
    }
  }

  /** Adds what another one counted of later calls. */
  merge(other: ComparisonCounts): void {
    for (const state of comparisonStates) this.byState[state] += other.byState[state]
    this.others += other.others
    for (const { operation, difference, tally } of other.all) {
      const counted = this.#at(operation, difference)
      if (counted === undefined) this.others += tally.count
      else counted.tally.merge(tally)
    }
  }

  #at(operation: string | null, difference: FoundDifference): CountedDifference | undefined {
    const { kind, at, mock, target } = difference
    const key = JSON.stringify([operation, kind, at, ...(kind === 'message' ? [] : [mock, target])])
    const found = this.#byKey.get(key)
    if (found !== undefined || this.#byKey.size >= maxKeys) return found
    const counted = { operation, difference, tally: new Tally() }
    this.#byKey.set(key, counted)
    return counted
  }
}
