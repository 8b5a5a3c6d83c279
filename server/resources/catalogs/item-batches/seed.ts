import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { ItemBatchRequest, market } from './schema.ts'
import { runBatch } from './service.ts'

const ItemBatchSeed = z.strictObject({
  ...market,
  items: z
    .array(z.record(LongText, z.unknown()))
    .min(1)
    .meta({ description: 'Operations, as in the body of a batch.' }),
})

/** The seed section of batches of items: each is carried out as if it had been sent. */
export const itemBatchSeed = seedSection({
  name: 'item_batches',
  creation: ItemBatchSeed,
  shape: { ...seedOwner, catalog: aliasOf('catalogs') },
  create(context, { owner, catalog, ...item }) {
    const { world, idNamed, parsed } = context
    const body = { catalog_type: 'RETAIL', catalog_id: idNamed('catalogs', catalog), ...parsed(ItemBatchSeed, item) }
    return { id: runBatch(world, { id: ownerIdOf(context, owner) }, parsed(ItemBatchRequest as never, body)).id }
  },
})
