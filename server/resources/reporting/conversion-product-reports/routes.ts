import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { withoutNull } from '../reports/normalized.ts'
import { ProductReportCreate } from '../reports/product-schema.ts'
import { replyWithReport } from '../reports/reply.ts'
import { Report, ReportCreated, ReportQuery } from '../reports/schema.ts'
import { createReport } from '../reports/service.ts'
import { productReportRules } from './rules.ts'

/** Adds the operations on reports on brands, categories and SKUs. */
export function conversionProductReportRoutes(app: Operations): void {
  app.operation('analytics/create_conversion_product_report', {
    summary: 'Create a brand, category or SKU report',
    description: 'Starts a report on the products that conversion events name, as far as ads led to the events.',
    schema: { params: AdAccountPath, body: ProductReportCreate, response: { 200: ReportCreated } },
    handler: ({ params, body, world }, reply) => {
      const { id } = requireAdAccount(world, params.ad_account_id)
      world.rules.assert(productReportRules, body)
      const report = { accountId: id, type: 'conversion_product', request: withoutNull(body) } as const
      return sendJson(reply, JSON.stringify(world.write(() => createReport(world, report))))
    },
  })

  app.operation('analytics/get_conversion_product_report', {
    summary: 'Get the state of a brand, category or SKU report',
    description: 'Returns the state, and for an hour after it finished a URL of the JSON file.',
    schema: { params: AdAccountPath, querystring: ReportQuery, response: { 200: Report } },
    handler: (request, reply) => replyWithReport(request, reply, { type: 'conversion_product' }),
  })
}
