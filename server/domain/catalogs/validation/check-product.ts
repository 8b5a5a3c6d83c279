import type { CatalogType } from '../catalog-types.ts'
import { checkAdMedia, isAdMedia } from './ad-media-checks.ts'
import { attributeChecks } from './attribute-checks.ts'
import { type Findings, fail, type ProductIssue, warn } from './findings.ts'
import type { FeedValueWarning, ItemError, ItemWarning } from './issue-names.ts'
import { productLimits } from './limits.ts'
import { checkAdLinks, checkAdult, checkImageLink, checkLink } from './link-checks.ts'
import { checkPrices } from './price-checks.ts'
import { textOf, wordIn } from './values.ts'

/** What a feed or a batch says of all of its products. */
export interface ProductDefaults {
  readonly catalogType?: CatalogType | undefined
  /** The currency of prices that have none; US dollars when absent. */
  readonly currency?: string | undefined
  /** The availability of products that have none: `IN_STOCK`. */
  readonly availability?: string | undefined
  /** Where the products are sold; their currency is compared with the country's. */
  readonly country?: string | undefined
}

/** What the check of a product found. */
export interface CheckedProduct {
  /** The merchant's id; empty where the product has none. */
  readonly id: string
  /** What keeps the product from being published. */
  readonly errors: readonly ProductIssue<ItemError>[]
  /** What does not. */
  readonly warnings: readonly ProductIssue<ItemWarning | FeedValueWarning>[]
  /** The attributes of the item as the API has them, without those that are invalid. */
  readonly item: Readonly<Record<string, unknown>>
}

/** The attributes that a check of their own reads. */
const checkedApart = new Set(['id', 'link', 'image_link', 'price', 'availability'])

/** Those that are read with others. */
const checkedTogether = new Set(['sale_price', 'list_price', 'adult', 'ad_link', 'adwords_redirect'])

/** Whether an attribute is checked: an item has it only where it is valid. */
export const isChecked = (name: string): boolean =>
  checkedApart.has(name) || checkedTogether.has(name) || attributeChecks.has(name) || isAdMedia(name)

const availabilities = ['in stock', 'out of stock', 'preorder']

/**
 * Checks the attributes of one product as a feed or a batch has them: texts, numbers, booleans or lists, by the names of
 * the API in lower case.
 *
 * @example
 * ```ts
 * const { errors, item } = checkProduct({ id: 'A-1', title: 'Tent', price: '89.50 EUR' }, { country: 'DE' })
 * ```
 */
export function checkProduct(attributes: Readonly<Record<string, unknown>>, defaults: ProductDefaults): CheckedProduct {
  const found: Findings = { errors: [], warnings: [], item: {} }
  const { catalogType = 'RETAIL' } = defaults
  const id = textOf(attributes.id)
  if (id === '' || id.length > productLimits.id) fail(found, 'ITEMID_MISSING', 'id', id)
  const [title, description] = [textOf(attributes.title), textOf(attributes.description)]
  if (title === '') fail(found, 'TITLE_MISSING', 'title')
  if (description === '') fail(found, 'DESCRIPTION_MISSING', 'description')
  checkLink(found, textOf(attributes.link))
  checkMainMedia(found, attributes, catalogType)
  if (catalogType === 'RETAIL') checkOffer(found, attributes, defaults)
  checkOptional(found, attributes)
  return { id, errors: found.errors, warnings: found.warnings, item: found.item }
}

/** A creative asset may have a video in place of the image. */
function checkMainMedia(found: Findings, attributes: Readonly<Record<string, unknown>>, type: string): void {
  const isVideo = type === 'CREATIVE_ASSETS' && textOf(attributes.video_link) !== ''
  if (!isVideo || textOf(attributes.image_link) !== '') checkImageLink(found, attributes.image_link)
}

function checkOffer(found: Findings, attributes: Readonly<Record<string, unknown>>, defaults: ProductDefaults): void {
  checkPrices(found, attributes, defaults)
  const text = textOf(attributes.availability)
  const availability = wordIn(availabilities, text === '' ? (defaults.availability ?? '') : text)
  if (availability === undefined) fail(found, 'AVAILABILITY_INVALID', 'availability', text)
  else found.item.availability = availability
  checkAdult(found, textOf(attributes.adult))
  if (textOf(attributes.condition) === '') warn(found, 'OPTIONAL_CONDITION_MISSING', 'condition')
  if (textOf(attributes.google_product_category) === '') {
    warn(found, 'OPTIONAL_PRODUCT_CATEGORY_MISSING', 'google_product_category')
  }
}

function checkOptional(found: Findings, attributes: Readonly<Record<string, unknown>>): void {
  let hasAdMedia = false
  for (const name in attributes) {
    if (checkedApart.has(name)) continue
    const value = attributes[name]
    const check = attributeChecks.get(name)
    if (check === undefined) hasAdMedia ||= name.startsWith('ad_')
    else {
      const text = textOf(value)
      if (text !== '') check(found, name, text, value)
    }
  }
  if (hasAdMedia) checkAdMedia(found, attributes)
  if (hasAdMedia || attributes.adwords_redirect !== undefined) checkAdLinks(found, attributes)
}
