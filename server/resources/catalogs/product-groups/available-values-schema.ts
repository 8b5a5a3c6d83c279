import { z } from 'zod'
import { itemAvailabilities, itemConditions, itemGenders, itemMediaTypes } from '#server/domain/catalogs/item-values.ts'
import { catalogLocales } from '#server/domain/catalogs/locales.ts'
import { idOf } from '#server/domain/ids.ts'
import { countries } from '#server/domain/reference/countries.ts'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'
import { numberedFields } from '#server/http/schema/numbered-fields.ts'
import { catalogIdRange } from '../catalogs/resource.ts'

const values = z.array(z.string())
const labels = numberedFields('custom_label', 5, values)
const categories = numberedFields('google_product_category', 7, values)
const media_type = z.array(z.enum(itemMediaTypes))

/** The query parameters of the values for filters. */
export const AvailableValuesQuery = z.object({
  catalog_id: LongId.meta({ example: idOf(catalogIdRange, 1) }),
  feed_id: LongId.optional().meta({ description: 'Returns only values of the items of this feed.' }),
  country: z.enum(countries).optional().meta({ description: 'Country of the items of a retail catalog.' }),
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
        availability: z.array(z.enum(itemAvailabilities)),
        brand: values,
        condition: z.array(z.enum(itemConditions)),
        ...labels,
        gender: z.array(z.enum(itemGenders)),
        ...categories,
        media_type,
        ...numberedFields('product_type', 5, values),
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
