import type { Features } from '#server/domain/ads/features.ts'
import type { TargetingSpec } from '#server/domain/ads/targeting.ts'
import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import type { StoredAdGroup } from './schema.ts'

/** The facts that the rules of ad groups evaluate. */
export interface AdGroupFacts extends Change<StoredAdGroup> {
  /** The campaign of the ad group. */
  readonly campaign: StoredCampaign
  readonly features: Features
  /** The number of other ad groups of the campaign that are neither archived nor deleted. */
  readonly openSiblings: () => number
  /** The targeting template of the changed ad group; undefined when the ad account does not have it. */
  readonly template: () => { readonly targeting_attributes: TargetingSpec } | undefined
  /** Whether the ad account has the promotion of that id. */
  readonly promotionExists: (id: string) => boolean
}

/** The kind of entity and the operations that the rules of ad groups name. */
export const adGroup: Kind = { name: 'ad_group', create: 'ad_groups/create', update: 'ad_groups/update' }

/** The operations of most rules. */
export const both = [adGroup.create, adGroup.update]

/** Tells whether the campaign has campaign budget optimization. */
export const underCbo = ({ campaign }: AdGroupFacts): boolean => campaign.is_campaign_budget_optimization
