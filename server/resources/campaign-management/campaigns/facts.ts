import type { Features } from '#server/domain/ads/features.ts'
import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { StoredCampaign } from './schema.ts'

/** What the rules of campaigns are given. */
export interface CampaignFacts extends Change<StoredCampaign> {
  readonly features: Features
  /** How many ad groups the campaign has that are neither archived nor deleted. */
  readonly openAdGroups: () => number
  /** The order line that the campaign would name, when the ad account has it. */
  readonly orderLine: () => { readonly end_time: number | null } | undefined
}

/** What the rules of campaigns are named after. */
export const campaign: Kind = { name: 'campaign', create: 'campaigns/create', update: 'campaigns/update' }

/** The two operations that most rules speak to. */
export const both = [campaign.create, campaign.update]
