import { interests } from '#server/domain/reference/interests.ts'
import type { InterestFollowRow } from './repository.ts'
import type { FollowedInterest } from './schema.ts'

/** Returns the id of the interest with this id or name, ignoring case; undefined where there is none. */
export const interestNamed = (text: string): string | undefined =>
  (interests.get(text) ?? [...interests.values()].find(({ name }) => name.toLowerCase() === text.toLowerCase()))?.id

/** Returns the followed interest as JSON text; one of an imported state that nobody knows has its id as its name. */
export function interestText({ interest: id }: InterestFollowRow): string {
  const name = interests.get(id)?.name ?? id
  const slug = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const followed: FollowedInterest = {
    id,
    key: name.toLowerCase(),
    name,
    canonical_url: `https://www.pinterest.com/ideas/${slug}/${id}/`,
  }
  return JSON.stringify(followed)
}
