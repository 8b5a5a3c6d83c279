import { z } from 'zod'
import { rowById } from '#db/rows.ts'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import { type UploadRow, uploadTable } from './repository.ts'
import { type UploadState, uploadStates } from './schema.ts'
import { uploadLifecycle, uploadOf } from './serialize.ts'

/**
 * Direct edits of uploads: the current state. An upload proceeds from there with the world's clock, unless it is paused
 * or failed.
 */
export const customerListUploadKind = editableEntity({
  name: 'customer_list_uploads',
  change: { state: z.enum(uploadStates).optional() },
  edit(world: World, row: UploadRow, { state }) {
    const { db } = world
    const held = state === 'PAUSED' || state === 'FAILED' ? state : null
    const changed = state === undefined ? row : { ...row, started_time: startedTimeFor(world, row, state), held }
    uploadTable.update(db, changed)
    const list = rowById(db, 'customer_lists', row.customer_list_id) as unknown as CustomerListRow
    return JSON.stringify(uploadOf(changed, list, progressOf(world, 'customer_list_uploads')))
  },
})

/** Returns the time at which an upload must have been run to be in the state now; null for a state before the run. */
function startedTimeFor(world: World, { id }: UploadRow, state: UploadState): number | null {
  if (state === 'NOT_STARTED') return null
  const edited = { id, field: 'state', state }
  return startOfState(world, 'customer_list_uploads', uploadLifecycle, edited) ?? world.clock.seconds()
}
