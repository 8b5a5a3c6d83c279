import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongId } from '#server/http/schema/fields.ts'
import { RequiredQueryBoolean } from '#server/http/schema/query-fields.ts'

const cards = ['UNKNOWN', 'VISA', 'MASTERCARD', 'AMERICAN_EXPRESS', 'DISCOVER', 'ELO'] as const
const brands = [...cards, 'SOFORT', 'DINERS_CLUB', 'CARTE_BANCAIRE'] as const

const fields = {
  billing_type: z.enum(['CREDIT_CARD', 'INVOICE', 'INTERNAL', 'RECURRING', 'PREPAID']),
  card_type: z.enum(cards),
  payment_method_brand: z.enum(brands),
  status: z.enum(['UNSPECIFIED', 'VALID', 'INVALID', 'PENDING', 'DELETED', 'SECONDARY', 'PENDING_SECONDARY']),
}

/** A billing profile in a response. */
export const BillingProfile = z
  .object({ id: LongId, advertiser_id: LongId, ...fields })
  .meta({ id: 'BillingProfile', description: 'A billing profile: how an ad account pays.' })
export type BillingProfile = z.output<typeof BillingProfile>

/** A billing profile, as seeds and direct edits make it: a valid card when nothing is said. */
export const BillingProfileCreate = z.object(fields).partial()
export type BillingProfileCreate = z.output<typeof BillingProfileCreate>

/** The query parameters of a list. */
export const BillingProfileQuery = z.object({
  is_active: RequiredQueryBoolean.meta({
    description: 'Whether only active profiles are returned: VALID and SECONDARY ones.',
    example: false,
  }),
  ...pageQuery,
})

/** The response of a list. */
export const BillingProfilePage = pageOf(BillingProfile).meta({ id: 'BillingProfilePage' })
