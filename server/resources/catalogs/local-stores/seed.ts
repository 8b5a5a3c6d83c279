import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { LocalStoreCreate } from './schema.ts'
import { createStore } from './service.ts'

/** The seed section of local stores, each of a catalog. */
export const localStoreSeed = seedSection({
  name: 'local_stores',
  creation: LocalStoreCreate,
  shape: { ...seedOwner, catalog: aliasOf('catalogs') },
  pull: {
    lists: [{ operation: 'catalogs_local_stores/list', within: { section: 'catalogs', parameter: 'catalog_id' } }],
  },
  create(context, { owner, catalog, ...item }) {
    const { world, idNamed, parsed, stored, refuse } = context
    const row = catalogTable.find(world.db, ownerIdOf(context, owner), idNamed('catalogs', catalog))
    if (row === undefined) return refuse(`The owner has no catalog ${catalog}`)
    return { id: stored(createStore(world, row, parsed(LocalStoreCreate, item))).id }
  },
})
