import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about any write of a user's own Pin evaluate. */
export interface PinWriteFacts {
  readonly id: string
  /** Whether it is the product Pin of an item. */
  readonly isProduct: boolean
}

/** Rules about every change of a Pin that is there, and its deletion. */
export const pinWriteRules: readonly Rule<PinWriteFacts>[] = [
  {
    ...assumed,
    source: 'a decision of this project: an item belongs to its feed, or to whoever sends batches',
    id: 'pin.product.of-item',
    operations: ['pins/update', 'pins/delete', 'product_tags/bulk_add', 'product_tags/bulk_delete'],
    fields: ['pin_id'],
    refuses: 'request',
    essential: true,
    message: 'A product Pin is changed and deleted with its item, by a feed or POST /v5/catalogs/items/batch.',
    passes: 'The id of a Pin that is no product Pin, such as those of GET /v5/pins.',
    sent: ({ id }) => id,
    violated: ({ isProduct }) => isProduct,
  },
]
