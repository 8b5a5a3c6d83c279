import { checkHotel } from '../validation/check-hotel.ts'
import { type CheckedProduct, checkProduct, type ProductDefaults } from '../validation/check-product.ts'
import { fail, type ProductIssue } from '../validation/findings.ts'
import { isItemWarning } from '../validation/issue-names.ts'
import { productLimits } from '../validation/limits.ts'
import { textOf } from '../validation/values.ts'
import type { FeedError, FeedWarning } from './feed-issue-names.ts'
import { IssueSamples } from './issue-samples.ts'
import { SeenTexts } from './seen-texts.ts'

/** A product of a feed, as the file has it. */
export interface FeedRecord {
  readonly attributes: Readonly<Record<string, unknown>>
  /** The line of the file that it begins on; null where nobody counts them. */
  readonly line: number | null
  /** What cannot be read of it, as the file has it. */
  readonly broken?: string | undefined
}

/** A product without errors, which becomes an item. */
export interface ValidProduct {
  readonly key: string
  readonly attributes: Readonly<Record<string, unknown>>
}

type Counts = Record<string, number>

/** The check of one feed: of each product by itself and among the others. */
export class FeedCheck {
  original = 0
  ingested = 0
  readonly errors: Counts = {}
  readonly warnings: Counts = {}
  /** The valid products, by their availability. */
  readonly info: Counts = {}
  /** Warnings about what becomes of the products. */
  readonly ingestionWarnings: Counts = {}
  readonly samples: IssueSamples
  readonly #defaults: ProductDefaults
  readonly #ids = new SeenTexts()
  readonly #groups = new SeenTexts()

  constructor(defaults: ProductDefaults, samples = new IssueSamples()) {
    this.#defaults = defaults
    this.samples = samples
  }

  /** Checks the next product of the feed, and returns it where it is valid. */
  add({ attributes, line, broken }: FeedRecord): ValidProduct | undefined {
    const number = this.original++
    if (broken !== undefined) {
      const parse = { name: 'PARSE_LINE_ERROR', attribute: '', value: broken }
      this.#record(number, line, textOf(attributes.id), [parse], [])
      return undefined
    }
    const checked = checkItem(attributes, this.#defaults)
    if (this.#defaults.catalogType === 'HOTEL' && textOf(attributes.price) !== '')
      this.ingestionWarnings.HOTEL_PRICE_HEADER_IS_PRESENT = 1
    const { id, item } = checked
    const found = { errors: [...checked.errors], warnings: [], item: {} }
    if (id !== '' && this.#ids.add(id) > 1) fail(found, 'DUPLICATE_PRODUCTS', 'id', id)
    const group = textOf(attributes.item_group_id)
    if (found.errors.length === 0 && group !== '' && this.#groups.add(group) > productLimits.itemsOfGroup) {
      fail(found, 'MAX_ITEMS_PER_ITEM_GROUP_EXCEEDED', 'item_group_id', group)
    }
    this.#record(number, line, id, found.errors, checked.warnings)
    if (found.errors.length > 0) return undefined
    this.ingested++
    count(this.info, typeof item.availability === 'string' ? infoNames[item.availability] : undefined)
    return { key: id, attributes: item }
  }

  /** Records what is wrong with the feed as a whole. */
  fail(name: FeedError): void {
    count(this.errors, name)
  }

  /** Records a warning about the feed as a whole. */
  warn(name: FeedWarning): void {
    count(this.warnings, name)
  }

  #record(
    number: number,
    line: number | null,
    id: string,
    errors: readonly ProductIssue[],
    warnings: CheckedProduct['warnings'],
  ): void {
    if (errors.length === 0 && warnings.length === 0) return
    for (const name of new Set(errors.map((issue) => issue.name))) count(this.errors, name)
    for (const name of new Set(warnings.map((issue) => issue.name))) count(this.warnings, name)
    const listed = warnings.filter(({ name }) => isItemWarning(name))
    this.samples.add({ number, line, id: id === '' ? null : id }, errors, listed)
  }
}

const infoNames: Readonly<Record<string, string>> = {
  'in stock': 'IN_STOCK',
  'out of stock': 'OUT_OF_STOCK',
  preorder: 'PREORDER',
}

function count(counts: Counts, name: string | undefined): void {
  if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
}

/** Checks an item by the type of its catalog. Creative assets are products by an id of another name. */
function checkItem(attributes: FeedRecord['attributes'], defaults: ProductDefaults): CheckedProduct {
  if (defaults.catalogType === 'HOTEL') return checkHotel(attributes, defaults.currency)
  const id = (defaults.catalogType === 'CREATIVE_ASSETS' ? attributes.creative_assets_id : undefined) ?? attributes.id
  return checkProduct({ ...attributes, id }, defaults)
}
