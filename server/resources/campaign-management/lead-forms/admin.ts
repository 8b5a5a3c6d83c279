import { z } from 'zod'
import { editableEntity, editedRow, editedStatus } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type LeadFormRow, leadFormTable } from './repository.ts'
import { leadFormStatuses } from './schema.ts'

/** Direct edits of lead forms: back to DRAFT, and the times of creation and change. */
export const leadFormKind = editableEntity({
  name: 'lead_forms',
  change: {
    status: z.enum(leadFormStatuses).optional(),
    created_time: UnixTime.optional(),
    updated_time: UnixTime.optional(),
  },
  edit({ db }: World, row: LeadFormRow, change) {
    editedStatus(row.status, change.status)
    return leadFormTable.update(db, editedRow(row, change)).json
  },
})
