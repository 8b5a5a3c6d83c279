import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { boardFollows } from '../board-follows/resource.ts'
import { boards } from '../boards/resource.ts'

/** Where the users that users follow are stored. */
export const userFollowOptions = {
  name: 'user_follows',
  column: 'user_id',
  range: idRange('user_follow', 5_704_100_000_000n),
} as const

/** The error for a username that no user of the world has. */
export const userFollowErrors = namedErrors({
  'user.name': {
    status: 404,
    code: 30,
    message: 'User not found.',
    evidence: 'documented',
    source: 'S523 follow_user/update; of user_account/followed_interests it is assumed',
    passes: 'The username of a user of this world: seeds create them.',
  },
})

/** The users that users follow, and the lists of whom and what users follow. */
export const userFollows: Resource = {
  name: 'user_follows',
  parents: [users, adAccounts, boards, boardFollows],
  ids: [userFollowOptions.range],
  errors: userFollowErrors,
  examples: { username: 'coastal_kitchens' },
  operations: {
    'follow_user/update': {},
    'followers/list': {},
    'user_following/get': {},
    'boards_user_follows/list': {},
  },
  routes: async () => (await import('./routes.ts')).userFollowRoutes,
  rules: async () => (await import('./rules.ts')).userFollowRules,
  seed: async () => (await import('./seed.ts')).userFollowSeed,
  edits: async () => (await import('./admin.ts')).userFollowKind,
}
