import { z } from 'zod'
import { LongId } from '#server/http/schema/fields.ts'

const ProductTag = z.object({ pin_id: LongId.meta({ description: 'ID of the product Pin.' }) })

/** The request body of an addition and of a deletion. */
export const ProductTagsChange = z.object({ product_tags: z.array(ProductTag).min(1).max(24) }).meta({
  id: 'ProductTagsRequest',
  description: 'Product Pins to tag a Pin with, or to remove from its tags.',
  example: { product_tags: [{ pin_id: '1055601634488352859' }] },
})

/** The response of a list and of an addition. */
export const ProductTags = z
  .object({ product_tags: z.array(ProductTag) })
  .meta({ id: 'ProductTags', description: 'All product tags of the Pin, in the order in which they were added.' })

/** The response where a product cannot be tagged. */
export const ProductTagsError = z
  .object({
    code: z.int(),
    message: z.string(),
    details: z
      .object({ product_tags: z.array(z.object({ pin_id: z.string(), error_message: z.string() })) })
      .optional()
      .meta({ description: 'Reason for each product. Absent where the request itself is refused.' }),
  })
  .meta({ id: 'ProductTagsError', description: 'Refusal of product tags. Nothing is stored.' })

export type ProductTagsChange = z.output<typeof ProductTagsChange>
