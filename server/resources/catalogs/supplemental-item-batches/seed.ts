import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { LocalInventoryOperations } from './schema.ts'
import { runLocalBatch } from './service.ts'

const SupplementalBatchSeed = z.strictObject({ operations: LocalInventoryOperations })

/** The seed section of batches of local inventory: each is carried out as if it had been sent. */
export const supplementalItemBatchSeed = seedSection({
  name: 'supplemental_item_batches',
  creation: SupplementalBatchSeed,
  shape: { ...seedOwner, catalog: aliasOf('catalogs') },
  create(context, { owner, catalog, ...item }) {
    const { world, idNamed, parsed, refuse } = context
    const row = catalogTable.find(world.db, ownerIdOf(context, owner), idNamed('catalogs', catalog))
    if (row === undefined) return refuse(`The owner has no catalog ${catalog}`)
    return { id: runLocalBatch(world, row, parsed(SupplementalBatchSeed, item).operations).id }
  },
})
