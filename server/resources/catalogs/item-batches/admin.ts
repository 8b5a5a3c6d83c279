import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type ItemBatchRow, itemBatchTable } from './repository.ts'
import { batchLifecycle, batchText } from './serialize.ts'

/** Direct edits of batches of items: the state, from which a batch proceeds with the world's clock. */
export const itemBatchKind = editableEntity({
  name: 'item_batches',
  change: { status: z.enum(['PROCESSING', 'COMPLETED']).optional() },
  edit(world: World, row: ItemBatchRow, { status }) {
    const edited = status && { id: row.id, field: 'status', state: status }
    const start = edited && startOfState(world, 'item_batches', batchLifecycle, edited)
    const changed = start === undefined ? row : itemBatchTable.update(world.db, { ...row, created_at: start * 1000 })
    return batchText(world, changed, progressOf(world, 'item_batches'))
  },
})
