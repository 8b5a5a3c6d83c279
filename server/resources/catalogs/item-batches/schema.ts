import { z } from 'zod'
import { catalogTypes } from '#server/domain/catalogs/catalog-types.ts'
import { catalogLanguages } from '#server/domain/catalogs/languages.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { maskedAttributes } from '#server/domain/catalogs/masked-attributes.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import {
  CreativeAssetsAttributes,
  HotelAttributes,
  ItemAttributes,
  UpdatableCreativeAssetsAttributes,
  UpdatableHotelAttributes,
  UpdatableItemAttributes,
} from './attribute-schema.ts'

const most = 1000

/** The country and language of the items that a call is about. */
export const market = {
  country: z.enum(countries).meta({ description: 'Country of the items.' }),
  language: z
    .enum([...catalogLocales, ...catalogLanguages])
    .meta({ description: 'Locale, or language, of the items.' }),
}

const update_mask = z
  .array(z.enum(maskedAttributes))
  .nullish()
  .meta({ description: 'Attributes to update: those without a value are taken away.' })
const batchOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(most)

/** The bodies of version 5.13 and before: products alone, with one operation for all of them. */
const legacy = <Operation extends string, Record extends z.ZodRawShape>(operation: Operation, record: Record) =>
  z.strictObject({
    ...market,
    operation: z.literal(operation),
    items: batchOf(z.object({ item_id: LongText.optional(), ...record })),
  })

const legacyBodies = [
  legacy('CREATE', { attributes: ItemAttributes.optional() }),
  legacy('UPDATE', { attributes: UpdatableItemAttributes.optional(), update_mask }),
  legacy('UPSERT', { attributes: ItemAttributes.optional() }),
  legacy('DELETE', {}),
  legacy('DELETE_DISCONTINUED', {}),
] as const

/** The operations on items of one type of catalog. */
function itemsOf(
  key: string,
  attributes: z.ZodType,
  updatable: z.ZodType,
  more: { update?: z.ZodRawShape; delete?: z.ZodRawShape } = {},
) {
  const id = { [key]: LongText }
  return z.union([
    z.object({ operation: z.literal('CREATE'), ...id, attributes }),
    z.object({ operation: z.literal('UPSERT'), ...id, attributes }),
    z.object({ operation: z.literal('UPDATE'), ...id, attributes: updatable, ...more.update }),
    z.object({ operation: z.literal('DELETE'), ...id, ...more.delete }),
  ])
}

const vertical = <Type extends string, Item extends z.ZodType>(type: Type, item: Item) =>
  z.strictObject({
    catalog_type: z.literal(type),
    catalog_id: LongId.optional(),
    ...market,
    items: batchOf(item),
  })

const last_updated_time = z.int().optional()
const retailItem = itemsOf('item_id', ItemAttributes, UpdatableItemAttributes, {
  update: { update_mask },
  delete: { last_updated_time },
})

/** The request body of a batch. */
export const ItemBatchRequest = z
  .union([
    ...legacyBodies,
    vertical('RETAIL', retailItem),
    vertical('HOTEL', itemsOf('hotel_id', HotelAttributes, UpdatableHotelAttributes)),
    vertical(
      'CREATIVE_ASSETS',
      itemsOf('creative_assets_id', CreativeAssetsAttributes, UpdatableCreativeAssetsAttributes),
    ),
  ])
  .meta({
    id: 'CatalogsItemBatchRequest',
    description: 'Operations on items of a catalog: 1 to 1,000.',
    example: {
      catalog_type: 'RETAIL',
      country: 'US',
      language: 'en-US',
      items: [
        {
          operation: 'UPSERT',
          item_id: 'BOOT-3',
          attributes: {
            title: 'Valley boots',
            description: 'Light boots for valleys.',
            link: 'https://example.com/products/boot-3',
            image_link: 'https://example.com/images/boot-3.jpg',
            price: '99.00 USD',
            availability: 'in stock',
          },
        },
      ],
    },
  })
export type ItemBatchRequest = z.output<typeof ItemBatchRequest>

/** An error or warning about an item. */
export const ItemEvent = z
  .object({ attribute: z.string(), code: z.int(), message: z.string() })
  .meta({ id: 'CatalogsItemEvent', description: 'An error or warning about an item.' })
export type ItemEvent = z.output<typeof ItemEvent>

const Record = z.object({
  item_id: z.string().optional(),
  hotel_id: z.string().optional(),
  creative_assets_id: z.string().optional(),
  status: z.enum(['SUCCESS', 'FAILURE', 'PROCESSING']),
  errors: z.array(ItemEvent),
  warnings: z.array(ItemEvent),
})

const time = z.string().nullable().meta({ description: 'Time in UTC, without a zone.' })

/** A batch in a response. */
export const ItemBatch = z
  .object({
    batch_id: z.string(),
    catalog_type: z.enum(catalogTypes),
    created_time: time,
    completed_time: time,
    status: z.enum(['PROCESSING', 'COMPLETED', 'FAILED']),
    items: z.array(Record),
  })
  .meta({ id: 'CatalogsItemBatch', description: 'A batch of operations on items.' })

/** The path parameters of a batch. */
export const ItemBatchPath = z.object({
  batch_id: z.string().regex(/^[a-zA-Z0-9-]+$/),
})
