import type { ApiErrorName } from '#server/domain/errors/api-errors.ts'
import { queryOf } from '#server/domain/matching/request-url.ts'
import type { JournalEntry } from '../entry.ts'
import { isStored, isUnmatched } from '../outcome.ts'
import { ComparisonCounts } from './comparison-counts.ts'
import { FallbackCounts } from './fallback-counts.ts'
import { OperationCounts } from './operation-counts.ts'
import { RecentMap } from './recent-map.ts'
import { countsFor, type RehearsalsByVersion } from './rehearsal-counts.ts'
import { Tallies, Tally } from './tally.ts'

/** What every client meets in production sooner or later. */
export const encounters = [
  'pages_past_the_first',
  'rate_limits',
  'token_expiries',
  'partial_failures',
  'server_errors',
  'lost_answers',
] as const

/** The name of something that every client meets in production. */
export type Encounter = (typeof encounters)[number]

/** The most callers of which it is remembered that their token was accepted. */
const maxCallers = 5000

/** What is counted of the calls to a world, each of which is added once. */
export class CallCounts {
  calls = 0
  /** Calls that matched no implemented operation. */
  unmatched = 0
  /** Calls to which a fault was applied. */
  faulted = 0
  readonly operations = new OperationCounts()
  /** By status and code, as in `400 1`. */
  readonly errors = new Tallies()
  readonly rules = new Tallies()
  readonly faults = new Tallies()
  readonly met: Readonly<Record<Encounter, Tally>>
  /** Calls that were compared with another version of the API, by that version. */
  readonly rehearsals: RehearsalsByVersion = new Map()
  /** Calls that were answered from elsewhere. */
  readonly fallbacks = new FallbackCounts()
  /** Calls that another server got as well. */
  readonly comparisons = new ComparisonCounts()
  /** Callers whose token was accepted. */
  readonly #accepted: RecentMap<string, true>
  #latestCaller: string | undefined

  /** @param from The counts to copy. */
  constructor(from?: CallCounts) {
    this.met = Object.fromEntries(encounters.map((name) => [name, new Tally()])) as Record<Encounter, Tally>
    this.#accepted = from?.callers.copy() ?? new RecentMap(maxCallers)
    if (from !== undefined) this.merge(from)
  }

  /** The callers that were accepted. */
  get callers(): RecentMap<string, true> {
    return this.#accepted
  }

  /** Counts a call that was answered, or never will be. */
  add(entry: JournalEntry): void {
    const { operation, status, rules, violations, faults, lost, url, rehearsal } = entry
    const isError = status !== null && status >= 400
    this.calls++
    this.operations.of(operation).add(status, isError || rules.length > 0)
    if (status === 200 && url.includes('bookmark')) this.#addPage(entry)
    if (isError || rules.length > 0 || violations.length > 0) this.#addErrors(entry, isError)
    if (faults.length > 0) {
      this.faulted++
      for (const fault of faults) this.faults.add(fault, entry)
    }
    if (rehearsal !== null) countsFor(this.rehearsals, rehearsal.version).add(entry)
    if (entry.comparison !== null) this.comparisons.add(entry, entry.comparison)
    if (entry.fallback !== null) this.fallbacks.add(entry)
    if (lost) this.met.lost_answers.add(entry)
    if (status !== null && status !== 401) this.#accept(entry)
  }

  /** Adds what others counted of later calls. */
  merge(other: CallCounts): void {
    const { calls, unmatched, faulted, operations, errors, rules, faults, met, rehearsals, fallbacks } = other
    this.calls += calls
    this.unmatched += unmatched
    this.faulted += faulted
    this.operations.merge(operations)
    this.errors.merge(errors)
    this.rules.merge(rules)
    this.faults.merge(faults)
    this.fallbacks.merge(fallbacks)
    this.comparisons.merge(other.comparisons)
    for (const name of encounters) this.met[name].merge(met[name])
    for (const [version, counts] of rehearsals) countsFor(this.rehearsals, version).merge(counts)
  }

  #addPage(entry: JournalEntry): void {
    if (queryOf(entry).has('bookmark')) this.met.pages_past_the_first.add(entry)
  }

  #addErrors(entry: JournalEntry, isError: boolean): void {
    const { status, rules, violations } = entry
    const codes = violations.length > 0 ? violations.map(({ code }) => code) : isError ? [0] : []
    for (const code of new Set(codes)) this.errors.add(`${status} ${code}`, entry)
    for (const rule of rules) this.rules.add(rule, entry)
    if (isUnmatched(entry)) this.unmatched++
    if (status === 429) this.met.rate_limits.add(entry)
    if (status === 401 && this.#isExpiry(entry)) this.met.token_expiries.add(entry)
    if (violations.length > 0 && isStored(entry)) this.met.partial_failures.add(entry)
    if (status !== null && status >= 500 && status !== 501) this.met.server_errors.add(entry)
  }

  /** Returns whether a call was refused for a token that had worked before: it expired, or was revoked. */
  #isExpiry({ headers, rules }: JournalEntry): boolean {
    return (
      this.#accepted.get(String(headers.authorization ?? '')) !== undefined &&
      rules.some((rule) => rule === ('request.token' satisfies ApiErrorName))
    )
  }

  #accept({ headers }: JournalEntry): void {
    const caller = String(headers.authorization ?? '')
    if (caller === this.#latestCaller) return
    this.#latestCaller = caller
    this.#accepted.set(caller, true)
  }
}
