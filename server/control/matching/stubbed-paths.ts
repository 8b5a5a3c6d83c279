import type { CallMatch } from '#server/domain/matching/call-match.ts'
import { pathPattern } from '#server/domain/matching/path-pattern.ts'
import type { Stubs } from '#server/domain/stubs/stubs.ts'

/** Returns whether a match may be met by calls of a path that no operation has and a stub answers. */
export function isOfStub({ operation, path }: CallMatch, stubs: Stubs): boolean {
  if (operation !== undefined || path === undefined) return false
  return stubs.list().some(({ rule }) => {
    const stubbed = rule.match.path ?? '*'
    return pathPattern(stubbed)(path) || pathPattern(path)(stubbed)
  })
}
