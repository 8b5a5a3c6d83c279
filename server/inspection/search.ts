import { bodyMatcher, partsOf } from '../domain/matching/body-match.ts'
import { pathPattern } from '../domain/matching/path-pattern.ts'
import { truncated } from '../domain/truncate.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { Bodies, mayContainText, mayContainTexts, textsOf } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { redactedAdAccountOf, redactedPathOf, warningsOf } from './request-view.ts'

/** How one criterion of a match is tested. */
interface Criterion<Expected> {
  /** Returns the request's actual value. */
  readonly found: (entry: JournalEntry, context: SearchContext) => unknown
  /** Returns the test of an expected value, which is then applied to many requests. */
  readonly test: (expected: Expected, context: SearchContext) => (entry: JournalEntry) => boolean
}

/** The whole match and the bodies that its criteria share. */
interface SearchContext {
  readonly match: Match
  readonly bodies: Bodies
}

type Criteria = { readonly [Name in keyof Match]-?: Criterion<NonNullable<Match[Name]>> }

const maxParts = 20

/** Returns the redacted values of a body at a path; a single one as itself. */
const redactedParts = (entry: JournalEntry, { match, bodies }: SearchContext): unknown => {
  const parts = partsOf(bodies.of(entry), match, maxParts)
  return parts.length > 1 ? parts : (parts[0] ?? null)
}

/** Returns a test of a body that looks for literal texts first, which takes a hundredth of the time of parsing. */
function bodyTest(match: Pick<Match, 'body_path' | 'body_equals'>, bodies: Bodies): (entry: JournalEntry) => boolean {
  const [texts, matches] = [textsOf(match), bodyMatcher(match)]
  return (entry) => mayContainTexts(entry, texts) && matches(bodies.of(entry))
}

const criteria: Criteria = {
  operation: {
    found: ({ operation }) => operation,
    test:
      (expected) =>
      ({ operation }) =>
        operation === expected,
  },
  method: {
    found: ({ method }) => method,
    test:
      (expected) =>
      ({ method }) =>
        method === expected,
  },
  path: {
    found: redactedPathOf,
    test(expected) {
      const matches = pathPattern(expected)
      return (entry) => matches(redactedPathOf(entry))
    },
  },
  status: {
    found: ({ status }) => status,
    test(expected) {
      const pattern = new RegExp(`^${String(expected).replaceAll(/x/gi, '\\d')}$`)
      return ({ status }) => pattern.test(String(status))
    },
  },
  rule: {
    found: ({ rules }) => rules,
    test:
      (expected) =>
      ({ rules }) =>
        rules.includes(expected),
  },
  ad_account: { found: redactedAdAccountOf, test: (expected) => (entry) => redactedAdAccountOf(entry) === expected },
  since: {
    found: ({ id }) => id,
    test:
      (expected) =>
      ({ id }) =>
        id > expected,
  },
  faults: {
    found: ({ faults, redactor }) => faults.map((fault) => redactor.text(fault)),
    test:
      (expected) =>
      ({ faults }) =>
        faults.length > 0 === expected,
  },
  warnings: {
    found: (entry) => warningsOf(entry).map((warning) => entry.redactor.text(warning)),
    test: (expected) => (entry) => warningsOf(entry).length > 0 === expected,
  },
  body_contains: {
    found: (entry, { bodies }) => bodies.textOf(entry),
    test(expected, { bodies }) {
      const mayContain = mayContainText(expected)
      return (entry) => mayContain(entry) && (bodies.textOf(entry)?.includes(expected) ?? false)
    },
  },
  body_path: { found: redactedParts, test: (body_path, { bodies }) => bodyTest({ body_path }, bodies) },
  body_equals: { found: redactedParts, test: (_expected, { match, bodies }) => bodyTest(match, bodies) },
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
  readonly #tests: readonly ((entry: JournalEntry) => boolean)[]
  readonly #context: SearchContext

  constructor(match: Match, bodies = new Bodies()) {
    this.#context = { match, bodies }
    this.criteria = names.filter((name) => match[name] !== undefined)
    this.#tests = this.criteria.map((name) => {
      const { test } = criteria[name] as Criterion<unknown>
      return test(match[name], this.#context)
    })
  }

  /** Returns whether a request meets all criteria. `body_equals` implies `body_path`. */
  readonly isMet = (entry: JournalEntry): boolean =>
    this.#tests.every((holds, index) => (this.#isImplied(index) ? true : holds(entry)))

  #isImplied(index: number): boolean {
    return this.criteria[index] === 'body_path' && this.#context.match.body_equals !== undefined
  }

  /** Returns the criteria that a request does not meet. */
  missedBy(entry: JournalEntry): readonly (keyof Match)[] {
    return this.criteria.filter((_name, index) => !this.#tests[index]?.(entry))
  }

  /** Returns the expected and the actual value of a criterion that a request does not meet. */
  missOf(entry: JournalEntry, criterion: keyof Match): Miss {
    const found = criteria[criterion].found(entry, this.#context) ?? null
    return { criterion, wanted: truncated(this.#context.match[criterion]), found: truncated(found) }
  }
}
