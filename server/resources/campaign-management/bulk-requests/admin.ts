import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type BulkRequestRow, bulkRequestTable } from './repository.ts'
import { bulkStatuses } from './schema.ts'
import { bulkLifecycle, bulkStatus } from './state.ts'

/**
 * Direct edits of bulk requests: the state, and when they were created. A request proceeds from its state with the world's
 * clock, unless it has failed.
 */
export const bulkRequestKind = editableEntity({
  name: 'bulk_requests',
  change: { status: z.enum(bulkStatuses).optional(), created_time: UnixTime.optional() },
  edit(world: World, row: BulkRequestRow, { status, created_time = row.created_time }) {
    const dated = { ...row, created_time }
    const changed = bulkRequestTable.update(world.db, { ...dated, ...(status && stateOf(world, dated, status)) })
    const { id, ad_account_id, type } = changed
    return JSON.stringify({
      id,
      ad_account_id,
      type,
      status: bulkStatus(changed, progressOf(world, 'bulk_requests')),
      created_time: changed.created_time,
    })
  },
})

function stateOf(
  world: World,
  { id, created_time }: BulkRequestRow,
  state: (typeof bulkStatuses)[number],
): Pick<BulkRequestRow, 'created_time' | 'held'> {
  if (state === 'FAILED') return { created_time, held: state }
  const edited = { id, field: 'status', state }
  return {
    created_time: startOfState(world, 'bulk_requests', bulkLifecycle, edited) ?? world.clock.seconds(),
    held: null,
  }
}
