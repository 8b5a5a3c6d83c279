import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { deliveryMetrics } from './delivery-metrics.ts'
import { readyState } from './readiness.ts'
import { DeliveryMetrics, DeliveryMetricsQuery, ReadyState, ReadyStateQuery } from './schema.ts'

/** Adds the operations that list metrics and tell when they are ready; they belong to no ad account. */
export function metricRoutes(app: Operations): void {
  app.operation('delivery_metrics/get', {
    summary: 'List metrics',
    description: 'Returns the metrics of reports and analytics, by column name.',
    schema: { querystring: DeliveryMetricsQuery, response: { 200: DeliveryMetrics } },
    handler: ({ query }, reply) => sendJson(reply, JSON.stringify({ items: deliveryMetrics(query.report_type) })),
  })

  app.operation('metrics_ready_state/get', {
    summary: 'Get the readiness of metrics',
    description:
      "Returns whether the metrics of a day are final by the world's clock: conversions 48 hours after the day's end, all other metrics 12 hours after it.",
    schema: { querystring: ReadyStateQuery, response: { 200: ReadyState } },
    handler: ({ query, world }, reply) =>
      sendJson(reply, JSON.stringify(readyState(query.date, world.clock.seconds()))),
  })
}
