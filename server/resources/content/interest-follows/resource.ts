import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { userFollows } from '../user-follows/resource.ts'

/** Where the interests that users follow are stored. */
export const interestFollowOptions = {
  name: 'interest_follows',
  column: 'interest',
  range: idRange('interest_follow', 5_705_100_000_000n),
} as const

/** The interests that users follow: the API lists them, and follows none. */
export const interestFollows: Resource = {
  name: 'interest_follows',
  parents: [users, userFollows],
  ids: [interestFollowOptions.range],
  operations: { 'user_account/followed_interests': {} },
  routes: async () => (await import('./routes.ts')).interestFollowRoutes,
  seed: async () => (await import('./seed.ts')).interestFollowSeed,
  edits: async () => (await import('./admin.ts')).interestFollowKind,
}
