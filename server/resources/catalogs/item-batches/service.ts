import type { Owned } from '#server/collections/owner.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findOrCreateCatalog } from '../catalogs/service.ts'
import { requireCatalog } from '../product-groups/service.ts'
import { carryOut } from './carry-out.ts'
import { operationsOf } from './operations.ts'
import { type ItemBatchRow, itemBatchTable } from './repository.ts'
import { itemBatchIdRange } from './resource.ts'
import type { ItemBatchRequest } from './schema.ts'

/**
 * Carries out a batch: its items are stored at once, and its state follows the clock. A business without a catalog of the
 * type gets one.
 */
export function runBatch(world: World, owner: Owned, body: ItemBatchRequest): ItemBatchRow {
  const { db, clock } = world
  const { catalogType, operations } = operationsOf(body)
  const catalog =
    'catalog_id' in body && body.catalog_id !== undefined
      ? requireCatalog(world, owner, body.catalog_id, catalogType)
      : findOrCreateCatalog(world, owner, catalogType)
  const now = clock.milliseconds()
  const catalogMarket = { catalog: catalog.seq, ...marketOf(body.country, body.language) }
  const place = { db, catalogMarket, catalogType, now }
  const records = JSON.stringify(operations.map((operation) => carryOut(place, operation)))
  const seq = itemBatchTable.nextSequence(db)
  const id = idOf(itemBatchIdRange, seq)
  return itemBatchTable.insert(db, { seq, id, owner_id: owner.id, catalog_type: catalogType, created_at: now, records })
}
