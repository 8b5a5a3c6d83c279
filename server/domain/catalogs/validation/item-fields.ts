import { adImages, adVideos } from './issue-names.ts'

/** Attributes that the API names otherwise in issues than in feeds and batches. */
const renamed: Readonly<Record<string, string>> = {
  id: 'ITEM_ID',
  hotel_id: 'ITEM_ID',
  name: 'TITLE',
  link: 'ITEM_LINK',
  adwords_redirect: 'ADWORDS_REDIRECT_LINK',
  average_review_rating: 'AVG_REVIEW_RATING',
  number_of_ratings: 'NUM_RATINGS',
  number_of_reviews: 'NUM_REVIEWS',
  unit_pricing_measure: 'UNIT_PRICE_TOTAL_MEASURE',
  unit_pricing_base_measure: 'UNIT_PRICE_BASE_MEASURE',
}

const adFields = (prefix: string, count: number): readonly string[] =>
  ['LINK', 'TAG'].flatMap((part) => Array.from({ length: count }, (_, index) => `${prefix}_${index}_${part}`))

/** The names of attributes in issues. */
export const itemFields: readonly string[] = [
  'ITEM_ID',
  'ITEM_GROUP_ID',
  'TITLE',
  'DESCRIPTION',
  'ITEM_LINK',
  'ORGANIC_LINK',
  'IMAGE_LINK',
  'ADWORDS_REDIRECT_LINK',
  'AD_LINK',
  'SIZE',
  'GOOGLE_PRODUCT_CATEGORY',
  'PRODUCT_CATEGORY',
  'CONDITION',
  'AVAILABILITY',
  'GENDER',
  'AGE_GROUP',
  'SIZE_TYPE',
  'SIZE_SYSTEM',
  'ADULT',
  'SHIPPING',
  'SHIPPING_WEIGHT',
  'TAX',
  'MULTIPACK',
  'ADDITIONAL_IMAGE_LINK',
  'PRICE',
  'SALE_PRICE',
  'IS_BUNDLE',
  'EXPIRATION_DATE',
  'AVAILABILITY_DATE',
  'WEIGHT_UNIT',
  'PRODUCT_TYPE',
  'CUSTOM_LABEL_0',
  'CUSTOM_LABEL_1',
  'CUSTOM_LABEL_2',
  'CUSTOM_LABEL_3',
  'CUSTOM_LABEL_4',
  'MATERIAL',
  'PATTERN',
  'COLOR',
  'BRAND',
  'GTIN',
  'MPN',
  'IOS_DEEP_LINK',
  'ANDROID_DEEP_LINK',
  'FREE_SHIPPING_LABEL',
  'FREE_SHIPPING_LIMIT',
  'AVG_REVIEW_RATING',
  'NUM_RATINGS',
  'NUM_REVIEWS',
  'ALT_TEXT',
  'VARIANT_NAMES',
  'VARIANT_VALUES',
  'MIN_AD_PRICE',
  'SHIPPING_WIDTH',
  'SHIPPING_HEIGHT',
  ...adFields('AD_IMAGE', adImages),
  ...adFields('AD_VIDEO', adVideos),
  'INSTALLMENT_PRICE',
  'UNIT_PRICE_TOTAL_MEASURE',
  'UNIT_PRICE_BASE_MEASURE',
  'SALE_PRICE_EFFECTIVE_DATE',
]

const known = new Set(itemFields)

/** Returns the name that an attribute has in issues; null where the API has none for it. */
export function itemFieldOf(attribute: string): string | null {
  const name = renamed[attribute] ?? attribute.toUpperCase()
  return known.has(name) ? name : null
}
