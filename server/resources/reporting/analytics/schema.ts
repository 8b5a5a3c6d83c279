import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Id, LongId } from '#server/http/schema/fields.ts'
import { IdFilter, LongIdFilter, listOf, QueryBoolean, requiredListOf } from '#server/http/schema/query-fields.ts'
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
  description: 'Whether one row sums all entities. The row then has no ids. Beta.',
  'x-default': false,
})

const common = { ...reportQuery, ...attributionQuery, ...timeZoneQuery }

/** The query parameters of the analytics of an ad account. */
export const AccountAnalyticsQuery = z.object(common)

/** The query parameters of the analytics of campaigns. */
export const CampaignAnalyticsQuery = z.object({
  ...common,
  campaign_ids: requiredListOf(Id, limits).meta({
    description: 'Campaign ids. Campaigns of other ad accounts are ignored.',
    example: [campaignId],
  }),
  aggregate_report_rows,
})

/** The query parameters of the analytics of ad groups. */
export const AdGroupAnalyticsQuery = z.object({
  ...common,
  ad_group_ids: requiredListOf(Id, limits).meta({
    description: 'Ad group ids. Ad groups of other ad accounts are ignored.',
    example: [adGroupId],
  }),
  aggregate_report_rows,
})

/** The query parameters of the analytics of ads. */
export const AdAnalyticsQuery = z.object({
  ...common,
  ad_ids: LongIdFilter.meta({ description: 'Ad ids. Required without campaign_ids and pin_ids.', example: [adId] }),
  campaign_ids: IdFilter.meta({ description: 'Returns only ads of these campaigns.' }),
  pin_ids: listOf(LongId, pinLimits).meta({ description: 'Returns only ads with these Pins.' }),
})

/** The query parameters of the analytics of the Pins of a campaign. */
export const AdPinAnalyticsQuery = z.object({
  ...reportQuery,
  ...attributionQuery,
  campaign_id: Id.meta({ description: 'Id of the campaign that promotes the Pins.', example: campaignId }),
  pin_ids: requiredListOf(LongId, pinLimits).meta({
    description: 'Ids of Pins that ads of the campaign show.',
    example: [pinId],
  }),
})

/** The query parameters of the analytics of product groups. */
export const ProductGroupAnalyticsQuery = z.object({
  ...common,
  product_group_ids: requiredListOf(LongId, limits).meta({
    description: 'Product group promotion ids. Product group promotions of other ad accounts are ignored.',
    example: [productGroupId],
  }),
})

const date = z.string().optional().meta({
  format: 'date',
  description:
    'Start of the time span: the day, the Monday of a week, the first day of a month, or day and time of an hour. Absent for TOTAL.',
})

const rowsOf = (name: string, ownId: z.ZodRawShape, example: object) =>
  z.array(z.looseObject({ ...ownId, DATE: date })).meta({
    id: name,
    description: 'One row for each entity and time span with delivery, ordered by time, then by id.',
    example: [{ DATE: '2026-05-25', ...example, SPEND_IN_DOLLAR: 30.5, TOTAL_CLICKTHROUGH: 216 }],
  })

const ownId = (description: string) => LongId.meta({ description })

/** The rows of an ad account. */
export const AccountAnalytics = rowsOf(
  'AdAccountAnalyticsResponse',
  { AD_ACCOUNT_ID: ownId('Ad account id of the row.') },
  { AD_ACCOUNT_ID: idOf(adAccountIdRange, 1) },
)

/** The rows of campaigns. */
export const CampaignAnalytics = rowsOf(
  'CampaignsAnalyticsResponse',
  { CAMPAIGN_ID: ownId('Campaign id of the row. Absent where a row sums several campaigns.').optional() },
  { CAMPAIGN_ID: campaignId },
)

/** The rows of ad groups. */
export const AdGroupAnalytics = rowsOf(
  'AdGroupsAnalyticsResponse',
  { AD_GROUP_ID: ownId('Ad group id of the row. Absent where a row sums several ad groups.').optional() },
  { AD_GROUP_ID: adGroupId },
)

/** The rows of ads. */
export const AdAnalytics = rowsOf('AdsAnalyticsResponse', { AD_ID: ownId('Ad id of the row.') }, { AD_ID: adId })

/** The rows of Pins. */
export const AdPinAnalytics = rowsOf(
  'AdPinsAnalyticsResponse',
  { PIN_ID: ownId('Pin id of the row.') },
  { PIN_ID: pinId },
)

/** The rows of product groups. */
export const ProductGroupAnalytics = rowsOf(
  'ProductGroupAnalyticsResponse',
  { PRODUCT_GROUP_ID: ownId('Product group promotion id of the row.') },
  { PRODUCT_GROUP_ID: productGroupId },
)

export type AdAnalyticsQuery = z.output<typeof AdAnalyticsQuery>

export type AccountAnalyticsQuery = z.output<typeof AccountAnalyticsQuery>
export type CampaignAnalyticsQuery = z.output<typeof CampaignAnalyticsQuery>
export type AdGroupAnalyticsQuery = z.output<typeof AdGroupAnalyticsQuery>
export type AdPinAnalyticsQuery = z.output<typeof AdPinAnalyticsQuery>
export type ProductGroupAnalyticsQuery = z.output<typeof ProductGroupAnalyticsQuery>
