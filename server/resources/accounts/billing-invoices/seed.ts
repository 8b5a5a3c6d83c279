import { accountSeed } from '#server/contracts/seed-section.ts'
import { BillingInvoiceCreate } from './schema.ts'
import { createBillingInvoice } from './service.ts'

/** The seed section of invoices, each of an ad account. */
export const billingInvoiceSeed = accountSeed('billing_invoices', BillingInvoiceCreate, createBillingInvoice, {
  lists: [{ operation: 'billing_invoices/get', query: { order: 'ASCENDING' } }],
})
