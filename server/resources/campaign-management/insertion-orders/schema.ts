import { z } from 'zod'
import { isDay } from '#server/domain/time/clock.ts'
import { pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, LongText, UnixTime, undocumentedText } from '#server/http/schema/fields.ts'
import { currencies } from '#server/resources/accounts/ad-accounts/values.ts'
import { salesforceId } from './salesforce-id.ts'

/** The path of an insertion order. */
export const PinOrderPath = AdAccountPath.extend({ pin_order_id: LongText })

/** The query parameters of the list of insertion orders. */
export const InsertionOrderListQuery = z.object(pageQuery)

/** The query parameters of the list of order lines. */
export const SsioOrderLineListQuery = z.object({
  pin_order_id: LongText.optional().meta({ description: 'Insertion order whose lines are returned.' }),
  ...pageQuery,
})

const Day = undocumentedText(10)
  .regex(/^(\d{4})-(\d{2})-(\d{2})$/)
  .refine(isDay, { error: 'is no day' })
  .meta({ example: '2026-07-01', 'x-max-characters': 10 })
const Amount = z.number().meta({ description: "Amount in units of the ad account's currency.", example: 50_000 })

const contacts = {
  billing_contact_email: LongText,
  billing_contact_firstname: LongText,
  billing_contact_lastname: LongText,
  media_contact_email: LongText,
  media_contact_firstname: LongText,
  media_contact_lastname: LongText,
}

const optional = {
  agency_link: LongText.nullish(),
  budget_amount: Amount.nullish(),
  end_date: Day.nullish().meta({ description: 'Last day, in UTC.' }),
  user_email: LongText.nullish(),
}

const chosen = {
  accepted_terms_id: LongText.meta({ description: 'One of the terms that ssio_accounts/get returns.' }),
  billto_billing_address_id: LongText,
  billto_business_address_id: LongText,
  billto_company_id: LongText.meta({ description: 'Company that ssio_accounts/get returns.' }),
  pmp_id: LongText.meta({ description: 'Marketing partner that ssio_accounts/get returns.' }),
  currency_info: z.enum(currencies).meta({ description: "The ad account's currency." }),
}

const ordered = {
  order_line_type: z.enum(['BUDGET', 'PERPETUALS']).meta({ description: 'BUDGET has a budget_amount.' }),
  order_name: LongText,
  po_number: LongText,
  start_date: Day.meta({ description: 'First day, in UTC.' }),
}

const creation = {
  ...optional,
  accepted_terms_time: UnixTime.nullish().meta({ description: 'Unix time in seconds.' }),
  estimated_monthly_spend: z.number().nullish().meta({ description: 'Estimate for a line that is PERPETUALS.' }),
}

/** The request body of a creation. */
export const InsertionOrderCreate = z.object({ ...creation, ...contacts, ...chosen, ...ordered }).meta({
  id: 'InsertionOrderCreate',
  description: 'Request to create an insertion order.',
  example: {
    order_line_type: 'BUDGET',
    order_name: 'Insertion order 8, autumn',
    budget_amount: 50_000,
    start_date: '2026-09-01',
    end_date: '2026-11-30',
    po_number: 'PO-8',
    currency_info: 'USD',
    accepted_terms_id: salesforceId('terms', 1),
    billto_company_id: salesforceId('account', 1),
    billto_billing_address_id: salesforceId('address', 1),
    billto_business_address_id: salesforceId('address', 2),
    pmp_id: salesforceId('account', 2),
    billing_contact_email: 'billing@example.com',
    billing_contact_firstname: 'Mary',
    billing_contact_lastname: 'Meadow',
    media_contact_email: 'media@example.com',
    media_contact_firstname: 'John',
    media_contact_lastname: 'Meadow',
  },
})
export type InsertionOrderCreate = z.output<typeof InsertionOrderCreate>

/** What a creation or a seed says of an order. */
export type OrderFields = {
  readonly [Name in keyof InsertionOrderCreate]?: InsertionOrderCreate[Name] | undefined
}

/** An insertion order of a seed: what it leaves out is filled in. */
export const InsertionOrderSeed = z.object({
  ...creation,
  ...z.object({ ...contacts, ...ordered }).partial().shape,
})
export type InsertionOrderSeed = z.output<typeof InsertionOrderSeed>

const clearable = <Field extends z.ZodType>(field: Field) => field.nullish()

/** The request body of an edit, which names the order by its id, or by that of its line. */
export const InsertionOrderEdit = z
  .object({
    ...optional,
    billing_contact_email: clearable(LongText),
    billing_contact_firstname: clearable(LongText),
    billing_contact_lastname: clearable(LongText),
    media_contact_email: clearable(LongText),
    media_contact_firstname: clearable(LongText),
    media_contact_lastname: clearable(LongText),
    po_number: clearable(LongText),
    start_date: Day.nullish().meta({ description: 'First day, in UTC.' }),
    ads_manager_order_line_id: LongText.nullish().meta({ description: 'Id of the line, as order_lines/list has it.' }),
    oracle_line_id: LongText.nullish().meta({ description: 'Ignored: no response has such an id.' }),
    salesforce_order_id: LongText.nullish().meta({ description: 'The pin_order_id of the order.' }),
    salesforce_order_line_id: LongText.nullish().meta({ description: 'Id of the line, as ssio_order_lines has it.' }),
  })
  .meta({
    id: 'InsertionOrderEdit',
    description: 'Request to edit an insertion order.',
    example: { salesforce_order_id: salesforceId('order', 1), po_number: 'PO-7b' },
  })
export type InsertionOrderEdit = z.output<typeof InsertionOrderEdit>

/** The response to a creation and to an edit. */
export const InsertionOrderReply = z
  .object({ pin_order_id: LongText })
  .meta({ id: 'InsertionOrderReply', description: 'Id of the insertion order.' })
