import { z } from 'zod'
import { isDay } from '#server/domain/time/clock.ts'

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
