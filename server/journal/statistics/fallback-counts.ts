import type { AnswerSource } from '../answer-source.ts'
import type { JournalEntry } from '../entry.ts'
import { Tally } from './tally.ts'

/** The calls of an operation that one source answered in place of this server. */
export interface CountedFallback {
  readonly source: AnswerSource
  readonly operation: string
  /** How many of them were refused. */
  refused: number
  readonly tally: Tally
}

/** The calls that were answered from elsewhere. What is remembered is bounded by the operations that are. */
export class FallbackCounts {
  readonly #byKey = new Map<string, CountedFallback>()

  /** What was counted, by source and operation. */
  get all(): readonly CountedFallback[] {
    return [...this.#byKey.values()]
  }

  /** Counts a call; one that this server answered itself changes nothing. */
  add(entry: JournalEntry): void {
    const { fallback: source, operation, status } = entry
    if (source === null || operation === null) return
    const counted = this.#at(source, operation)
    counted.tally.add(entry)
    if (status !== null && status >= 400) counted.refused++
  }

  /** Adds what another one counted of later calls. */
  merge(other: FallbackCounts): void {
    for (const { source, operation, refused, tally } of other.all) {
      const counted = this.#at(source, operation)
      counted.refused += refused
      counted.tally.merge(tally)
    }
  }

  #at(source: AnswerSource, operation: string): CountedFallback {
    const key = `${source} ${operation}`
    const counted = this.#byKey.get(key) ?? { source, operation, refused: 0, tally: new Tally() }
    this.#byKey.set(key, counted)
    return counted
  }
}
