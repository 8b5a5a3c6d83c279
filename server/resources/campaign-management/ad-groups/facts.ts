import type { Features } from '#server/domain/ads/features.ts'
import type { TargetingSpec } from '#server/domain/ads/targeting.ts'
import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import type { StoredAdGroup } from './schema.ts'

/** What the rules of ad groups are given. */
export interface AdGroupFacts extends Change<StoredAdGroup> {
  /** The campaign that the ad group is in, or is being put into. */
  readonly campaign: StoredCampaign
  readonly features: Features
  /** How many ad groups the campaign has that are neither archived nor deleted, without this one. */
  readonly openSiblings: () => number
  /** The targeting template that the ad group would have, when the ad account has it. */
  readonly template: () => { readonly targeting_attributes: TargetingSpec } | undefined
  /** Whether the ad account has the promotion of that id. */
  readonly promotionExists: (id: string) => boolean
}

/** What the rules of ad groups are named after. */
export const adGroup: Kind = { name: 'ad_group', create: 'ad_groups/create', update: 'ad_groups/update' }

/** The two operations that most rules speak to. */
export const both = [adGroup.create, adGroup.update]

/** Returns whether the campaign holds the budget. */
export const underCbo = ({ campaign }: AdGroupFacts): boolean => campaign.is_campaign_budget_optimization
