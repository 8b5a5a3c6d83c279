import { z } from 'zod'
import { breakdownTypes } from '#server/domain/delivery/breakdown-types.ts'
import { idOf } from '#server/domain/ids.ts'
import { Id, LongId, listOf, requiredListOf } from '#server/http/schema/fields.ts'
import { adGroupIdRange } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { adIdRange } from '#server/resources/campaign-management/ads/resource.ts'
import { campaignIdRange } from '#server/resources/campaign-management/campaigns/resource.ts'
import { attributionQuery, reportQuery, timeZoneQuery } from '../analytics/query.ts'

const limits = { min: 1, max: 250 } as const
const mostTypes = { account: 15, other: 14 } as const

const typesOf = <const Types extends readonly [string, ...string[]]>(types: Types, max: number) =>
  requiredListOf(z.enum(types), { min: 1, max }).meta({
    description: 'Targeting types of the breakdowns. Each type is a breakdown of its own.',
    example: ['GENDER', 'COUNTRY'],
  })

const common = {
  ...reportQuery,
  ...attributionQuery,
  ...timeZoneQuery,
  attribution_types: listOf(z.enum(['INDIVIDUAL', 'HOUSEHOLD']), { max: 2 }).meta({
    description: 'Accepted without effect: this mock does not separate conversions of households.',
  }),
}

/** The query parameters of the breakdowns of an ad account. */
export const AccountTargetingQuery = z.object({
  ...common,
  targeting_types: typesOf(breakdownTypes.account, mostTypes.account),
})

/** The query parameters of the breakdowns of campaigns. */
export const CampaignTargetingQuery = z.object({
  ...common,
  campaign_ids: requiredListOf(Id, limits).meta({
    description: 'Campaign ids. Campaigns of other ad accounts are ignored.',
    example: [idOf(campaignIdRange, 1)],
  }),
  targeting_types: typesOf(breakdownTypes.campaign, mostTypes.other),
})

/** The query parameters of the breakdowns of ad groups. */
export const AdGroupTargetingQuery = z.object({
  ...common,
  ad_group_ids: requiredListOf(Id, limits).meta({
    description: 'Ad group ids. Ad groups of other ad accounts are ignored.',
    example: [idOf(adGroupIdRange, 1)],
  }),
  targeting_types: typesOf(breakdownTypes.ad_group, mostTypes.other),
})

/** The query parameters of the breakdowns of ads. */
export const AdTargetingQuery = z.object({
  ...common,
  ad_ids: requiredListOf(LongId, limits).meta({
    description: 'Ad ids. Ads of other ad accounts are ignored.',
    example: [idOf(adIdRange, 1)],
  }),
  targeting_types: typesOf(breakdownTypes.ad, mostTypes.other),
})

const TargetingMetrics = z.looseObject({
  targeting_type: z.string(),
  targeting_value: z
    .union([z.string(), z.number()])
    .meta({ description: 'Targeting value: a number for audiences and metro areas, text otherwise.' }),
  metrics: z
    .looseObject({
      DATE: z
        .string()
        .optional()
        .meta({ format: 'date', description: 'Start of the time span, like DATE in analytics.' }),
    })
    .meta({ description: 'Id of the entity and columns of the row.' }),
})

/** The response of every breakdown. */
export const TargetingAnalytics = z.object({ data: z.array(TargetingMetrics) }).meta({
  id: 'MetricsResponse',
  description: 'Delivery by targeting value, ordered by type, entity, value and time.',
  example: {
    data: [
      {
        targeting_type: 'GENDER',
        targeting_value: 'female',
        metrics: { DATE: '2026-05-25', CAMPAIGN_ID: 626_700_000_102, SPEND_IN_DOLLAR: 20.5 },
      },
    ],
  },
})

export type CampaignTargetingQuery = z.output<typeof CampaignTargetingQuery>
export type AdGroupTargetingQuery = z.output<typeof AdGroupTargetingQuery>
export type AdTargetingQuery = z.output<typeof AdTargetingQuery>
