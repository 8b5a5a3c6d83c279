import { adCountries } from '#server/domain/reference/ad-countries.ts'
import { leadFormQuestions } from '#server/domain/reference/lead-form-questions.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { AdAccountCountries, LeadFormQuestions } from './schema.ts'

/** Adds the operations that list countries and questions; they belong to no ad account. */
export function lookupRoutes(app: Operations): void {
  app.operation('ad_account_countries/get', {
    summary: 'List countries of ad accounts',
    description: 'Returns the countries of advertisers with their currencies.',
    schema: { response: { 200: AdAccountCountries } },
    handler: (_request, reply) => {
      const items = adCountries.map((country, place) => ({ ...country, index: place + 1 }))
      return sendJson(reply, JSON.stringify({ items }))
    },
  })

  app.operation('lead_form_questions/get', {
    summary: 'List questions of lead forms',
    description: 'Returns the question types of lead forms, by name.',
    schema: { response: { 200: LeadFormQuestions } },
    handler: (_request, reply) => sendJson(reply, JSON.stringify(leadFormQuestions)),
  })
}
