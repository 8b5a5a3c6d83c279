import { type Criteria, type Criterion, callCriteria } from '../domain/matching/call-criteria.ts'
import { looksAtBody } from '../domain/matching/call-match.ts'
import { truncated } from '../domain/truncate.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Comparison } from './difference.ts'
import { ofEntries } from './entry-criteria.ts'
import { Bodies, JournaledCall } from './request-bodies.ts'
import type { Match } from './request-match.ts'

const { body_contains, body_path, body_equals, ...ofHeads } = callCriteria

/** All criteria, the cheap ones first. */
const criteria: Criteria<Match, JournaledCall> = {
  ...ofHeads,
  ...ofEntries,
  body_contains,
  body_path,
  body_equals,
}

const names = Object.keys(criteria) as (keyof Match)[]

/** A criterion that a request does not meet, with the expected and the actual value, both shortened. */
export interface Miss {
  readonly criterion: string
  readonly wanted: unknown
  readonly found: unknown
}

/** A match that is tested against many requests, with its tests prepared once. */
export class Search {
  /** The criteria of the match, the cheap ones first. */
  readonly criteria: readonly (keyof Match)[]
  readonly #tests: readonly ((call: JournaledCall) => boolean)[]
  readonly #match: Match
  readonly #bodies: Bodies

  constructor(match: Match, bodies = new Bodies()) {
    this.#match = match
    this.#bodies = bodies
    this.criteria = names.filter((name) => match[name] !== undefined)
    this.#tests = this.criteria.map((name) => criterionOf(name).test(match[name], match))
  }

  /** Returns whether a request meets all criteria. `body_equals` implies `body_path`. */
  readonly isMet = (entry: JournalEntry): boolean => {
    const call = new JournaledCall(entry, this.#bodies)
    return this.#tests.every((holds, index) => (this.#isImplied(index) ? true : holds(call)))
  }

  /**
   * Returns whether a request that does not meet all criteria might do so with its whole body: the journal has the
   * beginning alone, or nothing where the request was refused before its body was read.
   */
  mayBeMet(entry: JournalEntry): boolean {
    if (!this.#looksAtBody || !isBodyIncomplete(entry)) return false
    const call = new JournaledCall(entry, this.#bodies)
    return this.#tests.every((holds, index) => this.criteria[index]?.startsWith('body_') || holds(call))
  }

  get #looksAtBody(): boolean {
    return looksAtBody(this.#match)
  }

  #isImplied(index: number): boolean {
    return this.criteria[index] === 'body_path' && this.#match.body_equals !== undefined
  }

  /** Returns the criteria that a request does not meet. */
  missedBy(entry: JournalEntry): readonly (keyof Match)[] {
    const call = new JournaledCall(entry, this.#bodies)
    return this.criteria.filter((_name, index) => !this.#tests[index]?.(call))
  }

  /** Returns each criterion with the expected and the actual value; values by name each on its own. */
  comparisonsOf(entry: JournalEntry): readonly Comparison[] {
    const missed = this.missedBy(entry)
    return this.criteria.flatMap((criterion) => {
      const { wanted, found } = this.missOf(entry, criterion)
      const isMet = !missed.includes(criterion)
      if (criterion === 'query' || criterion === 'headers') return this.#comparisonsByName(entry, criterion, found)
      // The value at a path says whether the path leads anywhere.
      if (criterion === 'body_path' && this.#match.body_equals !== undefined) return []
      const label = criterion === 'body_equals' ? (this.#match.body_path ?? 'body') : criterion
      return { label, expected: wanted, actual: found, isMet }
    })
  }

  #comparisonsByName(entry: JournalEntry, criterion: 'query' | 'headers', found: unknown): readonly Comparison[] {
    const call = new JournaledCall(entry, this.#bodies)
    return Object.entries(this.#match[criterion] ?? {}).map(([name, expected]) => {
      const one = { [criterion]: { [name]: expected } }
      const isMet = criterionOf(criterion).test(one[criterion], one)(call)
      return { label: `${criterion}.${name}`, expected, actual: Reflect.get(Object(found), name), isMet }
    })
  }

  /** Returns the expected and the actual value of a criterion that a request does not meet. */
  missOf(entry: JournalEntry, criterion: keyof Match): Miss {
    const found = criterionOf(criterion).actual(new JournaledCall(entry, this.#bodies), this.#match) ?? null
    return { criterion, wanted: truncated(this.#match[criterion]), found: truncated(found) }
  }
}

/** Returns whether a request had a body that the journal does not have as a whole. */
const isBodyIncomplete = ({ body, bodyTruncated, headers }: JournalEntry): boolean =>
  bodyTruncated ||
  (body === null && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0))

const criterionOf = (name: keyof Match) => criteria[name] as Criterion<unknown, JournaledCall>
