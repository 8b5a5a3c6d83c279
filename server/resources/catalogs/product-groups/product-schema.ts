import { z } from 'zod'
import { catalogCurrencies } from '#server/domain/catalogs/currencies.ts'
import { itemAvailabilities } from '#server/domain/catalogs/item-values.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { idOf } from '#server/domain/ids.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { Pin } from '#server/resources/content/pins/schema.ts'
import { catalogIdRange } from '../catalogs/resource.ts'
import { storedFilters } from './filter-schema.ts'

/** A product in a response: an item's Pin, and some of its attributes. */
export const Product = z
  .discriminatedUnion('catalog_type', [
    z.object({
      catalog_type: z.literal('RETAIL'),
      metadata: z.object({
        availability: z.enum(itemAvailabilities),
        currency: z.enum(catalogCurrencies),
        item_group_id: z.string().nullable(),
        item_id: z.string(),
        price: z.number(),
        sale_price: z.number().nullable(),
      }),
      pin: Pin,
    }),
    z.object({ catalog_type: z.literal('HOTEL'), metadata: z.object({ hotel_id: z.string() }), pin: Pin }),
    z.object({
      catalog_type: z.literal('CREATIVE_ASSETS'),
      metadata: z.object({ creative_assets_id: z.string(), visibility: z.enum(['VISIBLE', 'HIDDEN']) }),
      pin: Pin,
    }),
  ])
  .meta({ id: 'CatalogProduct', type: 'object', description: 'An item of a catalog as a product Pin.' })

/** The query parameters of lists of products. */
export const ProductListQuery = z.object({
  pin_metrics: QueryBoolean.meta({
    description: 'Whether pin_metrics is filled. All figures are 0.',
    'x-default': false,
  }),
  ...actorQuery,
  ...pageQuery,
})

/** The response of lists of products. */
export const ProductPage = pageOf(Product).meta({ id: 'CatalogProductPage' })

const catalog_id = LongId
const within = <Type extends 'HOTEL' | 'CREATIVE_ASSETS'>(type: Type) =>
  z.strictObject({ catalog_type: z.literal(type), catalog_id, filters: storedFilters[type] })

/** The request body of a list of products by filters: within a feed or a catalog. */
export const ProductsByFilter = z
  .union([
    z.strictObject({ feed_id: LongId, filters: storedFilters.RETAIL }),
    z.strictObject({
      catalog_type: z.literal('RETAIL'),
      catalog_id,
      country: z.enum(countries),
      locale: z.enum(catalogLocales),
      filters: storedFilters.RETAIL,
    }),
    within('HOTEL'),
    within('CREATIVE_ASSETS'),
  ])
  .meta({
    id: 'CatalogProductsByFilter',
    description: 'Filters on the items of a feed or catalog.',
    example: {
      catalog_type: 'RETAIL',
      catalog_id: idOf(catalogIdRange, 1),
      country: 'US',
      locale: 'en-US',
      filters: { any_of: [{ BRAND: { values: ['Meadow'] } }] },
    },
  })
export type ProductsByFilter = z.output<typeof ProductsByFilter>

const count = z.int().min(0)

/** The response with the counts of a product group. */
export const ProductCountsReply = z
  .discriminatedUnion('catalog_type', [
    z.object({
      catalog_type: z.literal('RETAIL'),
      in_stock: count,
      out_of_stock: count,
      preorder: count,
      total: count,
      videos: count,
    }),
    z.object({ catalog_type: z.literal('HOTEL'), total: count }),
    z.object({
      catalog_type: z.literal('CREATIVE_ASSETS'),
      total: count,
      videos: count,
      images: count,
      app_links: count,
    }),
  ])
  .meta({ id: 'CatalogProductCounts', type: 'object', description: 'Numbers of the items in a product group.' })
