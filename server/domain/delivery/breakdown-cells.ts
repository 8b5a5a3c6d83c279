import { hash } from '../ids.ts'
import { appTypes } from '../reference/targeting-values.ts'
import { peopleCells, targetedOf, varied } from './breakdown-people.ts'
import { placeCells } from './breakdown-places.ts'
import {
  audienceCells,
  itemCells,
  keywordCells,
  multiplierCells,
  pinnerInterestCells,
  targetedInterestCells,
} from './breakdown-topics.ts'
import type { BreakdownType, BreakdownValue, Cell } from './breakdown-types.ts'
import type { AdGroupState, AdState, CampaignState } from './facts.ts'

/** What was true of an ad and its parents, which breakdowns follow from. */
export interface BreakdownContext {
  readonly adId: string
  readonly campaign: CampaignState
  readonly group: AdGroupState
  readonly ad: AdState
  /** The keywords of its ad group, or the items of its product group. */
  readonly listed: readonly string[]
}

/** Shares of impressions by device and placement. Assumed. */
const deviceShares: Readonly<Record<(typeof appTypes)[number], number>> = {
  android_mobile: 0.3,
  android_tablet: 0.04,
  ipad: 0.06,
  iphone: 0.38,
  web: 0.14,
  web_mobile: 0.08,
}
const placementShares = { SEARCH: 0.35, BROWSE: 0.55, OTHER: 0.1 } as const

/** Breakdowns whose parts follow from one another have positions of one axis: genders and ages are margins of their pairs. */
const axes: Readonly<Record<BreakdownType, number>> = {
  GENDER: 1,
  AGE_BUCKET: 1,
  AGE_BUCKET_AND_GENDER: 1,
  APPTYPE: 2,
  PLACEMENT: 3,
  COUNTRY: 4,
  REGION: 4,
  LOCATION: 4,
  GEO: 4,
  KEYWORD: 5,
  TARGETED_INTEREST: 6,
  PINNER_INTEREST: 7,
  AUDIENCE_INCLUDE: 8,
  AUDIENCE_MULTIPLIER: 9,
  CREATIVE_TYPE: 10,
  CREATIVE_ENHANCEMENTS: 10,
  QUIZ_RESULT: 11,
  PRODUCT_ITEM: 12,
}

/** Returns the number of the axis on which a type of breakdown places impressions. */
export const axisOf = (type: BreakdownType): number => axes[type]

/** Returns the parts of an ad's impressions by a type of breakdown. What is not targeted has no part. */
export function cellsOf(type: BreakdownType, { adId, campaign, group, ad, listed }: BreakdownContext): readonly Cell[] {
  const seed = hash(adId)
  const { spec, placement } = group.targeting
  switch (type) {
    case 'GENDER':
    case 'AGE_BUCKET':
    case 'AGE_BUCKET_AND_GENDER':
      return peopleCells(type, spec, seed)
    case 'COUNTRY':
    case 'REGION':
    case 'LOCATION':
    case 'GEO':
      return placeCells(type, spec, seed)
    case 'APPTYPE':
      return targetedOf(appTypes, spec, 'APPTYPE').map((value, index) => ({
        value,
        weight: varied(deviceShares[value], seed, 540 + index),
      }))
    case 'PLACEMENT':
      if (placement !== 'ALL') return only(placement)
      return Object.entries(placementShares).map(([value, share], index) => ({
        value,
        weight: varied(share, seed, 550 + index),
      }))
    case 'KEYWORD':
      return keywordCells(listed, seed)
    case 'PRODUCT_ITEM':
      return itemCells(listed, seed)
    case 'TARGETED_INTEREST':
      return targetedInterestCells(spec, seed)
    case 'PINNER_INTEREST':
      return pinnerInterestCells(seed)
    case 'AUDIENCE_INCLUDE':
      return audienceCells(spec, seed)
    case 'AUDIENCE_MULTIPLIER':
      return multiplierCells(campaign.multipliedAudiences ?? [], seed)
    case 'CREATIVE_TYPE':
      return only(ad.creativeType)
    case 'CREATIVE_ENHANCEMENTS':
      return only(ad.enhancement ?? 'NONE')
    case 'QUIZ_RESULT':
      return (ad.quizResults?.length ?? 0) === 0 ? only(null) : (ad.quizResults ?? []).map(one)
  }
}

const only = (value: BreakdownValue | null): readonly Cell[] => [{ value, weight: 1 }]
const one = (value: string): Cell => ({ value, weight: 1 })
