import type { PromotionCreate, PromotionUpdate, StoredPromotion } from './schema.ts'

/** Returns the promotion that a creation stores. */
export const newPromotion = (
  { promotion_title, promotion_type, ...item }: PromotionCreate,
  ids: Pick<StoredPromotion, 'id' | 'ad_account_id'>,
): StoredPromotion =>
  changedPromotion(
    {
      ...ids,
      platform_type: 'DEFAULT',
      promotion_title,
      promotion_type,
      template_values: [],
      status: 'ACTIVE',
      promotion_custom_id: ids.id,
    },
    item,
  )

/** Returns the promotion after an update, its keys in the recorded order. Null leaves a field as it is. */
export const changedPromotion = (before: StoredPromotion, item: Partial<PromotionUpdate>): StoredPromotion => ({
  id: before.id,
  ad_account_id: before.ad_account_id,
  platform_type: item.platform_type ?? before.platform_type,
  promotion_title: item.promotion_title ?? before.promotion_title,
  promotion_type: item.promotion_type ?? before.promotion_type,
  template_values: item.template_values ?? before.template_values,
  status: item.status ?? before.status,
  promotion_custom_id: item.promotion_custom_id ?? before.promotion_custom_id,
  start_time: item.start_time ?? before.start_time,
  end_time: item.end_time ?? before.end_time,
  promotion_code: item.promotion_code ?? before.promotion_code,
  external_id: item.external_id ?? before.external_id,
})
