import { entityFinder } from '#server/collections/entity-routes.ts'
import { signedUrl } from '#server/http/files/signed-link.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '../ad-accounts/owner.ts'
import { requireAdAccount } from '../ad-accounts/service.ts'
import { fileOf } from './file.ts'
import { billingInvoiceTable } from './repository.ts'
import { billingInvoiceErrors } from './resource.ts'
import { BillingInvoiceDownload, BillingInvoicePage, BillingInvoicePath, BillingInvoiceQuery } from './schema.ts'
import { sortedInvoices } from './service.ts'

const invoiceIn = entityFinder({
  owner: adAccountOwner,
  table: billingInvoiceTable,
  path: BillingInvoicePath,
  notFound: billingInvoiceErrors['billing_invoice.path'],
})

/** Adds the operations on invoices. */
export function billingInvoiceRoutes(app: Operations): void {
  app.operation('billing_invoices/get', {
    summary: 'List billing invoices',
    description: "Returns a page of the ad account's invoices and credit memos.",
    schema: { params: AdAccountPath, querystring: BillingInvoiceQuery, response: { 200: BillingInvoicePage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { page_size: _, bookmark: __, ...filters } = query
      const page = requestedPage({ operation, query }, { ad_account_id, ...filters })
      const { id } = requireAdAccount(world, ad_account_id)
      const rows = sortedInvoices(world, id, filters).slice(page.after ?? 0, (page.after ?? 0) + page.limit)
      return replyWithPage(reply, page, rows, ({ json }) => json)
    },
  })

  app.operation('billing_invoice_download/get', {
    summary: 'Get the URL of a billing invoice',
    description: 'Returns a URL of the invoice, which is plain text here.',
    schema: { params: BillingInvoicePath, response: { 200: BillingInvoiceDownload } },
    handler: (request, reply) => {
      const { world, origin, id: requestId } = request
      const row = invoiceIn(request)
      // Each response has a URL of its own, so none is cached.
      request.version = null
      const context = { origin, world: world.name, now: world.clock.seconds(), requestId }
      return sendJson(reply, JSON.stringify({ id: row.id, download_url: signedUrl(fileOf(row), context) }))
    },
  })
}
