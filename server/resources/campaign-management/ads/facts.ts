import type { Change } from '#server/domain/rules/change.ts'
import type { Kind } from '#server/domain/rules/shared-rules.ts'
import type { StoredAdGroup } from '../ad-groups/schema.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import type { StoredAd } from './schema.ts'

/** The facts that the rules of ads evaluate. */
export interface AdFacts extends Change<StoredAd> {
  /** The ad group of the ad. */
  readonly adGroup: StoredAdGroup
  readonly campaign: StoredCampaign
  /** The Pin of the ad; undefined when it does not exist. */
  readonly pin: { readonly is_promotable: 0 | 1 } | undefined
  readonly pinExists: (id: string) => boolean
  /** Whether the ad account has the lead form of that id. */
  readonly leadFormExists: (id: string) => boolean
}

/** The kind of entity and the operations that the rules of ads name. */
export const ad: Kind = { name: 'ad', create: 'ads/create', update: 'ads/update' }

/** The operations of most rules. */
export const both = [ad.create, ad.update]
