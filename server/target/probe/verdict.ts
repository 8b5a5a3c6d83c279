import type { Difference } from './evidence.ts'
import { type Observation, seenOf } from './observation.ts'
import type { ProbeCase } from './probe-case.ts'

/** What one call of a case showed of both servers. */
export interface Pair {
  readonly ours: Observation
  readonly theirs: Observation
}

/** What a case showed: differences, none where both agree, or why it cannot be told. */
export type CaseVerdict = { readonly differences: readonly Difference[] } | { readonly untold: string }

/** Judges a case by what its two calls showed. */
export function judge(
  { moment, features }: Pick<ProbeCase, 'moment' | 'features'>,
  pairs: Record<'refused' | 'passes', Pair>,
): CaseVerdict {
  const differences: Difference[] = []
  for (const call of ['refused', 'passes'] as const) {
    const { ours, theirs } = pairs[call]
    const untold = untoldBecause(theirs)
    if (untold !== undefined) return { untold }
    if (call === 'refused' && features !== undefined && Object.keys(features).length > 0 && !isRefused(theirs)) {
      return { untold: 'depends on a feature that this ad account may lack' }
    }
    const what = differing(ours, theirs)
    const theirRefusal = nearestRefusal(ours, theirs)
    if (what.length > 0) {
      differences.push({
        call,
        ...(moment !== undefined && { moment }),
        what: [...what],
        ours: seenOf(ours),
        theirs: seenOf(theirs, theirRefusal),
      })
    }
  }
  return { differences }
}

const isRefused = ({ refusals }: Observation): boolean => refusals.length > 0

/** Returns why the answer of the target says nothing about a rule. */
function untoldBecause({ status, refusals, stoppedAt }: Observation): string | undefined {
  const [refusal] = refusals
  const told = refusal === undefined || refusal.message === '' ? '' : `: ${refusal.message}`
  if (status === 429) return 'the rate limit was reached'
  if (status === 403) return `needs a permission${told}`
  if (status >= 500) return `the service failed with ${status}`
  if (status === 405) return 'the service does not offer the operation'
  if (stoppedAt !== undefined) return `the set-up '${stoppedAt}' was refused with ${status}${told}`
  return undefined
}

function differing(ours: Observation, theirs: Observation): Difference['what'] {
  if (isRefused(ours) !== isRefused(theirs)) return ['outcome']
  const what: Difference['what'] = []
  if (ours.status !== theirs.status) what.push('status')
  const [our] = ours.refusals
  const their = nearestRefusal(ours, theirs)
  if (our === undefined || their === undefined) return what
  if (our.code !== their.code && our.code !== undefined) what.push('code')
  if (our.message !== their.message) what.push('message')
  return what
}

/** Returns the refusal of theirs that is ours, or else their first: the real service may name several. */
function nearestRefusal({ refusals: [our] }: Observation, { refusals }: Observation) {
  return refusals.find(({ message, code }) => message === our?.message && code === our?.code) ?? refusals[0]
}
