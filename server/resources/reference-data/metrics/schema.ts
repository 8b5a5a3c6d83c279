import { z } from 'zod'
import { isDay } from '#server/domain/time/clock.ts'

const reportTypes = ['SYNC', 'ASYNC'] as const
/** The type of a report: synchronous or asynchronous. */
export type ReportType = (typeof reportTypes)[number]

/** The query parameters of the list of metrics. */
export const DeliveryMetricsQuery = z.object({
  report_type: z.enum(reportTypes).optional().meta({ description: 'Returns only metrics of this report type.' }),
  entity_type: z.string().optional().meta({ description: 'Accepted without effect.' }),
})

/** One metric in a response. */
const DeliveryMetric = z.object({
  name: z.string().meta({ example: 'AD_GROUP_ID' }),
  definition: z.string().meta({ description: 'Definition of the metric, in words of this project.' }),
  display_name: z.string().optional().meta({ example: 'Ad group ID' }),
  category: z.enum(['ADS', 'ORGANIC']),
})
export type DeliveryMetric = z.output<typeof DeliveryMetric>

/** The response of the list of metrics. */
export const DeliveryMetrics = z
  .object({ items: z.array(DeliveryMetric) })
  .meta({ id: 'DeliveryMetrics', description: 'Metrics of reports and analytics.' })

/** The query parameters of the ready state of metrics. */
export const ReadyStateQuery = z.object({
  date: z
    .string()
    .regex(/^(\d{4})-(\d{2})-(\d{2})$/)
    .refine(isDay, { error: 'is not a day of the calendar' })
    .meta({ description: 'Day in UTC: YYYY-MM-DD.', example: '2026-06-01' }),
})

/** The response with the ready state of metrics. */
export const ReadyState = z
  .object({ conversion_metrics_ready: z.boolean(), non_conversion_metrics_ready: z.boolean() })
  .meta({ id: 'MetricsReadyState', description: "Readiness of a day's metrics." })
