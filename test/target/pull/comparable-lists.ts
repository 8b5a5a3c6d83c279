import type { Json } from '#test/support/mock.ts'
import type { Lists } from './servers.ts'

/** Returns lists without what only the server sets and no creation brings about: follows, and tags with catalog items. */
export const withoutCounts = (lists: Lists): Json =>
  JSON.parse(
    JSON.stringify(lists, (key, value) => {
      if (/^(follower|following)_count$/.test(key)) return 0
      return key === 'product_tags' ? [] : value
    }),
  )

/** Returns the lists of one server with the ids that the same entities have in another. */
export function withIdsOf(lists: Lists, other: Lists): Json {
  const ids = new Map(
    Object.entries(lists).flatMap(([section, entities]) =>
      entities.map(({ id }, index) => [id, other[section]?.[index]?.id] as const),
    ),
  )
  return JSON.parse(JSON.stringify(withoutCounts(lists), (_, value) => ids.get(value) ?? value))
}
