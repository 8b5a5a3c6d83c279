import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { ItemException } from '#server/http/responses/replies.ts'
import { AdAccountPath, EntityStatus, Id, LongId, LongText, text, UnixTime } from '#server/http/schema/fields.ts'
import { currencies } from '#server/resources/accounts/ad-accounts/values.ts'
import { promotionIdRange } from './resource.ts'

// biome-ignore format: a table
const PromotionType = z.enum([
  'VARIABLE', 'SITEWIDE', 'CHECKOUT', 'SAVE_X_ON_Y', 'BUY_X_GET_Y', 'SPEND_X_SAVE_Y',
  'FREE_SHIPPING', 'FREE_SHIPPING_MINIMUM', 'FREE_SHIPPING_WITH_DISCOUNT', 'SITEWIDE_IN_STORES',
  'EXTRA_PERCENT_OFF', 'GIFT_WITH_PURCHASE', 'GIFT_WITH_PURCHASE_MINIMUM', 'FIXED',
  'PERCENT_OFF_CLEARANCE', 'X_OFF_Y', 'GIFT_WITH_FIRST_PURCHASE', 'BUY_X_GET_ONE_FREE',
  'CASH_BACK', 'POINTS_ON_ALL_PURCHASES', 'BONUS', 'POINTS_WITH_PURCHASE', 'CUSTOM',
])

const DiscountStatus = z.enum(['OTHER', 'ACTIVE', 'PAUSED', 'SCHEDULED', 'EXPIRED'])

const PromotionTemplateValue = z
  .object({
    amount: z.number().optional(),
    currency_code: z.enum(currencies).optional(),
    custom_text: LongText.optional(),
    percent: z.number().optional(),
  })
  .meta({ id: 'PromotionTemplateValue', description: 'Value in the text of the promotion.' })

const sent = {
  discount_status: DiscountStatus.meta({ deprecated: true, description: 'Ignored on input: computed from the dates.' }),
  end_time: UnixTime.meta({ description: 'Unix time in seconds. Defaults to no end.' }),
  external_id: text(64).meta({ description: 'Id on another platform.' }),
  platform_type: LongText.meta({ description: 'DEFAULT or SHOPIFY. Defaults to DEFAULT.' }),
  promotion_code: LongText.meta({ description: 'Code that customers enter at checkout.', example: 'SPRING10' }),
  promotion_custom_id: text(50).meta({ description: 'Custom id. Defaults to the id of the promotion.' }),
  promotion_title: LongText.meta({ description: 'Name of the promotion.', example: 'Spring, 10% off' }),
  promotion_type: PromotionType.meta({
    description: 'Promotion type, which determines the text.',
    example: 'SITEWIDE',
  }),
  start_time: UnixTime.meta({ description: 'Unix time in seconds. Absent: the promotion has already started.' }),
  template_values: z.array(PromotionTemplateValue).max(2),
}

/** One item in the request body of a creation. */
export const PromotionCreate = z
  .object({
    discount_status: sent.discount_status.nullish(),
    end_time: sent.end_time.nullish(),
    external_id: sent.external_id.nullish(),
    platform_type: sent.platform_type.nullish(),
    promotion_code: sent.promotion_code.nullish(),
    promotion_custom_id: sent.promotion_custom_id.nullish(),
    promotion_title: sent.promotion_title,
    promotion_type: sent.promotion_type,
    start_time: sent.start_time.nullish(),
    template_values: sent.template_values.nullish(),
  })
  .meta({
    id: 'PromotionCreate',
    description: 'Request to create a promotion.',
    example: { promotion_title: 'Spring, 10% off', promotion_type: 'SITEWIDE', template_values: [{ percent: 10 }] },
  })
export type PromotionCreate = z.output<typeof PromotionCreate>

/** One item in the request body of an update. */
export const PromotionUpdate = z
  .object({
    discount_status: sent.discount_status.nullish(),
    end_time: sent.end_time.nullish(),
    external_id: sent.external_id.nullish(),
    platform_type: sent.platform_type.nullish(),
    promotion_code: sent.promotion_code.nullish(),
    promotion_custom_id: sent.promotion_custom_id.nullish(),
    promotion_title: sent.promotion_title.nullish(),
    promotion_type: sent.promotion_type.nullish(),
    start_time: sent.start_time.nullish(),
    template_values: sent.template_values.nullish(),
    id: LongId,
    status: EntityStatus.meta({ deprecated: true, description: 'Status, as in version 5.23.' }).nullish(),
  })
  .meta({
    id: 'PromotionUpdate',
    description: 'A change of a promotion: what is not sent stays.',
    example: { id: idOf(promotionIdRange, 1), promotion_title: 'Spring, 20% off', template_values: [{ percent: 20 }] },
  })
export type PromotionUpdate = z.output<typeof PromotionUpdate>

/** A promotion in a response. */
export const Promotion = z
  .object({
    discount_status: DiscountStatus.meta({ description: "SCHEDULED, ACTIVE or EXPIRED, by the world's clock." }),
    end_time: UnixTime.optional(),
    external_id: text(64).optional(),
    platform_type: LongText,
    promotion_code: LongText.optional(),
    promotion_custom_id: text(50),
    promotion_title: LongText,
    promotion_type: PromotionType,
    start_time: UnixTime.optional(),
    template_values: z.array(PromotionTemplateValue).max(2),
    ad_account_id: LongId,
    id: LongId,
    status: EntityStatus,
  })
  .meta({ id: 'Promotion', description: 'A promotion: a discount or an offer that ad groups show with their ads.' })
export type Promotion = z.output<typeof Promotion>
/** A promotion as it is stored: the response without `discount_status`, which depends on the clock. */
export type StoredPromotion = Omit<Promotion, 'discount_status'>

/** The response of a creation and of an update. */
export const PromotionsReply = z
  .object({ promotions: z.array(z.object({ data: Promotion.optional(), exception: ItemException.optional() })) })
  .meta({
    id: 'PromotionsResponse',
    description: 'A result for each item, in request order: the stored entity or the reason for the refusal.',
  })

/** The query parameters of a list. */
export const PromotionListQuery = z.object({
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const PromotionPage = pageOf(Promotion).meta({ id: 'PromotionPage' })

/** The parameters of the path of a promotion. */
export const PromotionPath = AdAccountPath.extend({
  promotion_id: Id,
})
