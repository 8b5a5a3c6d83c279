import { z } from 'zod'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { LongId, LongText, Micro } from '#server/http/schema/fields.ts'

const discountTypes = [
  'COUPON',
  'CREDIT',
  'COUPON_APPLIED',
  'CREDIT_APPLIED',
  'MARKETING_OFFER_CREDIT',
  'MARKETING_OFFER_CREDIT_APPLIED',
  'GOODWILL_CREDIT',
  'GOODWILL_CREDIT_APPLIED',
  'INTERNAL_CREDIT',
  'INTERNAL_CREDIT_APPLIED',
  'PREPAID_CREDIT',
  'PREPAID_CREDIT_APPLIED',
  'SALES_INCENTIVE_CREDIT',
  'SALES_INCENTIVE_CREDIT_APPLIED',
  'CREDIT_EXPIRED',
  'FUTURE_CREDIT',
  'REFERRAL_CREDIT',
  'INVOICE_SALES_INCENTIVE_CREDIT',
  'INVOICE_SALES_INCENTIVE_CREDIT_APPLIED',
  'PREPAID_CREDIT_REFUND',
] as const

const discount = {
  active: z.boolean(),
  discountCurrency: LongText.nullable(),
  discountInMicroCurrency: Micro.nullable(),
  discountType: z.enum(discountTypes).nullable(),
  remainingDiscountInMicroCurrency: Micro.nullable(),
  title: LongText.nullable(),
}

/** A discount in a response. */
export const AdsCreditDiscount = z
  .object({ ...discount, advertiser_id: LongId })
  .meta({ id: 'AdsCreditDiscount', description: 'A discount that an ad account has redeemed.' })

/** An offer, as seeds and direct edits make it. */
export const OfferCreate = z.object({
  offer_code: LongText.meta({ description: 'Code of the offer; calls name it by its SHA-256.' }),
  title: LongText.optional(),
  currency: LongText.optional().meta({ description: 'Currency; USD when absent.' }),
  amount_in_micro_currency: Micro.optional().meta({ description: 'Discount; 100 units of the currency when absent.' }),
  discount_type: z.enum(discountTypes).optional(),
})
export type OfferCreate = z.output<typeof OfferCreate>

/** The fields that direct edits of offers change. */
export const offerChanges = discount

/** The request body of a redemption. */
export const RedeemBody = z
  .object({
    offerCodeHash: LongText.regex(/^[a-z0-9]*$/).meta({ description: 'SHA-256 of the code, in hexadecimal digits.' }),
    validateOnly: z.boolean().meta({ description: 'Whether the offer is only checked.' }),
  })
  .meta({
    id: 'AdsCreditRedeemRequest',
    description: 'Request to redeem an offer.',
    example: { offerCodeHash: '709e37ac6bd484d282a013c309ef1d3800377caf36b4d5bcc76e678de82a7dc7', validateOnly: true },
  })

/** The response to a redemption. */
export const RedeemReply = z
  .object({ success: z.boolean(), errorCode: z.int().nullable(), errorMessage: z.string().nullable() })
  .meta({ id: 'AdsCreditRedeemResponse', description: 'Whether the offer was or can be redeemed.' })

/** The query parameters of a list. */
export const DiscountQuery = z.object(pageQuery)

/** The response of a list. */
export const DiscountPage = pageOf(AdsCreditDiscount).meta({ id: 'AdsCreditDiscountPage' })
