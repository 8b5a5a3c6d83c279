import { z } from 'zod'
import { editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { type ConversionTagRow, conversionTagTable } from './repository.ts'
import { ConversionTagCreate, tagStatuses } from './schema.ts'

/** Direct edits of conversion tags, which the API cannot change: status and name. */
export const conversionTagKind = editableEntity({
  name: 'conversion_tags',
  change: { status: z.enum(tagStatuses).optional(), name: ConversionTagCreate.shape.name.optional() },
  edit({ db }: World, row: ConversionTagRow, change) {
    return conversionTagTable.update(db, editedRow(row, change)).json
  },
})
