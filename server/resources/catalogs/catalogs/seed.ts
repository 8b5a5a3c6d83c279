import { seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { CatalogCreate } from './schema.ts'
import { createCatalog } from './service.ts'

/** The seed section of catalogs, each of a user. */
export const catalogSeed = seedSection({
  name: 'catalogs',
  creation: CatalogCreate,
  shape: seedOwner,
  pull: { lists: [{ operation: 'catalogs/list' }] },
  create(context, { owner, ...item }) {
    const { world, parsed } = context
    return { id: createCatalog(world, { id: ownerIdOf(context, owner) }, parsed(CatalogCreate, item)).id }
  },
})
