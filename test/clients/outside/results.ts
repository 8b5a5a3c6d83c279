import type { ExercisedClient } from '../results.ts'
import type { OutsideClient } from './client.ts'

/** A check that a client failed. */
export interface Failure {
  readonly check: string
  readonly reason: string
  /** Why that is not ours; absent where it may be. */
  readonly explained: string | undefined
}

/** What became of a client's checks. */
export interface CheckedClient extends ExercisedClient {
  readonly passed: number
  readonly failures: readonly Failure[]
  readonly surprises: string | undefined
}

/** Reads what the checks of a client printed. */
export function checkedClient(
  { client, version, language, exercised, surprises, explained = {} }: OutsideClient,
  printed: string,
): CheckedClient {
  const failures = [...printed.matchAll(/^not ok: (.*?): (.*)$/gm)].map(([, check = '', reason = '']) => ({
    check,
    reason,
    explained: explained[check],
  }))
  const passed = printed.match(/^ok: /gm)?.length ?? 0
  return { client, version, language, exercised, passed, failures, surprises }
}

/** Returns what surprises in a client, with what its failures say of it, for the table of the documentation. */
export function surprisesOf({ failures, surprises }: CheckedClient): string {
  const failed = failures.map(({ check, explained, reason }) => `\`${check}\`: ${explained ?? reason.slice(0, 120)}`)
  return [...(surprises === undefined ? [] : [surprises]), ...failed].join('. ')
}
