import type { Detector } from './detector.ts'

/** Detects granted scopes that no operation of the client requires. */
export const unneededScope: Detector = {
  id: 'unneeded-scope',
  title: 'A scope that is never needed',
  harm: "Users and Pinterest's review grant fewer scopes more readily, and a leaked token can do less.",
  instead: 'Ask for the scopes of the operations that are called.',
  find(calls) {
    const required = new Set(calls.flatMap(({ needs }) => needs))
    const granting = calls.filter(({ grants }) => grants.length > 0)
    const unused = new Set(granting.flatMap(({ grants }) => grants).filter((scope) => !required.has(scope)))
    return [...unused].map((scope) => ({
      message: `${scope} was granted, and no operation that was called needs it.`,
      requests: granting.filter(({ grants }) => grants.includes(scope)).map(({ id }) => id),
    }))
  },
}
