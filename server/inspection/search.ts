import { bodyMatcher, partsOf } from '../domain/matching/body-match.ts'
import { pathPattern } from '../domain/matching/path-pattern.ts'
import { shortened } from '../domain/shortened.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { Bodies, mayContainText, mayContainTexts, textsOf } from './request-bodies.ts'
import type { Match } from './request-match.ts'
import { toldAdAccountOf, toldPathOf, warningsOf } from './request-view.ts'

/** One thing that a match may ask, by its name in the schema. */
interface Criterion<Wanted> {
  /** What the request has in that place. */
  readonly found: (entry: JournalEntry, search: Asked) => unknown
  /** Makes the test of it, which is asked of many requests. */
  readonly test: (wanted: Wanted, search: Asked) => (entry: JournalEntry) => boolean
}

/** What a criterion knows beside what it asks for. */
interface Asked {
  readonly match: Match
  readonly bodies: Bodies
}

type Criteria = { readonly [Name in keyof Match]-?: Criterion<NonNullable<Match[Name]>> }

const mostParts = 20

/** The body's values that a path leads to, as one is told: itself, where there is one. */
const toldParts = (entry: JournalEntry, { match, bodies }: Asked): unknown => {
  const parts = partsOf(bodies.of(entry), match, mostParts)
  return parts.length > 1 ? parts : (parts[0] ?? null)
}

/** Texts are looked for first: to find a few letters takes a hundredth of what reading the JSON does. */
function bodyTest(match: Pick<Match, 'body_path' | 'body_equals'>, bodies: Bodies): (entry: JournalEntry) => boolean {
  const [texts, isMeant] = [textsOf(match), bodyMatcher(match)]
  return (entry) => mayContainTexts(entry, texts) && isMeant(bodies.of(entry))
}

const criteria: Criteria = {
  operation: {
    found: ({ operation }) => operation,
    test:
      (wanted) =>
      ({ operation }) =>
        operation === wanted,
  },
  method: {
    found: ({ method }) => method,
    test:
      (wanted) =>
      ({ method }) =>
        method === wanted,
  },
  path: {
    found: toldPathOf,
    test(wanted) {
      const fits = pathPattern(wanted)
      return (entry) => fits(toldPathOf(entry))
    },
  },
  status: {
    found: ({ status }) => status,
    test(wanted) {
      const pattern = new RegExp(`^${String(wanted).replaceAll(/x/gi, '\\d')}$`)
      return ({ status }) => pattern.test(String(status))
    },
  },
  rule: {
    found: ({ rules }) => rules,
    test:
      (wanted) =>
      ({ rules }) =>
        rules.includes(wanted),
  },
  ad_account: { found: toldAdAccountOf, test: (wanted) => (entry) => toldAdAccountOf(entry) === wanted },
  since: {
    found: ({ id }) => id,
    test:
      (wanted) =>
      ({ id }) =>
        id > wanted,
  },
  faults: {
    found: ({ faults, redactor: blackout }) => faults.map((fault) => blackout.text(fault)),
    test:
      (wanted) =>
      ({ faults }) =>
        faults.length > 0 === wanted,
  },
  warnings: {
    found: (entry) => warningsOf(entry).map((warning) => entry.redactor.text(warning)),
    test: (wanted) => (entry) => warningsOf(entry).length > 0 === wanted,
  },
  body_contains: {
    found: (entry, { bodies }) => bodies.textOf(entry),
    test(wanted, { bodies }) {
      const mayBe = mayContainText(wanted)
      return (entry) => mayBe(entry) && (bodies.textOf(entry)?.includes(wanted) ?? false)
    },
  },
  body_path: { found: toldParts, test: (body_path, { bodies }) => bodyTest({ body_path }, bodies) },
  body_equals: { found: toldParts, test: (_wanted, { match, bodies }) => bodyTest(match, bodies) },
}

const names = Object.keys(criteria) as (keyof Match)[]

/** What does not hold of a request, with what was looked for and what it has instead; the beginning of what is long. */
export interface Miss {
  readonly criterion: string
  readonly wanted: unknown
  readonly found: unknown
}

/** A match that is held against many requests: what it asks is made ready once. */
export class Search {
  /** What is asked, the cheap first. */
  readonly asked: readonly (keyof Match)[]
  readonly #tests: readonly ((entry: JournalEntry) => boolean)[]
  readonly #about: Asked

  constructor(match: Match, bodies = new Bodies()) {
    this.#about = { match, bodies }
    this.asked = names.filter((name) => match[name] !== undefined)
    this.#tests = this.asked.map((name) => {
      const { test } = criteria[name] as Criterion<unknown>
      return test(match[name], this.#about)
    })
  }

  /** Whether everything holds that is asked. A body that is what is wanted has the path to it as well. */
  readonly isMet = (entry: JournalEntry): boolean =>
    this.#tests.every((holds, index) => (this.#isImplied(index) ? true : holds(entry)))

  #isImplied(index: number): boolean {
    return this.asked[index] === 'body_path' && this.#about.match.body_equals !== undefined
  }

  /** The criteria that do not hold. */
  missing(entry: JournalEntry): readonly (keyof Match)[] {
    return this.asked.filter((_name, index) => !this.#tests[index]?.(entry))
  }

  /** What is wanted of a criterion and not found, in words. */
  missOf(entry: JournalEntry, criterion: keyof Match): Miss {
    const found = criteria[criterion].found(entry, this.#about) ?? null
    return { criterion, wanted: shortened(this.#about.match[criterion]), found: shortened(found) }
  }
}
