import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { type BulkRequestRow, bulkRequestTable } from './repository.ts'
import { bulkRequestIdRange } from './resource.ts'
import type { BulkDownloadCreate, BulkItemResult } from './schema.ts'

/** Begins a download. */
export const createDownload = (
  world: World,
  account: Pick<AdAccountContext, 'id'>,
  request: BulkDownloadCreate,
): BulkRequestRow => begin(world, account, { type: 'DOWNLOAD', request: JSON.stringify(request), results: '{}' })

/** Stores the results of an upsert as a bulk request. */
export const createUpsert = (
  world: World,
  account: Pick<AdAccountContext, 'id'>,
  items: readonly BulkItemResult[],
): BulkRequestRow => begin(world, account, { type: 'UPSERT', request: '{}', results: JSON.stringify({ items }) })

function begin(
  { db, clock }: World,
  { id: ad_account_id }: Pick<AdAccountContext, 'id'>,
  request: Pick<BulkRequestRow, 'type' | 'request' | 'results'>,
): BulkRequestRow {
  const seq = bulkRequestTable.nextSequence(db)
  const id = idOf(bulkRequestIdRange, seq)
  return bulkRequestTable.insert<BulkRequestRow>(db, {
    seq,
    id,
    ad_account_id,
    ...request,
    created_time: clock.seconds(),
    held: null,
  })
}
