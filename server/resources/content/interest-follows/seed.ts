import { z } from 'zod'
import { seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { interestFollowRelation } from './repository.ts'
import { interestNamed } from './serialize.ts'

/** The seed section of followed interests, each of a user, by id or name. */
export const interestFollowSeed = seedSection({
  name: 'interest_follows',
  creation: z.strictObject({}),
  shape: {
    interest: z.string().min(1).max(100).meta({ description: 'ID or name of an interest: Architecture.' }),
    ...seedOwner,
  },
  create(context, { interest, owner }) {
    const id = interestNamed(interest) ?? context.refuse(`interest '${interest}' does not exist`)
    return interestFollowRelation.relate(context.world.db, ownerIdOf(context, owner), id)
  },
})
