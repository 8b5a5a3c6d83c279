import { adCountries } from '#server/domain/reference/ad-countries.ts'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { deliveryMetrics } from './metrics.ts'
import { readyState } from './readiness.ts'
import {
  AdAccountCountries,
  DeliveryMetrics,
  DeliveryMetricsQuery,
  LeadFormQuestions,
  ReadyState,
  ReadyStateQuery,
} from './schema.ts'

/** Adds the operations that list metrics, countries and questions; they belong to no ad account. */
export function lookupRoutes(app: Operations): void {
  app.operation('ad_account_countries/get', {
    summary: 'List countries of ad accounts',
    description: 'Where advertisers may be, with the money of each country.',
    schema: { response: { 200: AdAccountCountries } },
    handler: (_request, reply) => {
      const items = adCountries.map((country, place) => ({ ...country, index: place + 1 }))
      return sendJson(reply, JSON.stringify({ items }))
    },
  })

  app.operation('delivery_metrics/get', {
    summary: 'List metrics',
    description: 'What reports and analytics can tell, by the names of their columns.',
    schema: { querystring: DeliveryMetricsQuery, response: { 200: DeliveryMetrics } },
    handler: ({ query }, reply) => sendJson(reply, JSON.stringify({ items: deliveryMetrics(query.report_type) })),
  })

  app.operation('lead_form_questions/get', {
    summary: 'List questions of lead forms',
    description: 'What a lead form may ask for, by name.',
    schema: { response: { 200: LeadFormQuestions } },
    handler: (_request, reply) => sendJson(reply, JSON.stringify(leadFormQuestions)),
  })

  app.operation('metrics_ready_state/get', {
    summary: 'Get whether metrics are ready',
    description: "By the world's clock: conversions are final 48 hours after a day is over, all else 12 hours after.",
    schema: { querystring: ReadyStateQuery, response: { 200: ReadyState } },
    handler: ({ query, world }, reply) =>
      sendJson(reply, JSON.stringify(readyState(query.date, world.clock.seconds()))),
  })
}
