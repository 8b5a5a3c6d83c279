import { bodyMatcher, partsOf } from './body-match.ts'
import { mayContainText, mayContainTexts, textsOf } from './body-texts.ts'
import type { CallMatch, ValueMatches } from './call-match.ts'
import type { CallView } from './call-view.ts'
import { pathPattern } from './path-pattern.ts'
import { textPattern } from './text-pattern.ts'

/** How one criterion of a match is tested. */
export interface Criterion<Expected, Subject extends CallView = CallView> {
  /** Returns the request's actual value. */
  readonly actual: (call: Subject, match: CallMatch) => unknown
  /** Returns the test of an expected value, which is then applied to many requests. */
  readonly test: (expected: Expected, match: CallMatch) => (call: Subject) => boolean
}

/** A criterion for each field of a match. */
export type Criteria<Match extends CallMatch, Subject extends CallView = CallView> = {
  readonly [Name in keyof Match]-?: Criterion<NonNullable<Match[Name]>, Subject>
}

/** The most values of a body that are shown. */
const maxParts = 20

/** Returns the values of a body at a path; a single one as itself. */
const partsAt = (call: CallView, match: CallMatch): unknown => {
  const parts = partsOf(call.body, match, maxParts)
  return parts.length > 1 ? parts : (parts[0] ?? null)
}

/** Returns a test of a body that looks for literal texts first, which takes a hundredth of the time of parsing. */
function bodyTest(match: CallMatch): (call: CallView) => boolean {
  const [texts, matches] = [textsOf(match), bodyMatcher(match)]
  return (call) => mayContainTexts(call.sentBody, texts) && matches(call.body)
}

/** Returns the values of a request under the names that a match has. */
const valuesOf = (expected: ValueMatches = {}, read: (name: string) => unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.keys(expected).map((name) => [name, read(name) ?? null]))

/** Returns a test of values by name: of several values of one name, one must match. */
function valuesTest(
  expected: ValueMatches,
  valuesIn: (call: CallView, name: string) => readonly string[],
): (call: CallView) => boolean {
  const tests = Object.entries(expected).map(([name, value]) => {
    const matches = value === null ? undefined : textPattern(String(value))
    return (call: CallView) => {
      const values = valuesIn(call, name)
      return matches === undefined ? values.length === 0 : values.some(matches)
    }
  })
  return (call) => tests.every((holds) => holds(call))
}

const oneOrAll = (values: readonly string[]): unknown => (values.length > 1 ? values : values[0])

/** The criteria of requests, the cheap ones first. */
export const callCriteria: Criteria<CallMatch> = {
  operation: {
    actual: ({ operation }) => operation,
    test:
      (expected) =>
      ({ operation }) =>
        operation === expected,
  },
  method: {
    actual: ({ method }) => method,
    test:
      (expected) =>
      ({ method }) =>
        method === expected,
  },
  path: {
    actual: ({ path }) => path,
    test(expected) {
      const matches = pathPattern(expected)
      return ({ path }) => matches(path)
    },
  },
  ad_account: {
    actual: ({ adAccount }) => adAccount,
    test:
      (expected) =>
      ({ adAccount }) =>
        adAccount === expected,
  },
  query: {
    actual: (call, { query }) => valuesOf(query, (name) => oneOrAll(call.parameter(name))),
    test: (expected) => valuesTest(expected, (call, name) => call.parameter(name)),
  },
  headers: {
    actual: (call, { headers }) => valuesOf(headers, (name) => call.header(name)),
    test: (expected) =>
      valuesTest(expected, (call, name) => {
        const value = call.header(name)
        return value === undefined ? [] : [value]
      }),
  },
  body_contains: {
    actual: ({ bodyText }) => bodyText,
    test(expected) {
      const mayContain = mayContainText(expected)
      return (call) => mayContain(call.sentBody) && (call.bodyText?.includes(expected) ?? false)
    },
  },
  body_path: { actual: partsAt, test: (body_path) => bodyTest({ body_path }) },
  body_equals: { actual: partsAt, test: (_expected, match) => bodyTest(match) },
}
