import { z } from 'zod'
import { fieldEdits } from '#server/contracts/field-edits.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { targetingTemplateTable } from './repository.ts'
import { templateStatuses } from './schema.ts'
import { createdTemplateText } from './serialize.ts'

/** Direct edits of targeting templates: removed or not, and the times of creation and update. */
export const targetingTemplateKind = fieldEdits('targeting_templates', targetingTemplateTable, {
  fields: { status: z.enum(templateStatuses), created_time: UnixTime, updated_time: UnixTime },
  text: () => createdTemplateText,
})
