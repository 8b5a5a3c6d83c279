import { priceOf } from '../price.ts'
import {
  type AttributeCheck,
  booleanValue,
  kept,
  keptIf,
  list,
  numeric,
  oneOf,
  shortEnough,
  truncated,
  wordOf,
} from './attribute-check.ts'
import { warn } from './findings.ts'
import type { ItemWarning } from './issue-names.ts'
import { productLimits } from './limits.ts'
import { booleanOf, isDeepLink, isMoment, isPeriod, isWebLink, partsOf, wordIn } from './values.ts'

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const largestCustomNumber = 4_294_967_295
const customNumber = numeric((value) => isCount(value) && value <= largestCustomNumber)
const customLabel = shortEnough(productLimits.custom_label, 'CUSTOM_LABEL_LENGTH_TOO_LONG')

const measured = (units: string, warning: ItemWarning): AttributeCheck => {
  const form = new RegExp(`^\\d+(?:\\.\\d+)? ?(?:${units})$`, 'i')
  return keptIf((text) => form.test(text), warning)
}

const isGtin = (text: string): boolean => /^(?:\d{8}|\d{12,14})$/.test(text.replaceAll(/[\s-]/g, ''))
const isMpn = (text: string): boolean => text.length <= productLimits.mpn && /^[\w .\-/+#]+$/.test(text)

/** Parts with colons between them; the last or third one must be there. */
const hasFourParts = (text: string, needed: readonly number[]): boolean =>
  text.split(',').every((group) => {
    const parts = group.split(':').map((part) => part.trim())
    return parts.length === 4 && needed.every((index) => parts[index] !== '')
  })

const weightUnits = 'lb|oz|g|kg'

const additionalImages: AttributeCheck = (found, name, _text, value) => {
  const valid: string[] = []
  for (const link of partsOf(value)) {
    if (link.length > productLimits.image_link) warn(found, 'ADDITIONAL_IMAGE_LINK_LENGTH_TOO_LONG', name, link)
    else if (isWebLink(link)) valid.push(link)
    else warn(found, 'ADDITIONAL_IMAGE_LINK_WARNING', name, link)
  }
  const most = productLimits.additional_image_links
  if (valid.length > most) warn(found, 'TOO_MANY_ADDITIONAL_IMAGE_LINKS', name, valid.join(','))
  if (valid.length > 0) found.item[name] = valid.slice(0, most)
}

const productCategory: AttributeCheck = (found, name, text) => {
  const isCode = /^\d+$/.test(text)
  if (isCode ? text.length > 6 : !/\p{L}/u.test(text)) {
    warn(found, 'OPTIONAL_PRODUCT_CATEGORY_INVALID', name, text)
    return
  }
  found.item[name] = text
  if (!isCode && text.split('>').length < 3) warn(found, 'PRODUCT_CATEGORY_DEPTH_WARNING', name, text)
}

/** The checks of optional attributes of products, by name. Attributes that are not here are ignored. */
export const attributeChecks: ReadonlyMap<string, AttributeCheck> = new Map<string, AttributeCheck>([
  ['title', truncated(productLimits.title, 'TITLE_LENGTH_TOO_LONG')],
  ['description', truncated(productLimits.description, 'DESCRIPTION_LENGTH_TOO_LONG')],
  ['additional_image_link', additionalImages],
  ['age_group', oneOf(['newborn', 'infant', 'toddler', 'kids', 'adult'], 'AGE_GROUP_INVALID')],
  ['android_deep_link', keptIf(isDeepLink, 'ANDROID_DEEP_LINK_INVALID')],
  ['ios_deep_link', keptIf(isDeepLink, 'IOS_DEEP_LINK_INVALID')],
  ['availability_date', keptIf(isMoment, 'AVAILABILITY_DATE_INVALID')],
  ['expiration_date', keptIf(isMoment, 'EXPIRATION_DATE_INVALID')],
  ['sale_price_effective_date', keptIf(isPeriod, 'SALE_DATE_INVALID')],
  ['average_review_rating', numeric((value) => value >= 0 && value <= 5)],
  ['condition', oneOf(['new', 'used', 'refurbished'], 'OPTIONAL_CONDITION_INVALID')],
  ...[0, 1, 2, 3, 4].map((index) => [`custom_label_${index}`, customLabel] as const),
  ...[0, 1, 2, 3, 4].map((index) => [`custom_number_${index}`, customNumber] as const),
  ['free_shipping_label', booleanValue],
  ['gender', oneOf(['male', 'female', 'unisex'], 'GENDER_INVALID')],
  ['google_product_category', productCategory],
  ['gtin', keptIf(isGtin, 'GTIN_INVALID')],
  ['mpn', keptIf(isMpn, 'MPN_INVALID')],
  ['is_bundle', keptIf((text) => booleanOf(text) !== undefined, 'IS_BUNDLE_INVALID')],
  ['min_ad_price', keptIf((text) => priceOf(text) !== undefined, 'MIN_AD_PRICE_INVALID')],
  ['multipack', keptIf((text) => isCount(Number(text)) && Number(text) > 0, 'MULTIPACK_INVALID')],
  ['number_of_ratings', numeric(isCount)],
  ['number_of_reviews', numeric(isCount)],
  ['product_type', shortEnough(productLimits.product_type, 'PRODUCT_TYPE_LENGTH_TOO_LONG')],
  ['shipping', keptIf((text) => hasFourParts(text, [3]), 'SHIPPING_INVALID')],
  ['shipping_height', measured('in|cm', 'SHIPPING_HEIGHT_INVALID')],
  ['shipping_width', measured('in|cm', 'SHIPPING_WIDTH_INVALID')],
  ['shipping_weight', measured(weightUnits, 'SHIPPING_WEIGHT_INVALID')],
  ['weight_unit', keptIf((text) => wordIn(weightUnits.split('|'), text) !== undefined, 'WEIGHT_UNIT_INVALID')],
  ['size_system', oneOf(['US', 'UK', 'EU', 'DE', 'FR', 'JP', 'CN', 'IT', 'BR', 'MEX', 'AU'], 'SIZE_SYSTEM_INVALID')],
  ['size_type', oneOf(['regular', 'petite', 'plus', 'big_and_tall', 'maternity'], 'SIZE_TYPE_INVALID')],
  ['tax', keptIf((text) => hasFourParts(text, [0, 1, 2]), 'TAX_INVALID')],
  ['variant_names', list],
  ['variant_values', list],
  ['visibility', wordOf(['visible', 'hidden'])],
  ...[
    'alt_text',
    'brand',
    'color',
    'free_shipping_limit',
    'installment_price',
    'item_group_id',
    'material',
    'mobile_link',
    'pattern',
    'promotion_id',
    'size',
    'unit_pricing_base_measure',
    'unit_pricing_measure',
    'video_link',
  ].map((name) => [name, kept] as const),
])
