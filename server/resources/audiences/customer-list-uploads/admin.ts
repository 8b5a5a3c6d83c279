import { z } from 'zod'
import { rowById } from '#db/rows.ts'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import { type UploadRow, uploadTable } from './repository.ts'
import { uploadStates } from './schema.ts'
import { uploadOf, uploadStartTimeFor } from './serialize.ts'

/**
 * Direct edits of uploads: the current state. An upload proceeds from there with the world's clock, unless it is paused
 * or failed.
 */
export const customerListUploadKind = editableEntity({
  name: 'customer_list_uploads',
  change: { state: z.enum(uploadStates).optional() },
  edit({ db, clock }: World, row: UploadRow, { state }) {
    const now = clock.seconds()
    const held = state === 'PAUSED' || state === 'FAILED' ? state : null
    const changed = state === undefined ? row : { ...row, started_time: uploadStartTimeFor(state, now), held }
    uploadTable.update(db, changed)
    const list = rowById(db, 'customer_lists', row.customer_list_id) as unknown as CustomerListRow
    return JSON.stringify(uploadOf(changed, list, now))
  },
})
