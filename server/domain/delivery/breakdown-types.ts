/** The types of breakdowns that reports of every level have, in the order of the contract. */
const common = [
  'KEYWORD',
  'APPTYPE',
  'GENDER',
  'LOCATION',
  'PLACEMENT',
  'COUNTRY',
  'TARGETED_INTEREST',
  'PINNER_INTEREST',
  'AUDIENCE_INCLUDE',
  'GEO',
  'AGE_BUCKET',
  'REGION',
] as const

/** The types of breakdowns of each level, in the order of the contract. */
export const breakdownTypes = {
  account: [...common, 'AGE_BUCKET_AND_GENDER'],
  campaign: [...common, 'CREATIVE_TYPE', 'AGE_BUCKET_AND_GENDER', 'AUDIENCE_MULTIPLIER'],
  ad_group: [...common, 'AGE_BUCKET_AND_GENDER', 'CREATIVE_ENHANCEMENTS'],
  ad: [...common, 'QUIZ_RESULT', 'AGE_BUCKET_AND_GENDER'],
} as const

/** A type of breakdown: PRODUCT_ITEM is that of reports of product items, by the items of product groups. */
export type BreakdownType = (typeof breakdownTypes)[keyof typeof breakdownTypes][number] | 'PRODUCT_ITEM'

/** Whether the values of a type are listed, and do not follow from an ad and its targeting. */
export const isOfListed = (type: BreakdownType): boolean => type === 'KEYWORD' || type === 'PRODUCT_ITEM'

/**
 * The types whose values make the whole. Of the others some impressions have no value, since nothing that is targeted led
 * to them: their values never exceed the whole.
 */
export const partitions: readonly BreakdownType[] = [
  'APPTYPE',
  'GENDER',
  'LOCATION',
  'PLACEMENT',
  'COUNTRY',
  'AGE_BUCKET',
  'REGION',
  'AGE_BUCKET_AND_GENDER',
  'CREATIVE_TYPE',
  'CREATIVE_ENHANCEMENTS',
  'PRODUCT_ITEM',
]

/** A value of a breakdown: text, or a number such as an id, which may have more digits than a double holds. */
export type BreakdownValue = string | bigint

/** A part of an ad's impressions. */
export interface Cell {
  /** Its share, against the weights of the other cells. */
  readonly weight: number
  /** Cells may have the same value; null has none. */
  readonly value: BreakdownValue | null
}
