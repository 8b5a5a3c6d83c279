import { z } from 'zod'
import { pageOf } from '#server/http/responses/pagination.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { currencies } from '#server/resources/accounts/ad-accounts/values.ts'
import { salesforceId } from './salesforce-id.ts'

/** The states of an insertion order. */
export const insertionOrderStatuses = ['Pending', 'Approved', 'Rejected'] as const
/** One of `insertionOrderStatuses`. */
export type InsertionOrderStatusName = (typeof insertionOrderStatuses)[number]

const Moment = LongText.regex(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2}).(\d{3})Z$/)
const Day = LongText.meta({ format: 'date' })

/** The status of an insertion order in a response. */
export const InsertionOrderStatus = z
  .object({
    creation_time: LongText.nullable().meta({ example: '2026-05-01T09:30:00.000Z' }),
    pin_order_id: LongText.meta({ example: salesforceId('order', 1) }),
    status: LongText.meta({ description: 'Pending, Approved or Rejected.', example: 'Approved' }),
  })
  .meta({ id: 'InsertionOrderStatus', description: 'The status of an insertion order.' })
export type InsertionOrderStatus = z.output<typeof InsertionOrderStatus>

/** The response of the list of insertion orders. */
export const InsertionOrderStatusPage = pageOf(InsertionOrderStatus).meta({ id: 'InsertionOrderStatusPage' })

/** What an order line has of its insertion order, as it is stored. */
export interface StoredInsertionOrder {
  readonly id: string
  readonly pin_order_id: string
  readonly salesforce_order_line_id: string
  readonly creation_time: string
  readonly accepted_terms_id: string | null
  readonly accepted_terms_time: string | null
  readonly agency_link: string | null
  readonly bill_to_company_name: string | null
  readonly billing_contact_email: string | null
  readonly billing_contact_firstname: string | null
  readonly billing_contact_lastname: string | null
  readonly currency_info: (typeof currencies)[number]
  readonly estimated_monthly_spend: number | null
  readonly last_modified_date_time: string
  readonly media_contact_email: string | null
  readonly media_contact_firstname: string | null
  readonly media_contact_lastname: string | null
  readonly pmp_name: string | null
}

/** An order line of an insertion order in a response. */
export const SsioOrderLine = z
  .object({
    accepted_terms_id: LongText.nullable(),
    accepted_terms_time: Moment.nullable(),
    ads_manager_order_line_id: LongText.nullable().meta({ description: 'Id of the line in order_lines/list.' }),
    agency_link: LongText.nullable(),
    bill_to_company_name: LongText.nullable(),
    billing_contact_email: LongText.nullable(),
    billing_contact_firstname: LongText.nullable(),
    billing_contact_lastname: LongText.nullable(),
    budget_amount: z.number().nullable().meta({ description: "Amount in units of the ad account's currency." }),
    currency_info: z.enum(currencies),
    end_date: Day.nullable(),
    estimated_monthly_spend: z.number().nullable(),
    last_modified_date_time: Moment.nullable(),
    media_contact_email: LongText.nullable(),
    media_contact_firstname: LongText.nullable(),
    media_contact_lastname: LongText.nullable(),
    order_name: LongText.nullable(),
    pin_order_id: LongText.nullable(),
    pmp_name: LongText.nullable(),
    po_number: LongText.nullable(),
    salesforce_order_line_id: LongText.nullable(),
    start_date: Day.nullable(),
  })
  .meta({ id: 'SsioOrderLine', description: 'An order line with the contacts and terms of its insertion order.' })
export type SsioOrderLine = z.output<typeof SsioOrderLine>

/** The response of the list of order lines. */
export const SsioOrderLinePage = pageOf(SsioOrderLine).meta({ id: 'SsioOrderLinePage' })
