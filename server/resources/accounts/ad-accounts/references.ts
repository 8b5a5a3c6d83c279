import { isIdOf } from '#server/domain/ids.ts'
import { nearest } from '#server/http/nearest.ts'
import { adAccountIdRange } from './resource.ts'

/** What is said of ids of ad accounts that do not exist. */
export interface UnknownAdAccounts {
  /** Why ids are refused that no ad account can ever have, a sentence each. */
  readonly refused: readonly string[]
  /** A warning for each id that an ad account may get later. */
  readonly warnings: readonly string[]
}

/**
 * Checks ids in settings by ad account. Ids depend on the order of creation alone, so that an ad account which a later
 * call or seed creates can be named before it exists.
 *
 * @param existing The ids that exist.
 * @param where What the ad account is missing from: `the world 'default'`.
 */
export function unknownAdAccounts(
  existing: readonly string[],
  ids: readonly string[],
  where: string,
): UnknownAdAccounts {
  const missing = ids.filter((id) => !existing.includes(id))
  const hintFor = (id: string): string => (existing.length > 0 ? ` Did you mean ${nearest(id, existing)}?` : '')
  const sentence = (id: string): string => `there is no ad account ${id} in ${where}`
  return {
    refused: missing.filter((id) => !isLater(id)).map((id) => `${sentence(id)}, nor can there be one.${hintFor(id)}`),
    warnings: missing
      .filter(isLater)
      .map((id) => `${sentence(id)}: it takes effect when one is created.${hintFor(id)}`),
  }
}

const isLater = (id: string): boolean => isIdOf(adAccountIdRange, id)
