import { idOf } from '#server/domain/ids.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import type { World } from '#server/worlds/world.ts'
import { adAccountRow } from '../ad-accounts/service.ts'
import { type BillingInvoiceRow, billingInvoiceTable, invoicesOf } from './repository.ts'
import { billingInvoiceIdRange } from './resource.ts'
import type { BillingInvoice, BillingInvoiceCreate, BillingInvoiceQuery } from './schema.ts'

const day = 86_400_000
const term = 30

/** Creates an invoice, for seeds and direct edits: of the thirty days until now, and due in thirty, when nothing is said. */
export function createBillingInvoice(
  world: World,
  { id: ad_account_id }: { readonly id: string },
  item: BillingInvoiceCreate,
): BillingInvoiceRow {
  const { db, clock } = world
  const account = JSON.parse(adAccountRow(world, ad_account_id).json)
  const dayAt = (days: number): string => isoOf(clock.milliseconds() + days * day).slice(0, 10)
  const seq = billingInvoiceTable.nextSequence(db)
  const billed = item.amount_billed_micro_currency ?? 0
  const invoice: BillingInvoice = {
    id: idOf(billingInvoiceIdRange, seq),
    ad_account_id,
    ad_account_name: account.name,
    amount_billed_micro_currency: billed,
    amount_discount_micro_currency: item.amount_discount_micro_currency ?? 0,
    amount_net_micro_currency: item.amount_net_micro_currency ?? billed,
    amount_tax_micro_currency: item.amount_tax_micro_currency ?? 0,
    bill_to_country: item.bill_to_country ?? account.country,
    billing_period_start_date: item.billing_period_start_date ?? dayAt(-term),
    billing_period_end_date: item.billing_period_end_date ?? dayAt(0),
    currency: item.currency ?? account.currency,
    document_type: item.document_type ?? 'INVOICE',
    invoice_due_date: item.invoice_due_date ?? dayAt(term),
    payment_terms: item.payment_terms ?? `NET ${term}`,
    status: item.status ?? 'OPEN',
  }
  return billingInvoiceTable.insertEntity(db, invoice, { seq })
}

/** An invoice of a list: its JSON text, and its place in the order of the list. */
export interface ListedInvoice {
  readonly seq: number
  readonly json: string
}

const keys = {
  DUE_DATE: ({ invoice_due_date }: BillingInvoice) => invoice_due_date,
  BILLING_PERIOD: ({ billing_period_start_date }: BillingInvoice) => billing_period_start_date,
  DOCUMENT_TYPE: ({ document_type }: BillingInvoice) => document_type,
  TOTAL_AMOUNT: ({ amount_billed_micro_currency }: BillingInvoice) => amount_billed_micro_currency,
  INVOICE_NUMBER: ({ id }: BillingInvoice) => Number(id),
} as const

/** Returns the invoices that a list has, in its order; invoices that are equal by it stand in the order of their ids. */
export function sortedInvoices(
  { db }: World,
  accountId: string,
  { sort = 'DUE_DATE', order, status, document_type, start_due_date, end_due_date }: Partial<BillingInvoiceQuery>,
): readonly ListedInvoice[] {
  const keyOf = keys[sort]
  const direction = order === 'DESCENDING' ? -1 : 1
  return invoicesOf(db, accountId)
    .map(({ json }) => ({ json, invoice: JSON.parse(json) as BillingInvoice }))
    .filter(({ invoice }) => (status ?? invoice.status) === invoice.status)
    .filter(({ invoice }) => (document_type ?? invoice.document_type) === invoice.document_type)
    .filter(({ invoice: { invoice_due_date: due } }) => (start_due_date ?? due) <= due && due <= (end_due_date ?? due))
    .toSorted((one, other) => {
      const [left, right] = [keyOf(one.invoice), keyOf(other.invoice)]
      return left === right ? 0 : left < right ? -direction : direction
    })
    .map(({ json }, index) => ({ seq: index + 1, json }))
}
