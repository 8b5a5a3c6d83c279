import { z } from 'zod'
import { isDay } from '#server/domain/time/clock.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, LongId, LongText } from '#server/http/schema/fields.ts'
import { currencies } from '../ad-accounts/values.ts'

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, { error: 'is no day' })
  .meta({ maxLength: 10, format: 'date' })
const Amount = z.int()

const statuses = ['OPEN', 'CLOSED'] as const
const documentTypes = ['INVOICE', 'CREDIT_MEMO'] as const

const fields = {
  amount_billed_micro_currency: Amount,
  amount_discount_micro_currency: Amount.nullable(),
  amount_net_micro_currency: Amount.nullable(),
  amount_tax_micro_currency: Amount.nullable(),
  bill_to_country: LongText,
  billing_period_start_date: Day,
  billing_period_end_date: Day,
  currency: z.enum(currencies),
  document_type: z.enum(documentTypes),
  invoice_due_date: Day,
  payment_terms: LongText.meta({ example: 'NET 30' }),
  status: z.enum(statuses),
}

/** An invoice in a response. */
export const BillingInvoice = z
  .object({ id: LongId, ad_account_id: LongId, ad_account_name: z.string(), ...fields })
  .meta({ id: 'BillingInvoice', description: 'An invoice or a credit memo.' })
export type BillingInvoice = z.output<typeof BillingInvoice>

/** An invoice, as seeds and direct edits make it. */
export const BillingInvoiceCreate = z.object({ ...z.object(fields).partial().shape })
export type BillingInvoiceCreate = z.output<typeof BillingInvoiceCreate>

const sorts = ['DUE_DATE', 'BILLING_PERIOD', 'DOCUMENT_TYPE', 'TOTAL_AMOUNT', 'INVOICE_NUMBER'] as const

/** The query parameters of a list. */
export const BillingInvoiceQuery = z.object({
  sort: z.enum(sorts).optional().meta({ description: 'Field by which invoices are sorted; DUE_DATE when absent.' }),
  order: z.enum(['ASCENDING', 'DESCENDING']).optional().meta({ description: 'Sort order. Absent: ascending.' }),
  status: z.enum(statuses).optional().meta({ description: 'Returns only invoices with this status.' }),
  document_type: z.enum(documentTypes).optional().meta({ description: 'Returns only documents of this type.' }),
  start_due_date: Day.optional().meta({ description: 'Earliest due date.' }),
  end_due_date: Day.optional().meta({ description: 'Latest due date.' }),
  ...pageQuery,
})
export type BillingInvoiceQuery = z.output<typeof BillingInvoiceQuery>

/** The response of a list. */
export const BillingInvoicePage = pageOf(BillingInvoice).meta({ id: 'BillingInvoicePage' })

/** The parameters of the path of an invoice. */
export const BillingInvoicePath = AdAccountPath.extend({
  billing_invoice_id: Id,
})

/** The response to a request for a download. */
export const BillingInvoiceDownload = z
  .object({ id: LongId, download_url: z.string() })
  .meta({ id: 'BillingInvoiceDownload', description: 'URL of an invoice, valid for five minutes.' })
