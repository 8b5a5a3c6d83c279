import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '../ad-accounts/service.ts'
import { TermsOfService, TermsOfServiceQuery } from './schema.ts'

/** The id in the official description's example. */
const id = '2650449554526'
const text =
  '<h1>Terms of service</h1><p>This is a mock of an ads service. Nothing is advertised and nothing is billed.</p>'

/** Adds the operation on the terms of service. */
export function termsOfServiceRoutes(app: Operations): void {
  app.operation('terms_of_service/get', {
    summary: 'Get the terms of service',
    description: 'Returns whether the advertiser accepted the terms (always true here), and their text.',
    schema: { params: AdAccountPath, querystring: TermsOfServiceQuery, response: { 200: TermsOfService } },
    handler: ({ params: { ad_account_id }, query: { include_html = false }, world }, reply) => {
      requireAdAccount(world, ad_account_id)
      const html = include_html ? text : null
      return sendJson(reply, JSON.stringify({ id, ad_account_id, has_accepted: true, html }))
    },
  })
}
