import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Id, IdFilter, LongId, LongIdFilter, listOf, QueryBoolean, requiredListOf } from '#server/http/schema/fields.ts'
import { adAccountIdRange } from '#server/resources/accounts/ad-accounts/resource.ts'
import { adGroupIdRange } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { adIdRange } from '#server/resources/campaign-management/ads/resource.ts'
import { campaignIdRange } from '#server/resources/campaign-management/campaigns/resource.ts'
import { productGroupPromotionIdRange } from '#server/resources/campaign-management/product-group-promotions/resource.ts'
import { pinIdRange } from '#server/resources/content/pins/resource.ts'
import { attributionQuery, reportQuery, timeZoneQuery } from './query.ts'

/** For examples: the first of each kind in the built-in seed. */
const [campaignId, adGroupId, adId, pinId, productGroupId] = [
  idOf(campaignIdRange, 1),
  idOf(adGroupIdRange, 1),
  idOf(adIdRange, 1),
  idOf(pinIdRange, 1),
  idOf(productGroupPromotionIdRange, 1),
]

const limits = { min: 1, max: 250 } as const
const pinLimits = { min: 1, max: 100 } as const

const aggregate_report_rows = QueryBoolean.meta({
  description: 'Whether one row sums all entities, which then has none of their ids. Beta.',
  'x-default': false,
})

const common = { ...reportQuery, ...attributionQuery, ...timeZoneQuery }

/** The query parameters of the analytics of an ad account. */
export const AccountAnalyticsQuery = z.object(common)

/** The query parameters of the analytics of campaigns. */
export const CampaignAnalyticsQuery = z.object({
  ...common,
  campaign_ids: requiredListOf(Id, limits).meta({
    description: 'Campaigns; those of other ad accounts are left out.',
    example: [campaignId],
  }),
  aggregate_report_rows,
})

/** The query parameters of the analytics of ad groups. */
export const AdGroupAnalyticsQuery = z.object({
  ...common,
  ad_group_ids: requiredListOf(Id, limits).meta({
    description: 'Ad groups; those of other ad accounts are left out.',
    example: [adGroupId],
  }),
  aggregate_report_rows,
})

/** The query parameters of the analytics of ads. */
export const AdAnalyticsQuery = z.object({
  ...common,
  ad_ids: LongIdFilter.meta({ description: 'Ads. Needed without campaign_ids and pin_ids.', example: [adId] }),
  campaign_ids: IdFilter.meta({ description: 'Only ads of these campaigns.' }),
  pin_ids: listOf(LongId, pinLimits).meta({ description: 'Only ads with these Pins.' }),
})

/** The query parameters of the analytics of the Pins of a campaign. */
export const AdPinAnalyticsQuery = z.object({
  ...reportQuery,
  ...attributionQuery,
  campaign_id: Id.meta({ description: 'The campaign that promotes the Pins.', example: campaignId }),
  pin_ids: requiredListOf(LongId, pinLimits).meta({
    description: 'Pins that ads of the campaign show.',
    example: [pinId],
  }),
})

/** The query parameters of the analytics of product groups. */
export const ProductGroupAnalyticsQuery = z.object({
  ...common,
  product_group_ids: requiredListOf(LongId, limits).meta({
    description: 'Product group promotions; those of other ad accounts are left out.',
    example: [productGroupId],
  }),
})

const date = z.string().optional().meta({
  format: 'date',
  description: 'Unless TOTAL: the day; of a week its Monday, of a month its first day. An hour has its time as well.',
})

const rowsOf = (name: string, ownId: z.ZodRawShape, example: object) =>
  z.array(z.looseObject({ ...ownId, DATE: date })).meta({
    id: name,
    description: 'A row for each entity and span of time in which anything was delivered, by time and then by id.',
    example: [{ DATE: '2026-05-25', ...example, SPEND_IN_DOLLAR: 30.5, TOTAL_CLICKTHROUGH: 216 }],
  })

const ownId = (description: string) => LongId.meta({ description })

/** The rows of an ad account. */
export const AccountAnalytics = rowsOf(
  'AdAccountAnalyticsResponse',
  { AD_ACCOUNT_ID: ownId('The ad account.') },
  { AD_ACCOUNT_ID: idOf(adAccountIdRange, 1) },
)

/** The rows of campaigns. */
export const CampaignAnalytics = rowsOf(
  'CampaignsAnalyticsResponse',
  { CAMPAIGN_ID: ownId('The campaign; absent from rows that sum several.').optional() },
  { CAMPAIGN_ID: campaignId },
)

/** The rows of ad groups. */
export const AdGroupAnalytics = rowsOf(
  'AdGroupsAnalyticsResponse',
  { AD_GROUP_ID: ownId('The ad group; absent from rows that sum several.').optional() },
  { AD_GROUP_ID: adGroupId },
)

/** The rows of ads. */
export const AdAnalytics = rowsOf('AdsAnalyticsResponse', { AD_ID: ownId('The ad.') }, { AD_ID: adId })

/** The rows of Pins. */
export const AdPinAnalytics = rowsOf('AdPinsAnalyticsResponse', { PIN_ID: ownId('The Pin.') }, { PIN_ID: pinId })

/** The rows of product groups. */
export const ProductGroupAnalytics = rowsOf(
  'ProductGroupAnalyticsResponse',
  { PRODUCT_GROUP_ID: ownId('The product group promotion.') },
  { PRODUCT_GROUP_ID: productGroupId },
)

export type AdAnalyticsQuery = z.output<typeof AdAnalyticsQuery>

export type AccountAnalyticsQuery = z.output<typeof AccountAnalyticsQuery>
export type CampaignAnalyticsQuery = z.output<typeof CampaignAnalyticsQuery>
export type AdGroupAnalyticsQuery = z.output<typeof AdGroupAnalyticsQuery>
export type AdPinAnalyticsQuery = z.output<typeof AdPinAnalyticsQuery>
export type ProductGroupAnalyticsQuery = z.output<typeof ProductGroupAnalyticsQuery>
