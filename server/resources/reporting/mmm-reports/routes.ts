import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { withoutNull } from '../reports/normalized.ts'
import { replyWithReport } from '../reports/reply.ts'
import { ReportQuery } from '../reports/schema.ts'
import { createReport } from '../reports/service.ts'
import { mmmReportRules } from './rules.ts'
import { MmmReport, MmmReportCreate, MmmReportCreated } from './schema.ts'

/** Adds the operations on reports for marketing mix modeling. */
export function mmmReportRoutes(app: Operations): void {
  app.operation('analytics/create_mmm_report', {
    summary: 'Create an MMM report',
    description: 'Starts a report by targeting for marketing mix modeling. At most 5 a minute for an ad account.',
    schema: { params: AdAccountPath, body: MmmReportCreate, response: { 200: MmmReportCreated } },
    handler: ({ params, body, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      world.rules.assert(mmmReportRules, body)
      const created = world.write(() => createReport(world, { accountId: id, type: 'mmm', request: withoutNull(body) }))
      const data = { ...created, status: 'success' }
      return sendJson(reply, JSON.stringify({ code: 0, data, ...data }))
    },
  })

  app.operation('analytics/get_mmm_report', {
    summary: 'Get the state of an MMM report',
    description: 'Returns the state, and for an hour after it finished a URL of the JSON file.',
    schema: { params: AdAccountPath, querystring: ReportQuery, response: { 200: MmmReport } },
    handler: (request, reply) =>
      replyWithReport(request, reply, {
        type: 'mmm',
        responseOf: (data) => ({ code: 0, data, message: 'ok', status: 'success', ...data }),
      }),
  })
}
