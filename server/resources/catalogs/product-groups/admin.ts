import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { editedProductGroup } from './edit.ts'
import type { ProductGroupRow } from './repository.ts'
import { productGroupTypes } from './schema.ts'
import { productGroupText } from './serialize.ts'

const time = z.int().min(0).optional()

/** Direct edits of product groups: what Pinterest decides of them. */
export const productGroupKind = editableEntity({
  name: 'product_groups',
  change: {
    type: z.enum([...productGroupTypes, 'ALL_LISTINGS']).optional(),
    status: z.enum(['ACTIVE', 'INACTIVE']).optional(),
    is_international: z
      .literal(true)
      .optional()
      .meta({ description: 'Takes country and locale away: the product group is then for all countries.' }),
    created_at: time,
    updated_at: time,
  },
  edit: (world: World, row: ProductGroupRow, { is_international, ...change }) =>
    productGroupText(
      editedProductGroup(world, row, { ...change, ...(is_international && { country: null, locale: null }) }),
    ),
})
