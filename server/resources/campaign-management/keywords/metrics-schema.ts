import { z } from 'zod'
import { requiredListOf } from '#server/http/schema/query-fields.ts'

/** The query parameters of keyword metrics. */
export const KeywordMetricsQuery = z.object({
  country_code: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .meta({ description: 'ISO 3166-1 alpha-2 country code.', example: 'US' }),
  keywords: requiredListOf(z.string(), { min: 1, max: 2000 }).meta({
    description: '1 to 2,000 keywords, separated by commas.',
    example: ['hiking boots', 'tents'],
  }),
})

/** The response with keyword metrics. */
export const KeywordMetricsReply = z
  .object({
    data: z.array(
      z.object({
        keyword: z.string(),
        metrics: z.object({
          KEYWORD_QUERY_VOLUME: z.string().meta({ description: 'Search volume as a range.', example: '5M+' }),
        }),
      }),
    ),
  })
  .meta({ id: 'KeywordsMetrics', description: 'The search volume of each keyword, in descending alphabetical order.' })
