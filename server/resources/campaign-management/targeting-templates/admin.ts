import { z } from 'zod'
import { editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type TargetingTemplateRow, targetingTemplateTable } from './repository.ts'
import { templateStatuses } from './schema.ts'
import { createdTemplateText } from './serialize.ts'

/** Direct edits of targeting templates: removed or not, and the times of creation and update. */
export const targetingTemplateKind = editableEntity({
  name: 'targeting_templates',
  change: {
    status: z.enum(templateStatuses).optional(),
    created_time: UnixTime.optional(),
    updated_time: UnixTime.optional(),
  },
  edit({ db }: World, row: TargetingTemplateRow, change) {
    return createdTemplateText(targetingTemplateTable.update(db, editedRow(row, change)))
  },
})
