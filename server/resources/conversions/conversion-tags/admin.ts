import { z } from 'zod'
import { fieldEdits } from '#server/contracts/field-edits.ts'
import { conversionTagTable } from './repository.ts'
import { ConversionTagCreate, tagStatuses } from './schema.ts'

/** Direct edits of conversion tags, which the API cannot change: status and name. */
export const conversionTagKind = fieldEdits('conversion_tags', conversionTagTable, {
  fields: { status: z.enum(tagStatuses), name: ConversionTagCreate.shape.name },
})
