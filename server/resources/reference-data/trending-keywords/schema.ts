import { z } from 'zod'
import { listOf, QueryBoolean, queryInteger } from '#server/http/schema/query-fields.ts'
import { interests } from './words.ts'

const regions = [
  'US',
  'CA',
  'DE',
  'FR',
  'ES',
  'IT',
  'DE+AT+CH',
  'GB+IE',
  'IT+ES+PT+GR+MT',
  'PL+RO+HU+SK+CZ',
  'SE+DK+FI+NO',
  'NL+BE+LU',
  'AR',
  'BR',
  'CO',
  'MX',
  'MX+AR+CO+CL',
  'AU+NZ',
] as const

const trendTypes = ['growing', 'monthly', 'yearly', 'seasonal'] as const
/** A ranking of trends. */
export type TrendType = (typeof trendTypes)[number]

const ages = ['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'] as const

/** The path parameters of trends. */
export const TrendPath = z.object({
  region: z.enum(regions).meta({ description: 'Region: one country or several.' }),
  trend_type: z
    .enum(trendTypes)
    .meta({ description: 'Ranking: growth over a quarter, volume of a month or a year, or yearly recurrence.' }),
})

/** The query parameters of a list of trends. */
export const TrendQuery = z.object({
  interests: listOf(z.enum(interests)).meta({ description: 'Returns only trends of these interests.' }),
  genders: listOf(z.enum(['female', 'male', 'unknown'])).meta({
    description: 'Counts only searches by people of these groups.',
  }),
  ages: listOf(z.enum(ages)).meta({ description: 'Counts only searches by people of these groups.' }),
  include_keywords: listOf(z.string().min(1).max(100), { min: 1, max: 50 }).meta({
    description: 'Returns only trends that contain one of these words.',
  }),
  normalize_against_group: QueryBoolean.meta({
    description: 'Whether 100 is the peak of all returned trends. Otherwise each trend has its own peak of 100.',
    'x-default': false,
  }),
  limit: queryInteger('limit', { min: 1, max: 50, otherwise: 50 }).meta({ description: 'Maximum number of results.' }),
  // Removed in version 5.28; clients of 5.23 send it.
  include_prediction: QueryBoolean.meta({
    description: 'Deprecated. Whether predicted_time_series is filled for the next 13 weeks.',
    deprecated: true,
    'x-default': false,
  }),
  include_demographics: QueryBoolean.meta({ description: 'Whether demographics is filled.', 'x-default': false }),
})

const Series = z.record(z.string(), z.int()).meta({
  description: 'Search interest from 0 to 100 by week, keyed by the last day of the week.',
  example: { '2026-05-30': 85 },
})
const Shares = z.record(z.string(), z.number()).nullish()
const Growth = z.int().meta({ description: 'Growth in percent. 10001 stands for any value above 10000.' })

/** One trend in a response. */
const Trend = z.object({
  keyword: z.string(),
  pct_growth_wow: Growth,
  pct_growth_mom: Growth,
  pct_growth_yoy: Growth,
  time_series: Series,
  has_prediction: z.boolean().meta({ description: 'Whether predicted_time_series has values.' }),
  predicted_time_series: Series.meta({
    description:
      'Predicted search interest of the next 13 weeks, like time_series. Empty unless include_prediction is true.',
  }),
  demographics: z
    .object({ age_distribution: Shares, gender_distribution: Shares })
    .nullable()
    .meta({ description: 'Shares of the searches by age and gender. null unless include_demographics is true.' }),
})

/** The response of a list of trends. */
export const TrendsReply = z
  .object({ trends: z.array(Trend) })
  .meta({ id: 'TrendingKeywords', description: 'Popular searches in descending order. The figures are made up.' })

export type TrendQuery = z.output<typeof TrendQuery>
export type Trend = z.output<typeof Trend>
