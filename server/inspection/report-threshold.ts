import type { ReportReply } from './report-schema.ts'

/** The conditions under which a report fails a build. */
export interface Threshold {
  /** Findings that must not occur, by name; `any` is all. */
  readonly fail_on?: readonly string[] | undefined
  /** Number of operations that must be called at least. */
  readonly min_operations?: number | undefined
  /** Number of occurrences of findings that are allowed. */
  readonly max_findings?: number | undefined
  /** The deprecated name of `max_findings`; the smaller one counts. */
  readonly max_habits?: number | undefined
}

/** Returns a sentence for each condition that a report does not meet; none when it passes. */
export function failuresOf({ operations, findings }: ReportReply, threshold: Threshold): string[] {
  const { fail_on = [], min_operations = 0, max_findings = unlimited, max_habits = unlimited } = threshold
  const failing = findings.filter(({ finding }) => fail_on.includes('any') || fail_on.includes(finding))
  const occurrences = findings.reduce((sum, { count }) => sum + count, 0)
  const allowed = Math.min(max_findings, max_habits)
  const met = operations.met.length
  return [
    ...failing.map(({ finding, title, count }) => `${finding}: ${title}, ${count} times`),
    ...(met < min_operations ? [`${met} operations were met, and at least ${min_operations} are wanted`] : []),
    ...(occurrences > allowed ? [`${occurrences} findings, and at most ${allowed} are allowed`] : []),
  ]
}

const unlimited = Number.POSITIVE_INFINITY
