import { z } from 'zod'
import { LongId, LongText } from '#server/http/schema/fields.ts'

const most = 1000

const price = LongText.meta({ description: 'Price, such as 49.99 USD; without a currency in US dollars.' })

/** What a store says of an item that it has. */
export const localAttributes = {
  availability: z.enum(['in stock', 'out of stock', 'preorder']),
  price,
  sale_price: LongText.nullish(),
  ad_link: LongText.nullish(),
}

/** The request body of the reading of local inventory. */
export const LocalInventoryQuery = z
  .object({
    item_filters: z
      .array(
        z.object({
          item_id: LongText.optional(),
          store_code: LongText.optional(),
        }),
      )
      .min(1)
      .max(most)
      .meta({ description: 'Filters, each by the id of an item, the code of a store, or both.' }),
  })
  .meta({
    id: 'LocalInventoryItemsQuery',
    description: 'Local inventory to return, by items and stores: 1 to 1,000 filters.',
    example: {
      item_filters: [
        { item_id: 'BOOT-1', store_code: 'HARBOUR' },
        { item_id: 'BOOT-1', store_code: 'MARKET' },
      ],
    },
  })
export type LocalInventoryQuery = z.output<typeof LocalInventoryQuery>

const time = z.int().meta({ description: 'Unix time in milliseconds.' })

/** An item of local inventory in a response. */
export const LocalInventoryItem = z
  .object({
    item_id: z.string(),
    created_at: time,
    last_updated_time: time,
    store_metadata: z.object({
      store_code: z.string(),
      store_id: LongId,
      store_name: z.string().optional(),
      latitude: z.number().optional(),
      longitude: z.number().optional(),
      geohash: z.string().optional().meta({ description: 'Cell of the earth that the store is in: two digits.' }),
    }),
    availability: localAttributes.availability,
    price,
    sale_price: z.string().optional(),
    ad_link: z.string().optional(),
  })
  .meta({ id: 'LocalInventoryItem', description: 'Availability and price of an item in a store.' })

/** The response of the reading of local inventory. */
export const LocalInventoryItems = z
  .object({ items: z.array(LocalInventoryItem) })
  .meta({ id: 'LocalInventoryItems', description: 'Local inventory, each item once.' })
