import { z } from 'zod'
import { aliasOf, SeedFeatures, seedSection } from '#server/contracts/seed-section.ts'
import { roles } from '#server/domain/access/roles.ts'
import { ownerIdOf, seedOwner } from '../users/seed.ts'
import { grantRoles } from './granted-roles.ts'
import { storeFeatures } from './repository.ts'
import { AdAccountCreate } from './schema.ts'
import { createAdAccount, requireAdAccount } from './service.ts'

/**
 * The seed section of ad accounts: with the features that differ from the defaults, the owner (by default the first
 * user) and the roles of other users.
 */
export const adAccountSeed = seedSection({
  name: 'ad_accounts',
  creation: AdAccountCreate,
  shape: {
    features: SeedFeatures.optional(),
    ...seedOwner,
    roles: z.record(aliasOf('users'), z.array(z.enum(roles)).min(1)).default({}),
  },
  pull: { lists: [{ operation: 'ad_accounts/get' }] },
  create(context, { features, owner, roles, ...item }) {
    const { world, parsed, idNamed } = context
    const { id } = createAdAccount(world, parsed(AdAccountCreate, item), ownerIdOf(context, owner))
    if (features !== undefined) storeFeatures(world.db, id, features)
    for (const [user, granted] of Object.entries(roles)) grantRoles(world.db, id, idNamed('users', user), granted)
    return { id, account: requireAdAccount(world, id) }
  },
})
