import type { BillableEvent } from '../ads/objectives.ts'
import { hash } from '../ids.ts'
import { conversionShare } from './conversion-types.ts'
import type { AdGroupState, AdState, CampaignState } from './facts.ts'
import { fractionOf, mix } from './hash.ts'
import { chainOf, measures, numberOf, rateScale } from './measures.ts'

/** How an ad delivers while nothing about it changes. */
export interface AdProfile {
  /** What its chance begins with. */
  readonly seed: number
  /** Impressions on an average day without a budget. */
  readonly volume: number
  /** The number of the measure that is paid for. */
  readonly billed: number
  /** Micro-currency of one such event. */
  readonly price: number
  /** Micro-currency of an impression on average. */
  readonly cost: number
  /**
   * By the number of a measure: how many of its units follow one of the measure that it comes from, in parts of
   * `rateScale`.
   */
  readonly rates: Float64Array
  /** How often conversions follow, against an average campaign for conversions. */
  readonly conversions: number
  /** What it follows from. */
  readonly from: ProfileFacts
}

/** What a profile follows from. */
export interface ProfileFacts {
  readonly campaign: CampaignState
  readonly group: AdGroupState
  readonly ad: AdState
  readonly factor: number
}

/** The price of a thousand impressions without a bid, in micro-currency. Assumed. */
const marketPrice = 4_500_000
/** The audience of which a day reaches half as much as of everybody. Assumed. */
const halfAudience = 6_000_000
const leastVolume = 600
/** How much more than the least an ad may deliver. */
const volumeSpread = 9

/** The numbers of the measures that are paid for. */
export const billedMeasures: Readonly<Record<BillableEvent, number>> = {
  IMPRESSION: numberOf('impressions'),
  CLICKTHROUGH: numberOf('clicks'),
  VIDEO_V_50_MRC: numberOf('videoHalf'),
}

/** Returns the profile of an ad: a function of its id and of what is true of it and its parents. */
export function profileOf(id: string, from: ProfileFacts): AdProfile {
  const { campaign, group, ad, factor } = from
  const seed = hash(id)
  const rates = Float64Array.from(measures, ({ rate }, number) => {
    const quality = 0.6 + 0.8 * fractionOf(mix(seed, number))
    return Math.round(rate(campaign.objective, ad) * quality * rateScale)
  })
  const billed = billedMeasures[group.billableEvent]
  const perImpression = chainOf(billed).reduce((share, number) => (share * (rates[number] ?? 0)) / rateScale, 1)
  const market = marketPrice * (0.7 + 0.6 * fractionOf(mix(seed, 101)))
  const bid = ad.bid ?? group.bid
  const perMille = group.billableEvent === 'IMPRESSION' ? bid : bid && bid * perImpression * 1000
  const won = perMille === null ? 1 : (2 * perMille) / (perMille + market)
  const paidPerMille = Math.min(market, perMille ?? market)
  const price = perImpression === 0 ? 0 : Math.max(1, Math.floor(paidPerMille / 1000 / perImpression))
  const reached = (2 * group.audience) / (group.audience + halfAudience)
  const popularity = fractionOf(mix(seed, 102))
  // What cannot be paid for is not shown: a video view of an ad without a video.
  const shown = perImpression === 0 ? 0 : factor
  const volume = leastVolume * (1 + volumeSpread * popularity * popularity) * reached * won * shown
  const conversions = conversionShare(campaign.objective) * (0.5 + fractionOf(mix(seed, 103)))
  return { seed, volume, billed, price, cost: price * perImpression, rates, conversions, from }
}
