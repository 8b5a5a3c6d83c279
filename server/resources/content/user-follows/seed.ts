import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { userFollowRelation } from './repository.ts'

/** The seed section of followed users: `owner` follows `user`. */
export const userFollowSeed = seedSection({
  name: 'user_follows',
  creation: z.strictObject({}),
  shape: { user: aliasOf('users'), ...seedOwner },
  create(context, { user, owner }) {
    const { world, idNamed } = context
    const [follower, followed] = [ownerIdOf(context, owner), idNamed('users', user)]
    if (follower === followed) return context.refuse('a user cannot follow itself')
    return userFollowRelation.relate(world.db, follower, followed)
  },
})
