import { z } from 'zod'
import { rowById } from '#db/rows.ts'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import { type UploadRow, uploadTable } from './repository.ts'
import { uploadStates } from './schema.ts'
import { startedFor, uploadOf } from './serialize.ts'

/** Uploads: how far they are, now. They go on from there by the world's clock, but for those that pause or have failed. */
export const customerListUploadKind = editableEntity({
  name: 'customer_list_uploads',
  change: { state: z.enum(uploadStates).optional() },
  edit({ db, clock }: World, row: UploadRow, { state }) {
    const now = clock.seconds()
    const held = state === 'PAUSED' || state === 'FAILED' ? state : null
    const changed = state === undefined ? row : { ...row, started_time: startedFor(state, now), held }
    uploadTable.update(db, changed)
    const list = rowById(db, 'customer_lists', row.customer_list_id) as unknown as CustomerListRow
    return JSON.stringify(uploadOf(changed, list, now))
  },
})
