import { defaultWorld } from '#server/domain/world-name.ts'
import type { Verdict } from '#server/inspection/verify.ts'

/** The most characters of an expectation in an address: a longer one is left out, and its near misses are in it alone. */
const maxExpected = 1500

/** What an address in the console is made of. */
export interface LinkedVerification {
  /** The address of the console, with a slash at its end; undefined where there is none. */
  readonly console: string | undefined
  readonly world: string
  /** What was expected, as the body of the call had it. */
  readonly expected: object
}

/** Returns the address at which the console shows the near misses of a verification; undefined without any. */
export function linkToNearMisses(
  { near_misses }: Pick<Verdict, 'near_misses'>,
  { console, world, expected }: LinkedVerification,
): string | undefined {
  if (console === undefined || near_misses.length === 0) return undefined
  const text = JSON.stringify(expected)
  const query = new URLSearchParams({
    ...(world !== defaultWorld && { world }),
    near: near_misses.map(({ id }) => id).join(','),
    ...(text.length <= maxExpected && { expected: text }),
  })
  return `${console}#/traffic?${query}`
}
