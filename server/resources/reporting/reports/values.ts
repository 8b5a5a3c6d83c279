/** The levels of a report, as requests name them. */
export const reportLevelNames = [
  'ADVERTISER',
  'ADVERTISER_TARGETING',
  'CAMPAIGN',
  'CAMPAIGN_TARGETING',
  'AD_GROUP',
  'AD_GROUP_TARGETING',
  'PIN_PROMOTION',
  'PIN_PROMOTION_TARGETING',
  'KEYWORD',
  'PRODUCT_GROUP',
  'PRODUCT_GROUP_TARGETING',
  'PRODUCT_ITEM',
  'PRODUCT_ITEM_TARGETING',
] as const
/** One of `reportLevelNames`. */
export type ReportLevelName = (typeof reportLevelNames)[number]

/** The types of targeting that reports break down by. */
export const reportTargetingTypes = [
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
  'MEDIA_TYPE',
  'AGE_BUCKET_AND_GENDER',
  'AUDIENCE_MULTIPLIER',
  'CREATIVE_ENHANCEMENTS',
  'LOCAL_ADS_STORE_CODE',
] as const
/** One of `reportTargetingTypes`. */
export type ReportTargetingType = (typeof reportTargetingTypes)[number]

/** Tells whether the types are age and gender, of which alone there is a breakdown by both. */
export const isAgeAndGender = (types: readonly ReportTargetingType[] | null | undefined): boolean =>
  [...new Set(types)].sort().join() === 'AGE_BUCKET,GENDER'

/** The states of product groups that reports filter by. */
export const productGroupSummaryStatuses = ['RUNNING', 'PAUSED', 'EXCLUDED', 'ARCHIVED'] as const

/** The days between an ad and a conversion that reports may ask for. */
export const windowDays = [0, 1, 7, 14, 30, 60] as const

const places = ['', 'WEB_', 'INAPP_', 'OFFLINE_'] as const

/** The metrics of events that an advertiser has defined. */
export const ownEventMetrics = [
  ...places.flatMap((place) => [
    `ADE_${place}COST_PER_ACTION`,
    `ADE_${place}ROAS`,
    `ADE_TOTAL_${place}CONVERSIONS`,
    `ADE_TOTAL_${place}VALUE_IN_MICRO_DOLLAR`,
    `ADE_TOTAL_${place}CLICK`,
    `ADE_TOTAL_${place}CLICK_VALUE_IN_MICRO_DOLLAR`,
    `ADE_TOTAL_${place}VIEW`,
    `ADE_TOTAL_${place}VIEW_VALUE_IN_MICRO_DOLLAR`,
    ...['QUANTITY', 'VALUE', 'VALUE_IN_MICRO_UNITS', 'VALUE_IN_USD', 'VALUE_IN_MICRO_USD'].map(
      (figure) => `ADE_TOTAL_${place}CONVERSION_PRODUCT_${figure}`,
    ),
  ]),
  'ADE_AVERAGE_VALUE_IN_MICRO_DOLLAR',
  'ADE_TOTAL_CONVERSION_RATE',
]
