import { z } from 'zod'
import { catalogCountries } from '#server/domain/catalogs/countries.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { idOf } from '#server/domain/ids.ts'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'
import { catalogIdRange } from '../catalogs/resource.ts'

const values = z.array(z.string())
const numbered = (name: string, count: number): Record<string, typeof values> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, values]))

const labels = numbered('custom_label', 5)
const categories = numbered('google_product_category', 7)
const media_type = z.array(z.enum(['IMAGE', 'VIDEO']))

/** The query parameters of the values for filters. */
export const AvailableValuesQuery = z.object({
  catalog_id: LongId.meta({ description: 'Catalog ID.', example: idOf(catalogIdRange, 1) }),
  feed_id: LongId.optional().meta({ description: 'Returns only values of the items of this feed.' }),
  country: z.enum(catalogCountries).optional().meta({ description: 'Country of the items of a retail catalog.' }),
  language: z.enum(catalogLocales).optional().meta({ description: 'Locale of the items of a retail catalog.' }),
  ...actorQuery,
})
export type AvailableValuesQuery = z.output<typeof AvailableValuesQuery>

/** The response with the values for filters. */
export const AvailableFilterValues = z
  .discriminatedUnion('catalog_type', [
    z.object({
      catalog_type: z.literal('RETAIL'),
      filter_values: z.object({
        ad_image_tags: values,
        ad_video_tags: values,
        availability: z.array(z.enum(['IN_STOCK', 'OUT_OF_STOCK', 'PREORDER'])),
        brand: values,
        condition: z.array(z.enum(['NEW', 'USED', 'REFURBISHED'])),
        ...labels,
        gender: z.array(z.enum(['FEMALE', 'MALE', 'UNISEX'])),
        ...categories,
        media_type,
        ...numbered('product_type', 5),
      }),
    }),
    z.object({ catalog_type: z.literal('HOTEL'), filter_values: z.object({ brand: values, ...labels }) }),
    z.object({
      catalog_type: z.literal('CREATIVE_ASSETS'),
      filter_values: z.object({ ...labels, ...categories, media_type }),
    }),
  ])
  .meta({
    id: 'CatalogAvailableFilterValues',
    type: 'object',
    description: 'Values that filters of product groups can have.',
  })
