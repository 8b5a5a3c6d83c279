import type { Divergence } from '#server/domain/api-version/divergence.ts'
import { isBrokenBy } from '#server/domain/api-version/divergence.ts'
import type { ApiVersion } from '#server/domain/api-version/versions.ts'
import { truncatedText } from '#server/domain/truncate.ts'
import type { JournalEntry } from '../entry.ts'
import { Tally } from './tally.ts'

/** The most characters of the URL of an example. */
const maxUrl = 500

/** How often a version would have answered calls of an operation otherwise in one way. */
export interface CountedDivergence {
  readonly divergence: Divergence
  readonly tally: Tally
}

/** The calls of an operation that a version would have answered otherwise. */
export interface OperationDivergences {
  calls: number
  /** The first of them. */
  readonly example: { readonly request: string; readonly method: string; readonly url: string }
  readonly byKey: Map<string, CountedDivergence>
}

/** The calls that were compared with a version. What is remembered is bounded by what versions differ in. */
export class RehearsalCounts {
  calls = 0
  /** Calls that it would have answered otherwise. */
  different = 0
  /** Calls by which a client would lose. */
  breaking = 0
  readonly operations = new Map<string, OperationDivergences>()

  /** Counts a call that was compared. */
  add(entry: JournalEntry): void {
    const { rehearsal, operation, id, method, url } = entry
    this.calls++
    if (rehearsal === null || operation === null || rehearsal.divergences.length === 0) return
    this.different++
    if (isBrokenBy(rehearsal)) this.breaking++
    const found = this.#at(operation, { request: id, method, url: truncatedText(url, maxUrl) })
    found.calls++
    for (const divergence of rehearsal.divergences) tallyOf(found, divergence).add(entry)
  }

  /** Adds what another one counted of later calls. */
  merge({ calls, different, breaking, operations }: RehearsalCounts): void {
    this.calls += calls
    this.different += different
    this.breaking += breaking
    for (const [operation, other] of operations) {
      const found = this.#at(operation, other.example)
      found.calls += other.calls
      for (const { divergence, tally } of other.byKey.values()) tallyOf(found, divergence).merge(tally)
    }
  }

  #at(operation: string, example: OperationDivergences['example']): OperationDivergences {
    const found = this.operations.get(operation) ?? { calls: 0, example, byKey: new Map() }
    this.operations.set(operation, found)
    return found
  }
}

function tallyOf({ byKey }: OperationDivergences, divergence: Divergence): Tally {
  const { kind, at, value } = divergence
  const key = `${kind} ${at} ${value ?? ''}`
  const counted = byKey.get(key) ?? { divergence, tally: new Tally() }
  byKey.set(key, counted)
  return counted.tally
}

/** What was counted by the version that calls were compared with. */
export type RehearsalsByVersion = Map<ApiVersion, RehearsalCounts>

/** Returns the counts of a version, which are added where there are none. */
export function countsFor(rehearsals: RehearsalsByVersion, version: ApiVersion): RehearsalCounts {
  const counts = rehearsals.get(version) ?? new RehearsalCounts()
  rehearsals.set(version, counts)
  return counts
}
