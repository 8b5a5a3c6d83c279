import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '../ad-accounts/resource.ts'

/** The id range of invoices. */
export const billingInvoiceIdRange = idRange('billing_invoice', 4_733_000_000_000n)

/** The error for an unknown id of an invoice in a path. */
export const billingInvoiceErrors = namedErrors({
  'billing_invoice.path': {
    status: 400,
    code: 400,
    message: 'Invalid request parameter.',
    evidence: 'documented',
    source: 'S523 billing_invoice_download/get; that an unknown id is answered so is assumed',
    passes: 'The id of an invoice of this ad account.',
  },
})

/** The resource of invoices, which the API only reads. */
export const billingInvoices: Resource = {
  name: 'billing_invoices',
  parents: [adAccounts],
  ids: [billingInvoiceIdRange],
  errors: billingInvoiceErrors,
  operations: { 'billing_invoices/get': {}, 'billing_invoice_download/get': {} },
  routes: async () => (await import('./routes.ts')).billingInvoiceRoutes,
  seed: async () => (await import('./seed.ts')).billingInvoiceSeed,
  edits: async () => (await import('./admin.ts')).billingInvoiceKind,
}
