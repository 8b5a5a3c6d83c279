import type { Habit } from './habit.ts'

/** Calling on while the rate limit still holds. */
export const retryBeforeReset: Habit = {
  id: 'retry-before-reset',
  title: 'A retry before the rate limit was reset',
  harm: 'The call is refused again, and a client that goes on so is blocked for longer.',
  instead: 'Wait for the seconds in Retry-After, or else in x-ratelimit-reset, before the next call of that category.',
  find: (calls) =>
    calls.flatMap((refused, index) => {
      const { wait, caller, category, operation, time } = refused
      if (wait === null) return []
      const early = calls
        .slice(index + 1)
        .find((call) => call.caller === caller && (call.category ?? call.operation) === (category ?? operation))
      if (early === undefined || early.time - time >= wait * 1000) return []
      const after = (early.time - time) / 1000
      return {
        message: `${early.operation} was called ${after} s after a 429 that said to wait for ${wait} s.`,
        requests: [refused.id, early.id],
      }
    }),
}
