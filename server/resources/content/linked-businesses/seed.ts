import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { linkedBusinessRelation } from './repository.ts'

/** The seed section of linked business accounts: `business` is linked to `owner`. */
export const linkedBusinessSeed = seedSection({
  name: 'linked_businesses',
  creation: z.strictObject({}),
  shape: { business: aliasOf('users'), ...seedOwner },
  create(context, { business, owner }) {
    const { world, idNamed } = context
    return linkedBusinessRelation.relate(world.db, ownerIdOf(context, owner), idNamed('users', business))
  },
})
