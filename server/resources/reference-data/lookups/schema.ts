import { z } from 'zod'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { isDay } from '#server/domain/time/clock.ts'
import { CountryCode } from '#server/resources/accounts/ad-accounts/schema.ts'

const reportTypes = ['SYNC', 'ASYNC'] as const
/** The type of a report: synchronous or asynchronous. */
export type ReportType = (typeof reportTypes)[number]

/** The query parameters of the list of metrics. */
export const DeliveryMetricsQuery = z.object({
  report_type: z.enum(reportTypes).optional().meta({ description: 'Only metrics of such reports.' }),
  entity_type: z.string().optional().meta({ description: 'Accepted; without effect.' }),
})

/** One metric in a response. */
const DeliveryMetric = z.object({
  name: z.string().meta({ example: 'AD_GROUP_ID' }),
  definition: z.string().meta({ description: 'What the metric is, in words of this project.' }),
  display_name: z.string().optional().meta({ example: 'Ad group ID' }),
  category: z.enum(['ADS', 'ORGANIC']),
})
export type DeliveryMetric = z.output<typeof DeliveryMetric>

/** The response of the list of metrics. */
export const DeliveryMetrics = z
  .object({ items: z.array(DeliveryMetric) })
  .meta({ id: 'DeliveryMetrics', description: 'What reports and analytics can tell.' })

/** The query parameters of the ready state of metrics. */
export const ReadyStateQuery = z.object({
  date: z
    .string()
    .regex(/^(\d{4})-(\d{2})-(\d{2})$/)
    .refine(isDay, { error: 'is not a day of the calendar' })
    .meta({ description: 'A day in UTC: YYYY-MM-DD.', example: '2026-06-01' }),
})

/** The response with the ready state of metrics. */
export const ReadyState = z
  .object({ conversion_metrics_ready: z.boolean(), non_conversion_metrics_ready: z.boolean() })
  .meta({ id: 'MetricsReadyState', description: 'Whether the figures of a day are final.' })

const Country = z.object({
  code: CountryCode,
  currency: z.string().meta({ description: 'What its money is called.', example: 'Dollars' }),
  index: z.number().meta({ description: 'Its place in the list, from 1.' }),
  name: z.string().meta({ example: 'United States of America' }),
})

/** The response of the list of countries. */
export const AdAccountCountries = z
  .object({ items: z.array(Country) })
  .meta({ id: 'AdAccountCountries', description: 'Where advertisers may be.' })

/** The response of the list of questions, which the documentation does not show. */
export const LeadFormQuestions = z
  .array(z.enum(leadFormQuestions))
  .meta({ id: 'LeadFormQuestions', description: 'What a lead form may ask for, by name. The shape is assumed.' })
