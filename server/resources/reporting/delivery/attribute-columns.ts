import { videoCreatives } from '#server/domain/ads/creatives.ts'
import { videoSeconds } from '#server/domain/delivery/video-columns.ts'
import type { EntityLevel } from './levels.ts'

/** A column that says what an entity is, as it is now, and not what it delivered. */
export interface AttributeColumn {
  /** The level of the entity: its rows have the column, and those of all below. */
  readonly of: EntityLevel
  /** `status` is one of `entityStatuses`, `flag` 0 or 1. An id is text of digits. */
  readonly kind: 'id' | 'text' | 'number' | 'status' | 'flag'
  /** The value as an SQL expression over the tables of `attributesOf`; null where the entity has none. */
  readonly sql: string
  /** Whether 0 is shown: other numbers of 0 are left out, as figures are. */
  readonly isAlways?: boolean
}

const id = (of: EntityLevel, sql: string): AttributeColumn => ({ of, kind: 'id', sql })
const text = (of: EntityLevel, sql: string): AttributeColumn => ({ of, kind: 'text', sql })
const status = (of: EntityLevel, sql: string): AttributeColumn => ({ of, kind: 'status', sql })
const number = (of: EntityLevel, sql: string): AttributeColumn => ({ of, kind: 'number', sql })
/** A cap, which rows have though it is not set (F41). */
const cap = (sql: string): AttributeColumn => ({ of: 'campaign', kind: 'number', sql, isAlways: true })

const brandLabel = `SELECT value FROM labels
  WHERE id IN (SELECT label_id FROM label_applications WHERE campaign_id = campaign.id)
    AND label_type = 'BRAND' AND status = 'ACTIVE'`
const promotion = "coalesce(ad_group.json ->> '$.promotion_id', ad_group.json ->> '$.promotion_ids[0]')"
const goal = "ad_group.json ->> '$.optimization_goal_metadata.conversion_tag_v3_goal_metadata.conversion_event'"

const isVideo = `ad.json ->> '$.creative_type' IN (${videoCreatives.map((type) => `'${type}'`).join(', ')})`

/** The columns of attributes, by name. Those of statuses are numbers in synchronous analytics (F44). */
export const attributeColumns: Readonly<Record<string, AttributeColumn>> = {
  ADVERTISER_ID: id('account', 'account.id'),
  AD_ACCOUNT_ID: id('account', 'account.id'),
  CAMPAIGN_ID: id('campaign', 'campaign.id'),
  CAMPAIGN_NAME: text('campaign', "campaign.json ->> '$.name'"),
  CAMPAIGN_ENTITY_STATUS: status('campaign', 'campaign.status'),
  CAMPAIGN_OBJECTIVE_TYPE: text('campaign', "campaign.json ->> '$.objective_type'"),
  CAMPAIGN_DAILY_SPEND_CAP: cap("campaign.json ->> '$.daily_spend_cap'"),
  CAMPAIGN_LIFETIME_SPEND_CAP: cap("campaign.json ->> '$.lifetime_spend_cap'"),
  CAMPAIGN_BUDGET_OPTIMIZATION: { of: 'campaign', kind: 'flag', sql: 'campaign.is_campaign_budget_optimization' },
  CAMPAIGN_BRAND_LABEL: text('campaign', `(${brandLabel})`),
  ORDER_LINE_ID: id('campaign', 'campaign.order_line_id'),
  ORDER_LINE_NAME: text('campaign', "(SELECT json ->> '$.name' FROM order_lines WHERE id = campaign.order_line_id)"),
  AD_GROUP_ID: id('ad_group', 'ad_group.id'),
  AD_GROUP_NAME: text('ad_group', "ad_group.json ->> '$.name'"),
  AD_GROUP_ENTITY_STATUS: status('ad_group', 'ad_group.status'),
  AD_GROUP_BUDGET_TYPE: text('ad_group', "ad_group.json ->> '$.budget_type'"),
  AD_GROUP_BUDGET_IN_LOCAL_CURRENCY: number('ad_group', "ad_group.json ->> '$.budget_in_micro_currency' / 1e6"),
  // In percent (F47): the multiplier itself is a factor.
  AD_GROUP_BID_MULTIPLIER: number('ad_group', "round(ad_group.json ->> '$.bid_multiplier' * 100, 6)"),
  AD_GROUP_OPTIMIZATION: text('ad_group', `coalesce(${goal}, ad_group.json ->> '$.billable_event')`),
  PROMO_ID: id('ad_group', promotion),
  PROMO_NAME: text('ad_group', `(SELECT json ->> '$.promotion_title' FROM promotions WHERE id = ${promotion})`),
  AD_ID: id('ad', 'ad.id'),
  PIN_PROMOTION_ID: id('ad', 'ad.id'),
  AD_NAME: text('ad', "ad.json ->> '$.name'"),
  PIN_ID: id('ad', 'ad.pin_id'),
  VIDEO_LENGTH: number('ad', `CASE WHEN ${isVideo} THEN ${videoSeconds} END`),
  PRODUCT_GROUP_ID: id('product_group', 'product_group.id'),
  PRODUCT_GROUP_AD_IMAGE_TAG: text('product_group', "product_group.json ->> '$.selected_image_tag'"),
  PRODUCT_GROUP_AD_VIDEO_TAG: text('product_group', "product_group.json ->> '$.selected_video_tag'"),
}

/** The columns that no row has, with the reason. */
export const absentColumns: Readonly<Record<string, string>> = {
  IS_PREMIERE_CAMPAIGN: 'The API has no way to make a campaign a premiere campaign, and 0 is left out.',
}
