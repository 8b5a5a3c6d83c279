import type { Criteria } from '../domain/matching/call-criteria.ts'
import { isDifferent } from '../journal/comparison.ts'
import { warningsOf } from '../journal/outcome.ts'
import type { JournaledCall } from './request-bodies.ts'
import type { Match } from './request-match.ts'

/** Returns the pattern of a status such as 404, or of a class of them such as `4xx`. */
export const statusPattern = (expected: number | string): RegExp =>
  new RegExp(`^${String(expected).replaceAll(/x/gi, '\\d')}$`)

/** The criteria that a request is compared by beside what it sent: its answer, and what the journal knows of it. */
export const ofEntries: Pick<
  Criteria<Match, JournaledCall>,
  'status' | 'rule' | 'since' | 'faults' | 'fallback' | 'differs' | 'warnings'
> = {
  status: {
    actual: ({ entry }) => entry.status,
    test(expected) {
      const pattern = statusPattern(expected)
      return ({ entry }) => pattern.test(String(entry.status))
    },
  },
  rule: {
    actual: ({ entry }) => entry.rules,
    test:
      (expected) =>
      ({ entry }) =>
        entry.rules.includes(expected),
  },
  since: {
    actual: ({ entry }) => entry.id,
    test:
      (expected) =>
      ({ entry }) =>
        entry.id > expected,
  },
  faults: {
    actual: ({ entry }) => entry.faults.map((fault) => entry.redactor.text(fault)),
    test:
      (expected) =>
      ({ entry }) =>
        entry.faults.length > 0 === expected,
  },
  differs: {
    actual: ({ entry }) => entry.comparison?.state ?? null,
    test:
      (expected) =>
      ({ entry }) =>
        isDifferent(entry.comparison) === expected,
  },
  fallback: {
    actual: ({ entry }) => entry.fallback,
    test:
      (expected) =>
      ({ entry }) =>
        entry.fallback === expected,
  },
  warnings: {
    actual: ({ entry }) => warningsOf(entry).map((warning) => entry.redactor.text(warning)),
    test:
      (expected) =>
      ({ entry }) =>
        warningsOf(entry).length > 0 === expected,
  },
}
