import { z } from 'zod'
import { creativeTypes } from '#server/domain/ads/creatives.ts'
import { billableEvents, objectives } from '#server/domain/ads/objectives.ts'
import { LongId } from '#server/http/schema/fields.ts'
import { KeywordValue, MatchTypeField } from '#server/http/schema/keyword-fields.ts'
import { PlacementGroup, TargetingSpec } from '#server/http/schema/targeting-fields.ts'
import { countries, currencies } from '#server/resources/accounts/ad-accounts/values.ts'
import { OptimizationGoal } from '../ad-groups/optimization-goal.ts'

const BidFloorSpec = z
  .object({
    billable_event: z.enum(billableEvents),
    currency: z.enum(currencies),
    objective_type: z.enum(objectives).nullish(),
    creative_type: z.enum(creativeTypes).nullish(),
    countries: z.array(z.enum(countries)).nullish(),
    optimization_goal_metadata: OptimizationGoal.nullish(),
  })
  .meta({
    id: 'BidFloorSpec',
    description: 'Bid to look up. In this mock, billable_event and currency alone determine the floor.',
  })

/** The request body of bid floors. */
export const BidFloorRequest = z
  .object({ bid_floor_specs: z.array(BidFloorSpec), targeting_spec: TargetingSpec.nullish() })
  .meta({
    id: 'BidFloorRequest',
    description: 'Request for minimum bids.',
    example: { bid_floor_specs: [{ objective_type: 'AWARENESS', billable_event: 'IMPRESSION', currency: 'USD' }] },
  })

/** Bid floors in a response, in the recorded form. */
export const BidFloors = z
  .object({
    bid_floors: z
      .array(z.int())
      .meta({ description: 'Minimum bids in micro-currency, one for each spec.', example: [2_000_000] }),
    type: z.literal('bidfloor'),
  })
  .meta({ id: 'BidFloor', description: 'Minimum bids.' })

const shownTypes = [
  'REGULAR',
  'VIDEO',
  'SHOPPING',
  'CAROUSEL',
  'MAX_VIDEO',
  'SHOP_THE_PIN',
  'COLLECTION',
  'IDEA',
] as const

/** The request body of audience sizes: the fields of an ad group that narrow its audience. */
export const AudienceSizingRequest = z
  .object({
    targeting_spec: TargetingSpec.nullish(),
    keywords: z.array(z.object({ match_type: MatchTypeField, value: KeywordValue })).nullish(),
    creative_types: z.array(z.enum(shownTypes)).nullish(),
    placement_group: PlacementGroup.nullish(),
    product_group_ids: z.array(LongId).nullish().meta({ description: 'Considered with SHOPPING_RETARGETING only.' }),
    auto_targeting_enabled: z.boolean().nullish().meta({ description: 'Accepted without effect on the estimate.' }),
  })
  .meta({
    id: 'AdGroupAudienceSizingRequest',
    description: 'Targeting for an estimate of its reach.',
    example: { targeting_spec: { LOCATION: ['US'], GENDER: ['female'] } },
  })

/** The response with the number of people that an ad group may reach in a month. */
export const AudienceSize = z
  .object({ audience_size_lower_bound: z.int(), audience_size_upper_bound: z.int() })
  .meta({ id: 'AdGroupAudienceSizingResponse', description: 'Estimated reach, computed from the request alone.' })

export type AudienceSizingRequest = z.output<typeof AudienceSizingRequest>
