import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { normalizedRequest } from './normalized.ts'
import { replyWithReport } from './reply.ts'
import { reportRules } from './rules.ts'
import { Report, ReportCreate, ReportCreated, ReportQuery } from './schema.ts'
import { createReport } from './service.ts'

/** Adds the operations on asynchronous reports. */
export function reportRoutes(app: Operations): void {
  app.operation('analytics/create_report', {
    summary: 'Create a report',
    description:
      "Creates a report with the status IN_PROGRESS. The status is FINISHED ten seconds later by the world's clock. An equal request returns the same report.",
    schema: { params: AdAccountPath, body: ReportCreate, response: { 200: ReportCreated } },
    handler: ({ params, body, world }, reply) => {
      requireAdAccount(world, params.ad_account_id)
      world.rules.assert(reportRules, { request: body, now: world.clock.seconds() })
      const report = { accountId: params.ad_account_id, type: 'report', request: normalizedRequest(body) } as const
      return sendJson(reply, JSON.stringify(world.write(() => createReport(world, report))))
    },
  })

  app.operation('analytics/get_report', {
    summary: 'Get the state of a report',
    description:
      'Returns the status of a report. A FINISHED report has the URL of its file for one hour; each URL works for five minutes.',
    schema: { params: AdAccountPath, querystring: ReportQuery, response: { 200: Report } },
    handler: (request, reply) => replyWithReport(request, reply, { type: 'report' }),
  })
}
