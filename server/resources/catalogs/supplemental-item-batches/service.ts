import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import type { CatalogRow } from '../catalogs/repository.ts'
import { carryOut } from './carry-out.ts'
import { type SupplementalItemBatchRow, supplementalItemBatchTable } from './repository.ts'
import { supplementalItemBatchIdRange } from './resource.ts'
import type { LocalInventoryOperation } from './schema.ts'

/** Carries out a batch: its local inventory is stored at once, and its state follows the clock. */
export function runLocalBatch(
  { db, clock }: World,
  { id: catalog_id }: Pick<CatalogRow, 'id'>,
  operations: readonly LocalInventoryOperation[],
): SupplementalItemBatchRow {
  const now = clock.milliseconds()
  const place = { db, catalogId: catalog_id, now }
  const records = JSON.stringify(operations.map((operation) => carryOut(place, operation)))
  const seq = supplementalItemBatchTable.nextSequence(db)
  const id = idOf(supplementalItemBatchIdRange, seq)
  return supplementalItemBatchTable.insert(db, { seq, id, catalog_id, created_at: now, records })
}
