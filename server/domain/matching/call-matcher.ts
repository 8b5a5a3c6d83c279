import { type Criterion, callCriteria } from './call-criteria.ts'
import type { CallMatch } from './call-match.ts'
import type { CallView } from './call-view.ts'

/** The names of all criteria, the cheap ones first. */
export const callCriterionNames = Object.keys(callCriteria) as readonly (keyof CallMatch)[]

/** Creates the predicate of a match. Patterns and expected values are prepared once for many requests. */
export function callMatcher(match: CallMatch): (call: CallView) => boolean {
  const tests = callCriterionNames.flatMap((name) => {
    const isImplied = name === 'body_path' && match.body_equals !== undefined
    if (match[name] === undefined || isImplied) return []
    const { test } = callCriteria[name] as Criterion<unknown>
    return test(match[name], match)
  })
  return (call) => tests.every((holds) => holds(call))
}
