import type { Features } from '#server/domain/ads/features.ts'
import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { StoredCampaign } from './schema.ts'

/** The facts that the rules of campaigns evaluate. */
export interface CampaignFacts extends Change<StoredCampaign> {
  readonly features: Features
  /** The number of the campaign's ad groups that are neither archived nor deleted. */
  readonly openAdGroups: () => number
  /** The order line of the changed campaign; undefined when the ad account does not have it. */
  readonly orderLine: () => { readonly end_time: number | null } | undefined
}

/** The kind of entity and the operations that the rules of campaigns name. */
export const campaign: Kind = { name: 'campaign', create: 'campaigns/create', update: 'campaigns/update' }

/** The operations of most rules. */
export const both = [campaign.create, campaign.update]
