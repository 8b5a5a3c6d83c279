import type { Call } from '../call.ts'
import type { Detector, Occurrence } from './detector.ts'

/** Detects calls within the window of a rate limit that has refused one already. */
export const retryBeforeReset: Detector = {
  id: 'retry-before-reset',
  title: 'A retry before the rate limit was reset',
  harm: 'The call is refused again, and a client that goes on so is blocked for longer.',
  instead: 'Wait for the seconds in Retry-After, or else in x-ratelimit-reset, before the next call of that category.',
  find(calls) {
    if (calls.every(({ wait }) => wait === null)) return []
    const next = new Map<string, Call>()
    const occurrences: Occurrence[] = []
    for (const call of calls.toReversed()) {
      const key = JSON.stringify([call.caller, call.category ?? call.operation])
      const early = next.get(key)
      next.set(key, call)
      if (call.wait === null || early === undefined) continue
      const after = (early.time - call.time) / 1000
      if (after >= call.wait) continue
      occurrences.push({
        message: `${early.operation} was called ${after} s after a 429 that said to wait for ${call.wait} s.`,
        requests: [call.id, early.id],
      })
    }
    return occurrences.toReversed()
  },
}
