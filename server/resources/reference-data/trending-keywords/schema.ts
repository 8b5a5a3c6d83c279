import { z } from 'zod'
import { listOf, QueryBoolean, queryInteger } from '#server/http/schema/fields.ts'
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
  region: z.enum(regions).meta({ description: 'A country, or several.' }),
  trend_type: z
    .enum(trendTypes)
    .meta({ description: 'By growth in a quarter, by volume in a month or a year, or by what comes back each year.' }),
})

/** The query parameters of a list of trends. */
export const TrendQuery = z.object({
  interests: listOf(z.enum(interests)).meta({ description: 'Only trends of these.' }),
  genders: listOf(z.enum(['female', 'male', 'unknown'])).meta({ description: 'Only searches by these.' }),
  ages: listOf(z.enum(ages)).meta({ description: 'Only searches by these.' }),
  include_keywords: listOf(z.string().min(1).max(100), { min: 1, max: 50 }).meta({
    description: 'Only trends that have one of these words in them.',
  }),
  normalize_against_group: QueryBoolean.meta({
    description: 'Whether 100 is the peak of all trends of the answer, not of each.',
    'x-default': false,
  }),
  limit: queryInteger('limit', { min: 1, max: 50, otherwise: 50 }).meta({ description: 'How many at most.' }),
  // Removed in version 5.28; clients of 5.23 send it.
  include_prediction: QueryBoolean.meta({
    description: 'Fills the next 13 weeks. Deprecated.',
    deprecated: true,
    'x-default': false,
  }),
  include_demographics: QueryBoolean.meta({ description: 'Fills ages and genders.', 'x-default': false }),
})

const Series = z
  .record(z.string(), z.int())
  .meta({ description: 'By the last day of each week, how often from 0 to 100.', example: { '2026-05-30': 85 } })
const Shares = z.record(z.string(), z.number()).nullish()
const Growth = z.int().meta({ description: 'Percent; 10001 is anything above 10000.' })

/** One trend in a response. */
const Trend = z.object({
  keyword: z.string(),
  pct_growth_wow: Growth,
  pct_growth_mom: Growth,
  pct_growth_yoy: Growth,
  time_series: Series,
  has_prediction: z.boolean().meta({ description: 'Whether the next 13 weeks are told.' }),
  predicted_time_series: Series.meta({ description: 'As time_series, for the next 13 weeks; empty unless asked for.' }),
  demographics: z
    .object({ age_distribution: Shares, gender_distribution: Shares })
    .nullable()
    .meta({ description: 'Shares of the searches; null unless asked for.' }),
})

/** The response of a list of trends. */
export const TrendsReply = z
  .object({ trends: z.array(Trend) })
  .meta({ id: 'TrendingKeywords', description: 'What is searched for, the first the most. The figures are made up.' })

export type TrendQuery = z.output<typeof TrendQuery>
export type Trend = z.output<typeof Trend>
