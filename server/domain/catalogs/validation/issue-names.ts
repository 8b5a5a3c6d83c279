const numbered = (count: number, names: (index: number) => readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, index) => names(index)).flat()

const adMedia = (prefix: string, count: number): readonly string[] =>
  ['LINK_LENGTH_TOO_LONG', 'LINK_WARNING', 'LINK_REQUIRED', 'TAG_LENGTH_TOO_LONG', 'TAG_REQUIRED'].flatMap((issue) =>
    numbered(count, (index) => [`${prefix}_${index}_${issue}`]),
  )

const duplicates = (prefix: string, count: number): readonly string[] =>
  ['LINK_DUPLICATED', 'TAG_DUPLICATED'].flatMap((issue) => numbered(count, (index) => [`${prefix}_${index}_${issue}`]))

/** How many images for ads an item may have beside its own. */
export const adImages = 20
/** How many videos for ads an item may have beside its own. */
export const adVideos = 3

/** What keeps an item from being published, by the names that the API has for it. */
export const itemErrors = [
  'ADULT_INVALID',
  'ADWORDS_FORMAT_INVALID',
  'AVAILABILITY_INVALID',
  'BLOCKLISTED_IMAGE_SIGNATURE',
  'DESCRIPTION_MISSING',
  'DUPLICATE_PRODUCTS',
  'IMAGE_LINK_INVALID',
  'IMAGE_LINK_LENGTH_TOO_LONG',
  'IMAGE_LINK_MISSING',
  'INVALID_DOMAIN',
  'ITEM_MAIN_IMAGE_DOWNLOAD_FAILURE',
  'ITEMID_MISSING',
  'LINK_FORMAT_INVALID',
  'LINK_LENGTH_TOO_LONG',
  'LIST_PRICE_INVALID',
  'MAX_ITEMS_PER_ITEM_GROUP_EXCEEDED',
  'PARSE_LINE_ERROR',
  'PINJOIN_CONTENT_UNSAFE',
  'PRICE_CANNOT_BE_DETERMINED',
  'PRICE_MISSING',
  'PRODUCT_LINK_MISSING',
  'PRODUCT_PRICE_INVALID',
  'TITLE_MISSING',
] as const
/** One of `itemErrors`. */
export type ItemError = (typeof itemErrors)[number]

const namedWarnings = [
  'AD_LINK_FORMAT_WARNING',
  'AD_LINK_SAME_AS_LINK',
  'ADDITIONAL_IMAGE_LINK_LENGTH_TOO_LONG',
  'ADDITIONAL_IMAGE_LINK_WARNING',
  'ADWORDS_FORMAT_WARNING',
  'ADWORDS_SAME_AS_LINK',
  'AGE_GROUP_INVALID',
  'ANDROID_DEEP_LINK_INVALID',
  'AVAILABILITY_DATE_INVALID',
  'COUNTRY_DOES_NOT_MAP_TO_CURRENCY',
  'CUSTOM_LABEL_LENGTH_TOO_LONG',
  'DESCRIPTION_LENGTH_TOO_LONG',
  'EXPIRATION_DATE_INVALID',
  'GENDER_INVALID',
  'GTIN_INVALID',
  'IMAGE_LINK_WARNING',
  'IOS_DEEP_LINK_INVALID',
  'IS_BUNDLE_INVALID',
  'ITEM_ADDITIONAL_IMAGE_DOWNLOAD_FAILURE',
  'LINK_FORMAT_WARNING',
  'MIN_AD_PRICE_INVALID',
  'MPN_INVALID',
  'MULTIPACK_INVALID',
  'OPTIONAL_CONDITION_INVALID',
  'OPTIONAL_CONDITION_MISSING',
  'OPTIONAL_PRODUCT_CATEGORY_INVALID',
  'OPTIONAL_PRODUCT_CATEGORY_MISSING',
  'PRODUCT_CATEGORY_DEPTH_WARNING',
  'PRODUCT_TYPE_LENGTH_TOO_LONG',
  'SALE_DATE_INVALID',
  'SALES_PRICE_INVALID',
  'SALES_PRICE_TOO_HIGH',
  'SALES_PRICE_TOO_LOW',
  'SHIPPING_HEIGHT_INVALID',
  'SHIPPING_INVALID',
  'SHIPPING_WEIGHT_INVALID',
  'SHIPPING_WIDTH_INVALID',
  'SIZE_SYSTEM_INVALID',
  'SIZE_TYPE_INVALID',
  'TAX_INVALID',
  'TITLE_LENGTH_TOO_LONG',
  'TOO_MANY_ADDITIONAL_IMAGE_LINKS',
  'UTM_SOURCE_AUTO_CORRECTED',
  'VIDEO_REQUIRED_WHEN_AD_VIDEO_PROVIDED',
  'WEIGHT_UNIT_INVALID',
] as const

type AdMediaIssue = 'LENGTH_TOO_LONG' | 'REQUIRED' | 'DUPLICATED'

/** A warning about an item, which is published in spite of it. */
export type ItemWarning =
  | (typeof namedWarnings)[number]
  | `AD_${'IMAGE' | 'VIDEO'}_${number}_${'LINK' | 'TAG'}_${AdMediaIssue}`
  | `AD_${'IMAGE' | 'VIDEO'}_${number}_LINK_WARNING`

/** All warnings about items. */
export const itemWarnings: readonly string[] = [
  ...adMedia('AD_IMAGE', adImages),
  ...duplicates('AD_IMAGE', adImages),
  ...adMedia('AD_VIDEO', adVideos),
  ...duplicates('AD_VIDEO', adVideos),
  ...namedWarnings,
]

/** A warning about the values of a whole feed, which no item is listed with. */
export type FeedValueWarning = 'INCONSISTENT_CURRENCY_VALUES'

/** Whether items are listed with a warning. */
export const isItemWarning = (name: ItemWarning | FeedValueWarning): name is ItemWarning =>
  name !== 'INCONSISTENT_CURRENCY_VALUES'

/** All errors and warnings that items may be listed with. */
export const itemIssues: readonly string[] = [...itemWarnings, ...itemErrors]
