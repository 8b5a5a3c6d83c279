import { z } from 'zod'
import { fieldEdits } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { leadFormTable } from './repository.ts'
import { leadFormStatuses } from './schema.ts'

/** Direct edits of lead forms: the status, unless it is a draft, and the times of creation and change. */
export const leadFormKind = fieldEdits('lead_forms', leadFormTable, {
  fields: { status: z.enum(leadFormStatuses), created_time: UnixTime, updated_time: UnixTime },
  keepsDrafts: true,
})
