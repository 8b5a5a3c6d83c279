import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type SupplementalItemBatchRow, supplementalItemBatchTable } from './repository.ts'
import { supplementalBatchLifecycle, supplementalBatchText } from './serialize.ts'

const kind = 'supplemental_item_batches'

/** Direct edits of batches of local inventory: the state, from which a batch proceeds with the world's clock. */
export const supplementalItemBatchKind = editableEntity({
  name: kind,
  change: { status: z.enum(['PROCESSING', 'COMPLETED']).optional() },
  edit(world: World, row: SupplementalItemBatchRow, { status }) {
    const edited = status && { id: row.id, field: 'status', state: status }
    const start = edited && startOfState(world, kind, supplementalBatchLifecycle, edited)
    const changed =
      start === undefined ? row : supplementalItemBatchTable.update(world.db, { ...row, created_at: start * 1000 })
    return supplementalBatchText(world, changed, progressOf(world, kind))
  },
})
