import { routesFor } from '#server/collections/routes-for.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { reportTemplateTable } from './repository.ts'
import {
  ReportTemplateListQuery,
  ReportTemplatePage,
  TemplateReport,
  TemplateReportPath,
  TemplateReportQuery,
} from './schema.ts'
import { createTemplateReport } from './service.ts'

const templates = routesFor({ owner: adAccountOwner, table: reportTemplateTable })

/** Adds the operations on report templates. */
export function reportTemplateRoutes(app: Operations): void {
  app.operation('templates/list', {
    summary: 'List report templates',
    description:
      "Returns a page of the ad account's report templates, ordered by id. They come from seeds and direct edits.",
    ...templates.list(ReportTemplateListQuery, ReportTemplatePage),
  })

  app.operation('analytics/create_template_report', {
    summary: 'Create a report by a template',
    description: 'Starts a report with the columns and days of a template. Its state is read as that of other reports.',
    schema: { params: TemplateReportPath, querystring: TemplateReportQuery, response: { 200: TemplateReport } },
    handler: ({ params, query, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      const report = world.write(() => createTemplateReport(world, id, params.template_id, query))
      return sendJson(reply, JSON.stringify(report))
    },
  })
}
