import { fieldEdits } from '#server/contracts/field-edits.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { leadFormTable } from './repository.ts'
import { LeadForm } from './schema.ts'

/** Direct edits of lead forms: the status, unless it is a draft, and the times of creation and change. */
export const leadFormKind = fieldEdits('lead_forms', leadFormTable, {
  fields: { status: LeadForm.shape.status, created_time: UnixTime, updated_time: UnixTime },
  keepsDrafts: true,
})
