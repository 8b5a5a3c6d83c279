import { z } from 'zod'
import { fieldEdits } from '#server/contracts/field-edits.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { customerSegmentTable } from './repository.ts'
import { segmentStatuses } from './schema.ts'

/** Direct edits of customer segments: the status, which nothing brings back to ACTIVE, and the times. */
export const customerSegmentKind = fieldEdits('customer_segments', customerSegmentTable, {
  fields: { status: z.enum(segmentStatuses), created_time: UnixTime, updated_time: UnixTime },
})
