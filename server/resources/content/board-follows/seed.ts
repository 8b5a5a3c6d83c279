import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { boardFollowRelation } from './repository.ts'

/** The seed section of followed boards, each of a user. */
export const boardFollowSeed = seedSection({
  name: 'board_follows',
  creation: z.strictObject({}),
  shape: { board: aliasOf('boards'), ...seedOwner },
  create(context, { board, owner }) {
    const { world, idNamed } = context
    return boardFollowRelation.relate(world.db, ownerIdOf(context, owner), idNamed('boards', board))
  },
})
