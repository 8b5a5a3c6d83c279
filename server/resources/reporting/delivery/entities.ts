import type { ReportLevel } from './levels.ts'
import type { LoadedCampaign } from './load.ts'

/** An entity of a level. */
export interface Entity {
  readonly id: string
  /** The campaign that it is or belongs to; absent for an account. */
  readonly campaignId?: string
  /** The ad group that it is or belongs to; absent for what is above it, and for a Pin. */
  readonly adGroupId?: string
}

/** The entities of a level in a campaign, and by the position of an ad that of its entity: -1 for those outside the selection. */
interface Entities {
  readonly entities: readonly Entity[]
  readonly ofAd: readonly number[]
}

/** Returns the entities of a level in a campaign, those of the ids alone where there are any. */
export function entitiesOf(
  campaign: LoadedCampaign,
  { level, ids }: { readonly level: ReportLevel; readonly ids?: ReadonlySet<string> | undefined },
): Entities {
  const { entities, ofAd } = allEntitiesOf(campaign, level)
  if (ids === undefined) return { entities, ofAd }
  const isWanted = entities.map(({ id }) => ids.has(id))
  return { entities, ofAd: ofAd.map((entity) => (isWanted[entity] ? entity : -1)) }
}

function allEntitiesOf({ id, adIds, pinIds, adGroupIds, adGroupOf }: LoadedCampaign, level: ReportLevel): Entities {
  const ofCampaign = { campaignId: id }
  if (level === 'ad' || level === 'product_group') {
    const entities = adIds.map((adId, ad) => ({
      id: adId,
      ...ofCampaign,
      adGroupId: adGroupIds[adGroupOf[ad] as number] as string,
    }))
    return { entities, ofAd: adIds.map((_id, ad) => (ad < pinIds.length === (level === 'ad') ? ad : -1)) }
  }
  if (level === 'ad_group') {
    return { entities: adGroupIds.map((adGroupId) => ({ id: adGroupId, ...ofCampaign, adGroupId })), ofAd: adGroupOf }
  }
  if (level === 'pin') {
    const pins = [...new Set(pinIds)].sort(byId)
    const positions = new Map(pins.map((pinId, position) => [pinId, position]))
    return {
      entities: pins.map((pinId) => ({ id: pinId, ...ofCampaign })),
      ofAd: adIds.map((_id, ad) => positions.get(pinIds[ad] ?? '') ?? -1),
    }
  }
  return { entities: [{ id, ...ofCampaign }], ofAd: adIds.map(() => 0) }
}

/** Compares ids by their numbers, which are too large for one. */
export const byId = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one === other ? 0 : 1)
