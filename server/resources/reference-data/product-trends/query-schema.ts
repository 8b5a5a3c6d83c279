import { z } from 'zod'
import { productCategories } from '#server/domain/reference/product-categories.ts'
import { listOf, requiredListOf } from '#server/http/schema/query-fields.ts'
import { genders, topicInterests, verticals } from './words.ts'

/** The markets that trends are about. */
export const markets = ['US', 'GB+IE', 'CA'] as const
/** The kinds of engagement that trends of categories count. */
export const engagementTypes = ['ENGAGEMENT', 'OUTBOUND_CLICK', 'SAVE'] as const

/** The groups of ages that trends distinguish. */
export const ages = ['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'] as const

const region = z
  .preprocess((value) => (typeof value === 'string' ? value.replace(' ', '+') : value), z.enum(markets))
  .meta({ description: 'Market: one country or several.', example: 'US' })
const engagement_type = z
  .enum(engagementTypes)
  .optional()
  .meta({ description: 'Kind of engagement that is counted. Absent: ENGAGEMENT.' })

/** The query parameters of featured topics. */
export const FeaturedTopicQuery = z.object({
  interest: z
    .enum(topicInterests)
    .optional()
    .meta({ description: 'Returns only topics of this interest. Absent: of each.' }),
  region,
})

const lookback = [90, 180, 365, 730] as const

/** The query parameters of the details of product categories. */
export const CategoryDetailQuery = z.object({
  product_categories: requiredListOf(z.enum(productCategories), { min: 1, max: 20 }).meta({
    description: 'Product categories.',
    example: ['ACCENT_TABLES'],
  }),
  region,
  lookback_window: z
    .preprocess(
      (value) => (value === '' || value === undefined ? undefined : Number(value)),
      z.literal(lookback).optional(),
    )
    .meta({ description: 'Number of days that time_series goes back. Absent: 365.' }),
  engagement_type,
})

/** The query parameters of trending product categories. */
export const TrendingCategoryQuery = z.object({
  region,
  verticals: listOf(z.enum(verticals)).meta({ description: 'Returns only categories of these verticals.' }),
  ages: listOf(z.enum(ages)).meta({ description: 'Counts only people of these ages.' }),
  genders: listOf(z.enum(genders)).meta({ description: 'Counts only people of these genders.' }),
  engagement_type,
})

/** The query parameters of editorial articles. */
export const EditorialArticleQuery = z.object({ region })

export type FeaturedTopicQuery = z.output<typeof FeaturedTopicQuery>
export type CategoryDetailQuery = z.output<typeof CategoryDetailQuery>
export type TrendingCategoryQuery = z.output<typeof TrendingCategoryQuery>
/** One of `markets`. */
export type Market = (typeof markets)[number]
