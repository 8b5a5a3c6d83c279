import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { StoredAdGroup } from '../ad-groups/schema.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import type { StoredAd } from './schema.ts'

/** What the rules of ads are given. */
export interface AdFacts extends Change<StoredAd> {
  /** The ad group that the ad is in, or is being put into. */
  readonly adGroup: StoredAdGroup
  readonly campaign: StoredCampaign
  /** The Pin that the ad shows; absent when there is none of its id. */
  readonly pin: { readonly is_promotable: 0 | 1 } | undefined
  readonly pinExists: (id: string) => boolean
  /** Whether the ad account has the lead form of that id. */
  readonly leadFormExists: (id: string) => boolean
}

/** What the rules of ads are named after. */
export const ad: Kind = { name: 'ad', create: 'ads/create', update: 'ads/update' }

/** The two operations that most rules speak to. */
export const both = [ad.create, ad.update]
