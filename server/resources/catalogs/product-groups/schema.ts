import { z } from 'zod'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { idOf } from '#server/domain/ids.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { catalogIdRange } from '../catalogs/resource.ts'
import { requestedFilters, storedFilters } from './filter-schema.ts'

/** How a product group of products came to be. */
export const productGroupTypes = [
  'MERCHANT_CREATED',
  'ALL_PRODUCTS',
  'BEST_DEALS',
  'PINNER_FAVORITES',
  'TOP_SELLERS',
  'BACK_IN_STOCK',
  'NEW_ARRIVALS',
  'SHOPIFY_COLLECTIONS',
  'I2PC',
  'CATALOG_EXPANSION',
] as const

const described = {
  name: LongText.meta({
    description: 'Name, unique within the feed, or within the country and locale of the catalog.',
  }),
  description: LongText.nullish().meta({ description: 'Description.' }),
}
const featured = z.boolean().nullish().meta({ deprecated: true, description: 'Whether the product group is featured.' })
const place = {
  country: z.enum(countries).optional(),
  locale: z.enum(catalogLocales).optional(),
}
const catalog_id = LongId

const FeedBased = z
  .object({
    ...described,
    feed_id: LongId,
    filters: requestedFilters.RETAIL,
    is_featured: featured,
  })
  .meta({ id: 'FeedProductGroupCreate', description: 'Request to create a product group of a feed.' })

const RetailCreate = z
  .strictObject({
    catalog_type: z.literal('RETAIL'),
    catalog_id,
    ...described,
    filters: requestedFilters.RETAIL,
    ...place,
  })
  .meta({ id: 'RetailProductGroupCreate', description: 'Request to create a product group of a retail catalog.' })

const verticalCreate = <Type extends 'HOTEL' | 'CREATIVE_ASSETS'>(type: Type) =>
  z.strictObject({ catalog_type: z.literal(type), catalog_id, ...described, filters: requestedFilters[type] })

/** The request body of a creation: within a feed, or within a catalog of any type. */
export const ProductGroupCreate = z
  .union([FeedBased, RetailCreate, verticalCreate('HOTEL'), verticalCreate('CREATIVE_ASSETS')])
  .meta({
    id: 'ProductGroupCreate',
    description: 'Request to create a product group.',
    example: {
      catalog_type: 'RETAIL',
      catalog_id: idOf(catalogIdRange, 1),
      name: 'Boots above 100 dollars',
      country: 'US',
      locale: 'en-US',
      filters: { all_of: [{ MIN_PRICE: { values: 100 } }, { CURRENCY: { values: 'USD' } }] },
    },
  })
export type ProductGroupCreate = z.output<typeof ProductGroupCreate>

const most = 1000

/** The request body of the creation of many. */
export const ProductGroupsCreate = z.array(ProductGroupCreate).min(1).max(most)

const changes = { name: LongText.optional(), description: LongText.nullish() }
const verticalUpdate = <Type extends 'HOTEL' | 'CREATIVE_ASSETS'>(type: Type) =>
  z.strictObject({ catalog_type: z.literal(type).optional(), ...changes, filters: requestedFilters[type].optional() })

/** The request body of an update. */
export const ProductGroupUpdate = z
  .union([
    z.strictObject({ ...changes, filters: requestedFilters.RETAIL.optional(), is_featured: featured }),
    z.strictObject({
      catalog_type: z.literal('RETAIL').optional(),
      ...changes,
      filters: requestedFilters.RETAIL.optional(),
      ...place,
    }),
    verticalUpdate('HOTEL'),
    verticalUpdate('CREATIVE_ASSETS'),
  ])
  .meta({ id: 'ProductGroupUpdate', description: 'Changes to a product group.', example: { name: 'Fine boots' } })
export type ProductGroupUpdate = z.output<typeof ProductGroupUpdate>

const time = z.int().min(0)
const answered = { catalog_id: LongId, id: LongId, name: LongText, description: LongText.nullable() }
const times = { created_at: time, updated_at: time }

/** A product group of products in a response. */
export const RetailProductGroup = z
  .object({
    catalog_type: z.literal('RETAIL'),
    ...answered,
    feed_id: LongId.nullable(),
    filters: storedFilters.RETAIL,
    is_featured: z.boolean(),
    type: z.enum(productGroupTypes),
    status: z.enum(['ACTIVE', 'INACTIVE']),
    country: z.string().nullable(),
    locale: z.string().nullable(),
    ...times,
  })
  .meta({ id: 'RetailProductGroup', description: 'A product group of products.' })

/** A product group in a response. */
export const ProductGroup = z
  .discriminatedUnion('catalog_type', [
    RetailProductGroup,
    z.object({
      catalog_type: z.literal('HOTEL'),
      ...answered,
      filters: storedFilters.HOTEL,
      type: z.enum(['MERCHANT_CREATED', 'ALL_LISTINGS']),
      ...times,
    }),
    z.object({
      catalog_type: z.literal('CREATIVE_ASSETS'),
      ...answered,
      filters: storedFilters.CREATIVE_ASSETS,
      ...times,
    }),
  ])
  .meta({ id: 'ProductGroup', type: 'object', description: 'A product group: filters that choose items of a catalog.' })

/** A product group as it is stored: the response without its times. */
export type StoredProductGroup = DistributiveOmit<z.output<typeof ProductGroup>, 'created_at' | 'updated_at'>

type DistributiveOmit<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never
