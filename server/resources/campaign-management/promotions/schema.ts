import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { ItemException } from '#server/http/responses/replies.ts'
import { EntityStatus, Id, LongId, LongText, text, UnixTime } from '#server/http/schema/fields.ts'
import { currencies } from '#server/resources/accounts/ad-accounts/values.ts'
import { promotionIdRange } from './resource.ts'

// biome-ignore format: a table
const promotionTypes = [
  'VARIABLE', 'SITEWIDE', 'CHECKOUT', 'SAVE_X_ON_Y', 'BUY_X_GET_Y', 'SPEND_X_SAVE_Y', 'FREE_SHIPPING',
  'FREE_SHIPPING_MINIMUM', 'FREE_SHIPPING_WITH_DISCOUNT', 'SITEWIDE_IN_STORES', 'EXTRA_PERCENT_OFF',
  'GIFT_WITH_PURCHASE', 'GIFT_WITH_PURCHASE_MINIMUM', 'FIXED', 'PERCENT_OFF_CLEARANCE', 'X_OFF_Y',
  'GIFT_WITH_FIRST_PURCHASE', 'BUY_X_GET_ONE_FREE', 'CASH_BACK', 'POINTS_ON_ALL_PURCHASES', 'BONUS',
  'POINTS_WITH_PURCHASE', 'CUSTOM',
] as const

const DiscountStatus = z.enum(['OTHER', 'ACTIVE', 'PAUSED', 'SCHEDULED', 'EXPIRED'])

const TemplateValue = z
  .object({
    amount: z.number().optional(),
    currency_code: z.enum(currencies).optional(),
    custom_text: LongText.optional(),
    percent: z.number().optional(),
  })
  .meta({ id: 'PromotionTemplateValue', description: 'A value that the text of the promotion shows.' })

const promotion_title = LongText.meta({ description: 'Name of the promotion.', example: 'Spring, 10% off' })
const promotion_type = z.enum(promotionTypes).meta({ description: 'Which text is shown.', example: 'SITEWIDE' })
const template_values = z.array(TemplateValue).max(2)

/** Fields of a creation and an update, all optional. Null counts as absent. */
const settable = {
  discount_status: DiscountStatus.nullish().meta({ deprecated: true, description: 'No effect: the dates decide it.' }),
  end_time: UnixTime.nullish().meta({ description: 'Unix seconds; it never ends when absent.' }),
  external_id: text(64).nullish().meta({ description: 'What another platform calls it.' }),
  platform_type: LongText.nullish().meta({ description: 'DEFAULT (when absent) or SHOPIFY.' }),
  promotion_code: LongText.nullish().meta({ description: 'What customers enter to use it.', example: 'SPRING10' }),
  promotion_custom_id: text(50).nullish().meta({ description: 'An id of your own; the id when absent.' }),
  start_time: UnixTime.nullish().meta({ description: 'Unix seconds; it has begun when absent.' }),
  template_values: template_values.nullish(),
}

/** One item in the request body of a creation. */
export const PromotionCreate = z.object({ promotion_title, promotion_type, ...settable }).meta({
  id: 'PromotionCreate',
  description: 'A new promotion.',
  example: { promotion_title: 'Spring, 10% off', promotion_type: 'SITEWIDE', template_values: [{ percent: 10 }] },
})

/** One item in the request body of an update. */
export const PromotionUpdate = z
  .object({
    id: LongId,
    promotion_title: promotion_title.nullish(),
    promotion_type: promotion_type.nullish(),
    ...settable,
    status: EntityStatus.nullish().meta({ deprecated: true, description: 'As in version 5.23.' }),
  })
  .meta({
    id: 'PromotionUpdate',
    description: 'What changes about a promotion.',
    example: { id: idOf(promotionIdRange, 1), promotion_title: 'Spring, 20% off', template_values: [{ percent: 20 }] },
  })

/** A promotion in a response, without its unset fields (observed). */
export const Promotion = z
  .object({
    id: Id,
    ad_account_id: Id,
    platform_type: z.string(),
    promotion_title,
    promotion_type,
    template_values,
    status: EntityStatus,
    discount_status: DiscountStatus.meta({ description: 'SCHEDULED, ACTIVE or EXPIRED, by the clock.' }),
    promotion_custom_id: z.string(),
    start_time: UnixTime.optional(),
    end_time: UnixTime.optional(),
    promotion_code: z.string().optional(),
    external_id: z.string().optional(),
  })
  .meta({ id: 'Promotion', description: 'A discount or an offer that ad groups show with their ads.' })

/** The response of a creation and of an update. */
export const PromotionsReply = z
  .object({
    promotions: z.array(z.object({ data: Promotion.optional(), exception: ItemException.optional() })),
  })
  .meta({
    id: 'PromotionsResponse',
    description: "For each item, in the request's order: what was stored, or why it was refused.",
  })

/** The query parameters of a list. */
export const PromotionListQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list. */
export const PromotionPage = pageOf(Promotion).meta({ id: 'PromotionPage' })

export type PromotionCreate = z.output<typeof PromotionCreate>
export type PromotionUpdate = z.output<typeof PromotionUpdate>
/** A promotion as it is stored: the response without `discount_status`, which depends on the clock. */
export type StoredPromotion = Omit<z.output<typeof Promotion>, 'discount_status'>
/** The state of a promotion by its dates. */
export type DiscountStatus = z.output<typeof DiscountStatus>
