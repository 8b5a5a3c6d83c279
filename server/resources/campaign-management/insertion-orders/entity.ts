import { idOf } from '#server/domain/ids.ts'
import { patched } from '#server/domain/patch.ts'
import { isoOf, secondsOfDay } from '#server/domain/time/clock.ts'
import type { OrderLineCreate } from '../order-lines/schema.ts'
import type { SsioAccount } from './account-schema.ts'
import { insertionOrderIdRange } from './resource.ts'
import type { StoredInsertionOrder } from './response-schema.ts'
import { salesforceId } from './salesforce-id.ts'
import type { InsertionOrderEdit, OrderFields } from './schema.ts'

const day = 86_400
const micro = 1_000_000

/** What a creation or an edit says of the order line. */
interface LineTerms {
  readonly budget_amount?: number | null | undefined
  readonly end_date?: string | null | undefined
  readonly po_number?: string | null | undefined
  readonly start_date?: string | null | undefined
}

/** Returns the fields of the order line that these terms set: what is absent stays. */
export const lineFieldsOf = ({ budget_amount, start_date, end_date, po_number }: LineTerms): OrderLineCreate => ({
  ...(budget_amount !== undefined && budgetOf(budget_amount)),
  ...(po_number !== undefined && { purchase_order_id: po_number }),
  ...(start_date != null && { start_time: secondsOfDay(start_date) }),
  ...(end_date !== undefined && { end_time: end_date === null ? null : secondsOfDay(end_date) + day }),
})

function budgetOf(amount: number | null): OrderLineCreate {
  const budget = amount === null ? null : Math.round(amount * micro)
  return { budget, paid_budget: budget }
}

/** What an order is made with, beside the body of its creation. */
export interface OrderContext {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly now: number
  readonly account: SsioAccount
  readonly companyName: string
}

/** Returns the insertion order of a creation. */
export function newInsertionOrder(
  item: OrderFields,
  { seq, now, account, companyName }: OrderContext,
): StoredInsertionOrder {
  const company = account.billto_infos.find(({ id }) => id === item.billto_company_id) ?? account.billto_infos[0]
  const partner = account.pmp_names.find(({ id }) => id === item.pmp_id) ?? account.pmp_names[0]
  const { accepted_terms_time: accepted } = item
  const creation_time = isoOf(now)
  return {
    id: idOf(insertionOrderIdRange, seq),
    pin_order_id: salesforceId('order', seq),
    salesforce_order_line_id: salesforceId('order_line', seq),
    creation_time,
    accepted_terms_id: item.accepted_terms_id ?? company?.io_terms_id ?? null,
    accepted_terms_time: accepted == null ? creation_time : isoOf(accepted * 1000),
    agency_link: item.agency_link ?? null,
    bill_to_company_name: companyName,
    billing_contact_email: item.billing_contact_email ?? null,
    billing_contact_firstname: item.billing_contact_firstname ?? null,
    billing_contact_lastname: item.billing_contact_lastname ?? null,
    currency_info: item.currency_info ?? (account.currency as StoredInsertionOrder['currency_info']),
    estimated_monthly_spend: item.estimated_monthly_spend ?? null,
    last_modified_date_time: creation_time,
    media_contact_email: item.media_contact_email ?? null,
    media_contact_firstname: item.media_contact_firstname ?? null,
    media_contact_lastname: item.media_contact_lastname ?? null,
    pmp_name: partner?.name ?? null,
  }
}

/** Returns the insertion order after an edit: null clears a field. */
export const editedInsertionOrder = (
  before: StoredInsertionOrder,
  sent: InsertionOrderEdit,
  now: number,
): StoredInsertionOrder => ({
  ...before,
  agency_link: patched(sent.agency_link, before.agency_link),
  billing_contact_email: patched(sent.billing_contact_email, before.billing_contact_email),
  billing_contact_firstname: patched(sent.billing_contact_firstname, before.billing_contact_firstname),
  billing_contact_lastname: patched(sent.billing_contact_lastname, before.billing_contact_lastname),
  last_modified_date_time: isoOf(now),
  media_contact_email: patched(sent.media_contact_email, before.media_contact_email),
  media_contact_firstname: patched(sent.media_contact_firstname, before.media_contact_firstname),
  media_contact_lastname: patched(sent.media_contact_lastname, before.media_contact_lastname),
})
