import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { boards } from '../boards/resource.ts'

/** Where the boards that users follow are stored. */
export const boardFollowOptions = {
  name: 'board_follows',
  column: 'board_id',
  range: idRange('board_follow', 5_703_100_000_000n),
} as const

/** The boards that users follow: the API lists them, and follows none. */
export const boardFollows: Resource = {
  name: 'board_follows',
  parents: [users, boards],
  ids: [boardFollowOptions.range],
  seed: async () => (await import('./seed.ts')).boardFollowSeed,
  edits: async () => (await import('./admin.ts')).boardFollowKind,
}
