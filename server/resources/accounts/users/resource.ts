import type { Resource } from '#server/contracts/resource.ts'
import { userIdRange } from '#server/domain/access/user.ts'

/** The users resource: the owners of ad accounts, boards and Pins. */
export const users: Resource = {
  name: 'users',
  parents: [],
  ids: [userIdRange],
  seed: async () => (await import('./seed.ts')).userSeed,
  edits: async () => (await import('./admin.ts')).userKind,
}
