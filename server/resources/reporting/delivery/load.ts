import { CampaignDelivery } from '#server/domain/delivery/campaign-delivery.ts'
import type { CampaignFacts, Timeline } from '#server/domain/delivery/facts.ts'
import type { FixedFigures } from '#server/domain/delivery/fixed-figures.ts'
import type { ActiveTransition } from '#server/domain/time/transition.ts'
import { pastStates } from '#server/resources/accounts/delivery-history/repository.ts'
import { type ChangeSpan, changeSpans } from '#server/resources/accounts/scheduled-changes/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { fixedFigures } from './figures-repository.ts'
import { deliveryAdGroups, deliveryAds, deliveryProductGroups, findDeliveryCampaign } from './repository.ts'
import { accountDelivery } from './settings.ts'
import { adGroupStateOf, adStateOf, campaignStateOf, productGroupStateOf } from './stored-states.ts'
import { accountTimeline, never, timelineOf } from './timelines.ts'

/** A campaign with the ids of its ads and ad groups, and what it delivers. */
export interface LoadedCampaign {
  readonly id: string
  /** The ids of its ads, and after them of its product group promotions, which deliver as ads do. */
  readonly adIds: readonly string[]
  /** By the position of an ad, the id of its Pin. Those from its length on are of product group promotions. */
  readonly pinIds: readonly string[]
  readonly adGroupIds: readonly string[]
  /** By the position of an ad, that of its ad group. */
  readonly adGroupOf: readonly number[]
  readonly delivery: CampaignDelivery
  /** Figures in place of what its ads would have delivered. */
  readonly fixed: readonly FixedFigures[]
}

/** How many ads a loader keeps, with their campaigns: reports look at the same ones again and again. */
const keptAds = 5000

/** Reads campaigns of one ad account for their delivery. */
export class DeliveryLoader {
  readonly #world: World
  readonly #accountId: string
  readonly #account: Timeline<boolean>
  readonly #factor: number
  readonly #reviews: ActiveTransition | undefined
  readonly #changes: ReadonlyMap<string, readonly ChangeSpan[]>
  /** The latest campaigns, the least recent first. */
  readonly #loaded = new Map<string, LoadedCampaign>()
  #ads = 0

  constructor(world: World, accountId: string) {
    const { off, factor } = accountDelivery(world, accountId)
    this.#world = world
    this.#accountId = accountId
    this.#account = off ? never : accountTimeline(world, accountId)
    this.#factor = factor
    this.#reviews = world.transitions.ads
    this.#changes = changeSpans(world.readable, accountId)
  }

  /** Returns the campaign of that id without keeping it, for readers that look at each campaign once. */
  loadOnce(id: string): LoadedCampaign | undefined {
    return this.#loaded.get(id) ?? this.#read(id)
  }

  /** Returns the campaign of that id, and keeps it while there is room: for readers of all campaigns in their order. */
  loadInPassing(id: string): LoadedCampaign | undefined {
    const known = this.#loaded.get(id)
    if (known !== undefined) return known
    const loaded = this.#read(id)
    if (loaded !== undefined && this.#ads + weightOf(loaded) <= keptAds) {
      this.#ads += weightOf(loaded)
      this.#loaded.set(id, loaded)
    }
    return loaded
  }

  /** Returns the campaign of that id; undefined when the account has none. */
  load(id: string): LoadedCampaign | undefined {
    const known = this.#loaded.get(id)
    const loaded = known ?? this.#read(id)
    if (loaded === undefined) return undefined
    if (known === undefined) this.#ads += weightOf(loaded)
    else this.#loaded.delete(id)
    this.#loaded.set(id, loaded)
    for (const [oldest, campaign] of this.#loaded) {
      if (this.#ads <= keptAds || campaign === loaded) break
      this.#loaded.delete(oldest)
      this.#ads -= weightOf(campaign)
    }
    return loaded
  }

  #read(id: string): LoadedCampaign | undefined {
    // Read each time: between two campaigns an idle world may be suspended.
    const db = this.#world.readable
    const campaign = findDeliveryCampaign(db, this.#accountId, id)
    if (campaign === undefined) return undefined
    const past = Map.groupBy(pastStates(db, this.#accountId, id), ({ entity_id }) => entity_id)
    const adGroups = deliveryAdGroups(db, id)
    const ads = deliveryAds(db, id)
    const productGroups = deliveryProductGroups(db, id)
    const positions = new Map(adGroups.map((adGroup, position) => [adGroup.id, position]))
    const adGroupOf = [...ads, ...productGroups].map(({ ad_group_id }) => positions.get(ad_group_id) ?? 0)
    const facts: CampaignFacts = {
      ...timelineOf(campaign, past, campaignStateOf, this.#changes.get(id)),
      id,
      account: this.#account,
      factor: this.#factor,
      adGroups: adGroups.map((adGroup) => ({
        ...timelineOf(adGroup, past, adGroupStateOf, this.#changes.get(adGroup.id)),
        id: adGroup.id,
      })),
      ads: [
        ...ads.map((ad) => ({ ...timelineOf(ad, past, (fields) => adStateOf(fields, this.#reviews)), id: ad.id })),
        ...productGroups.map((one) => ({ ...timelineOf(one, past, productGroupStateOf), id: one.id })),
      ].map((ad, position) => ({ ...ad, adGroup: adGroupOf[position] as number })),
    }
    const adIds = facts.ads.map((ad) => ad.id)
    return {
      id,
      adIds,
      pinIds: ads.map((ad) => ad.pin_id),
      adGroupIds: adGroups.map((adGroup) => adGroup.id),
      adGroupOf,
      delivery: new CampaignDelivery(facts),
      fixed: fixedFigures(db, id, adIds),
    }
  }
}

/** Returns how many ads a campaign counts as. */
const weightOf = ({ adIds }: LoadedCampaign): number => adIds.length + 1
