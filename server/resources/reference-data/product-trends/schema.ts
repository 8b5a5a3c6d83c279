import { z } from 'zod'
import { productCategories } from '#server/domain/reference/product-categories.ts'
import { engagementTypes, markets } from './query-schema.ts'
import { topicInterests, verticals } from './words.ts'

const Series = z.record(z.string(), z.number()).meta({
  description: 'Interest from 0 to 100 by week, keyed by the last day of the week.',
  example: { '2026-05-30': 85 },
})

const TopicPin = z.object({
  id: z.string(),
  src: z.string().meta({ description: 'URL of the image.' }),
  width: z.int(),
  height: z.int(),
  color: z.string(),
})

const Topic = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  percent_growth_mom: z.int(),
  related_interests: z.array(z.string()),
  related_searches: z.array(z.string()),
  time_series: Series,
  pins: z.array(TopicPin).meta({ description: 'Public Pins of this world whose texts have the title, at most 6.' }),
})

/** The response with featured topics, by interest. */
export const FeaturedTopics = z
  .array(
    z.object({
      interest: z.enum(topicInterests),
      market: z.enum(markets),
      trends: z.array(Topic).meta({ description: 'At most 5 topics, the fastest growing first.' }),
    }),
  )
  .meta({ id: 'FeaturedTopics', description: 'Topics that grow, by interest. The figures are made up.' })

const Change = z.object({ pct_change_mom: z.number() }).optional()
const Shares = z.record(z.string(), z.number()).meta({ description: 'Shares of people by age.' })

/** The response with details of product categories. */
export const CategoryDetails = z
  .array(
    z.object({
      product_category: z.enum(productCategories),
      demographics: z.object({
        age: Shares,
        gender: z.object({ female: z.number(), male: z.number(), unspecified: z.number() }),
      }),
      metrics_highlights: z.object({ engagement: Change, outbound_clicks: Change, pin_saves: Change }),
      related_searches: z.array(z.string()),
      time_series: Series,
      has_prediction: z.boolean().meta({ description: 'Always false: nothing is predicted.' }),
      predicted_time_series: Series,
    }),
  )
  .meta({ id: 'ProductCategoryDetails', description: 'Trends of product categories. The figures are made up.' })

/** The response with trending product categories. */
export const TrendingCategories = z
  .array(
    z.object({
      product_category: z.string(),
      pinterest_product_category_id: z.int(),
      engagement_type: z.enum(engagementTypes),
      pct_change_mom: z.int(),
      percent_relative_volume: z.int().meta({ description: 'Volume in percent of the largest one.' }),
      verticals: z.array(z.enum(verticals)),
    }),
  )
  .meta({ id: 'TrendingProductCategories', description: 'Product categories that grow, the fastest first. Made up.' })

/** The response with editorial articles. */
export const EditorialArticles = z
  .array(
    z.object({
      title: z.string(),
      description: z.string(),
      board_url: z.string(),
      pins_url: z.array(z.string()),
      interests: z.array(z.string()),
      related_keywords: z.array(z.object({ name: z.string(), pct_growth_mom: z.int().optional() })),
    }),
  )
  .meta({
    id: 'TrendsEditorialArticles',
    description: 'Articles about public boards of this world. Figures are made up.',
  })

export type FeaturedTopics = z.output<typeof FeaturedTopics>
export type CategoryDetails = z.output<typeof CategoryDetails>
export type TrendingCategories = z.output<typeof TrendingCategories>
export type EditorialArticles = z.output<typeof EditorialArticles>
