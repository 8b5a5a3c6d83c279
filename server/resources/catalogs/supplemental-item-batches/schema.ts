import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { CatalogPath } from '../catalogs/owner.ts'
import { ItemEvent } from '../item-batches/schema.ts'
import { localAttributes } from '../local-inventory-items/schema.ts'
import { supplementalItemBatchIdRange } from './resource.ts'

const most = 1000

const named = { item_id: LongText, store_code: LongText }
const attributes = z.object(localAttributes)

const Operation = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('CREATE'), ...named, attributes }),
  z.object({ operation: z.literal('UPSERT'), ...named, attributes }),
  z.object({ operation: z.literal('UPDATE'), ...named, attributes: attributes.partial() }),
  z.object({ operation: z.literal('DELETE'), ...named }),
])

/** The operations of a batch, each on an item in a store. */
export const LocalInventoryOperations = z.array(Operation).min(1).max(most)
/** One operation on an item in a store. */
export type LocalInventoryOperation = z.output<typeof Operation>

/** The request body of a batch. */
export const LocalInventoryBatchRequest = z.object({ operations: LocalInventoryOperations }).meta({
  id: 'LocalInventoryItemsBatchRequest',
  description: 'Operations on the local inventory of a catalog: 1 to 1,000.',
  example: {
    operations: [
      {
        operation: 'UPSERT',
        item_id: 'BOOT-1',
        store_code: 'HARBOUR',
        attributes: { availability: 'in stock', price: '149.00 USD', sale_price: '129.00 USD' },
      },
      { operation: 'DELETE', item_id: 'BOOT-2', store_code: 'HARBOUR' },
    ],
  },
})

const Result = z.object({
  ...{ item_id: z.string(), store_code: z.string() },
  supplemental_type: z.literal('LOCAL_INVENTORY'),
  status: z.enum(['SUCCESS', 'FAILURE', 'PROCESSING']),
  errors: z.array(ItemEvent),
  warnings: z.array(ItemEvent),
})

const time = z.string().meta({ description: 'Time in UTC, without a zone.' })

/** A batch in a response. */
export const SupplementalItemBatch = z
  .object({
    batch_id: z.string(),
    created_time: time,
    completed_time: time.optional().meta({ description: 'Time in UTC, without a zone. Absent until it is completed.' }),
    status: z.enum(['PROCESSING', 'COMPLETED', 'FAILED']),
    operation_results: z.array(Result),
  })
  .meta({ id: 'SupplementalItemBatch', description: 'A batch of operations on local inventory.' })

/** The path parameters of a batch. */
export const SupplementalItemBatchPath = CatalogPath.extend({
  batch_id: z
    .string()
    .regex(/^\d+$/)
    .meta({ example: idOf(supplementalItemBatchIdRange, 1) }),
})
