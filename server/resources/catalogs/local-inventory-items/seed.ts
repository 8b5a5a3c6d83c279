import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { localStoreTable } from '../local-stores/repository.ts'
import { hasItem } from './repository.ts'
import { localAttributes } from './schema.ts'
import { storeLocalItem } from './service.ts'

const LocalInventorySeed = z.strictObject({
  item_id: LongText.meta({ description: 'Id that the merchant gives the item of the catalog.' }),
  ...localAttributes,
})

/** The seed section of local inventory, each item in a store: they are stored without the checks of batches. */
export const localInventoryItemSeed = seedSection({
  name: 'local_inventory_items',
  creation: LocalInventorySeed,
  shape: { store: aliasOf('local_stores') },
  create({ world, idNamed, parsed, refuse }, { store, ...item }) {
    const { db, clock } = world
    const row = localStoreTable.findAnywhere(db, idNamed('local_stores', store))
    const { item_id: key, sale_price = null, ad_link = null, ...rest } = parsed(LocalInventorySeed, item)
    if (row === undefined || !hasItem(db, row.catalog_id, key)) {
      return refuse(`The catalog of the store ${store} has no item ${key}`)
    }
    const attributes = { ...rest, sale_price, ad_link }
    return { id: storeLocalItem(db, { storeId: row.id, key, attributes, at: clock.milliseconds() }).id }
  },
})
