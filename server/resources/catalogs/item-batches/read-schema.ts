import { z } from 'zod'
import { catalogTypes } from '#server/domain/catalogs/catalog-types.ts'
import { idOf } from '#server/domain/ids.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { Pin } from '#server/resources/content/pins/schema.ts'
import { catalogIdRange } from '../catalogs/resource.ts'
import { CreativeAssetsAttributes, HotelAttributes, ItemAttributes } from './attribute-schema.ts'
import { ItemEvent, market } from './schema.ts'

const most = 1000
const ids = z.array(LongText).min(1).max(most)
const catalog_id = LongId.optional()

/** The request body of the reading of items. */
export const ItemsRequest = z
  .strictObject({
    ...market,
    filters: z.discriminatedUnion('catalog_type', [
      z.object({ catalog_type: z.literal('RETAIL'), catalog_id, item_ids: ids }),
      z.object({ catalog_type: z.literal('HOTEL'), catalog_id, hotel_ids: ids }),
      z.object({ catalog_type: z.literal('CREATIVE_ASSETS'), catalog_id, creative_assets_ids: ids }),
    ]),
  })
  .meta({
    id: 'CatalogsItemsRequest',
    description: 'Items to return, by the ids that the merchant gives them.',
    example: {
      country: 'US',
      language: 'en-US',
      filters: { catalog_type: 'RETAIL', catalog_id: idOf(catalogIdRange, 1), item_ids: ['BOOT-1', 'BOOT-0'] },
    },
  })
export type ItemsRequest = z.output<typeof ItemsRequest>

/** The kinds of entries, by which clients of 5.28 know what an entry is. */
export const itemResponseKinds = [
  ...['retail_item', 'hotel_item', 'creative_assets_item'],
  ...['retail_item_error', 'hotel_item_error', 'creative_assets_item_error'],
]

/** The response of the reading of items: those that are not there have errors in place of attributes. */
export const ItemsReply = z
  .object({
    items: z.array(
      z.object({
        catalog_type: z.enum(catalogTypes),
        item_response_kind: z.enum(itemResponseKinds).meta({
          description: 'Kind of the entry: the type of the catalog, and whether the item is there.',
        }),
        item_id: z.string().optional(),
        hotel_id: z.string().optional(),
        creative_assets_id: z.string().optional(),
        pins: z.array(Pin).nullish(),
        attributes: z
          .union([
            ItemAttributes.extend({ image_link: z.array(LongText).optional() }),
            HotelAttributes,
            CreativeAssetsAttributes,
          ])
          .optional(),
        errors: z.array(ItemEvent).optional(),
      }),
    ),
  })
  .meta({ id: 'CatalogsItemsReply', description: 'Items of a catalog.' })
