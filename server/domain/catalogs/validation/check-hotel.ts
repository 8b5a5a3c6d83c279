import { priceOf } from '../price.ts'
import type { CheckedProduct } from './check-product.ts'
import { type Findings, fail } from './findings.ts'
import { productLimits } from './limits.ts'
import { checkLink } from './link-checks.ts'
import { amountText } from './price-checks.ts'
import { partsOf, textOf } from './values.ts'

type Attributes = Readonly<Record<string, unknown>>

const numberIn = (value: unknown): number | undefined => {
  const number = Number(textOf(value) || Number.NaN)
  return Number.isFinite(number) ? number : undefined
}
const textIn = (value: unknown): string | undefined => textOf(value) || undefined
const listIn = (value: unknown): readonly string[] | undefined => {
  const parts = partsOf(value)
  return parts.length > 0 ? parts : undefined
}

const labels = ['custom_label_0', 'custom_label_1', 'custom_label_2', 'custom_label_3', 'custom_label_4']

/** Returns a price with its currency, and one that cannot be read as it is. */
function priceIn(value: unknown, currency: string | undefined): string | undefined {
  const text = textIn(value)
  const price = priceOf(text, currency)
  return text === undefined || price === undefined ? text : amountText(text, price)
}

/** How the attributes of hotels are read, by their names. A dot stands before the part of an object. */
const readers: Readonly<Record<string, (value: unknown, currency: string | undefined) => unknown>> = {
  ...Object.fromEntries(['brand', 'category', ...labels].map((name) => [name, textIn])),
  ...Object.fromEntries(['base_price', 'sale_price'].map((name) => [name, priceIn])),
  ...Object.fromEntries(['latitude', 'longitude'].map((name) => [name, numberIn])),
  ...Object.fromEntries(['neighborhood', 'additional_image_link', 'main_image.tag'].map((name) => [name, listIn])),
  ...Object.fromEntries(
    ['addr1', 'city', 'country', 'postal_code', 'region'].map((part) => [`address.${part}`, textIn]),
  ),
  'main_image.link': textIn,
  'guest_ratings.rating_system': textIn,
  'guest_ratings.score': numberIn,
  'guest_ratings.max_score': numberIn,
  'guest_ratings.number_of_reviewers': numberIn,
}

/** The column of products that stands for that of hotels which a feed does not have. There is none for prices (S523). */
const aliases: Attributes = { 'main_image.link': 'image_link' }

/**
 * Checks the attributes of one hotel of a feed: it needs an id, a name, a description and a link. Columns are named as the
 * attributes of the API, with a dot before the part of an object: `main_image.link`. Those of products stand in for them.
 *
 * @param currency That of prices that have none; US dollars when absent.
 */
export function checkHotel(attributes: Attributes, currency?: string): CheckedProduct {
  const found: Findings = { errors: [], warnings: [], item: {} }
  const id = textOf(attributes.hotel_id) || textOf(attributes.id)
  const name = textOf(attributes.name) || textOf(attributes.title)
  const description = textOf(attributes.description)
  if (id === '' || id.length > productLimits.id) fail(found, 'ITEMID_MISSING', 'hotel_id', id)
  if (name === '') fail(found, 'TITLE_MISSING', 'name')
  if (description === '') fail(found, 'DESCRIPTION_MISSING', 'description')
  checkLink(found, textOf(attributes.link))
  Object.assign(found.item, { name, description })
  for (const [path, read] of Object.entries(readers)) {
    const value = read(attributes[path], currency) ?? read(attributes[String(aliases[path])], currency)
    if (value !== undefined) put(found.item, path, value)
  }
  return { id, errors: found.errors, warnings: found.warnings, item: found.item }
}

function put(item: Record<string, unknown>, path: string, value: unknown): void {
  const [name = '', part] = path.split('.')
  item[name] = part === undefined ? value : { ...(item[name] as object | undefined), [part]: value }
}
