import { itemAvailabilities, itemConditions, itemGenders, type itemMediaTypes } from './item-values.ts'
import { pathText } from './path.ts'
import { priceOf } from './price.ts'

/** Attributes of an item as the API has them, of any type of catalog. */
export type ItemAttributes = Readonly<Record<string, unknown>>

/** What filters of product groups compare of an item. Null where the item does not have it. */
export interface ItemColumns {
  readonly availability: (typeof itemAvailabilities)[number] | null
  readonly condition: (typeof itemConditions)[number] | null
  readonly gender: (typeof itemGenders)[number] | null
  readonly media_type: (typeof itemMediaTypes)[number]
  readonly price: number | null
  readonly sale_price: number | null
  readonly currency: string | null
  readonly brand: string | null
  readonly item_group: string | null
  /** A path as `pathText` writes it. */
  readonly product_type: string | null
  readonly google_product_category: string | null
  readonly custom_label_0: string | null
  readonly custom_label_1: string | null
  readonly custom_label_2: string | null
  readonly custom_label_3: string | null
  readonly custom_label_4: string | null
  readonly custom_number_0: number | null
  readonly custom_number_1: number | null
  readonly custom_number_2: number | null
  readonly custom_number_3: number | null
  readonly custom_number_4: number | null
  /** The title of a product or creative asset, the name of a hotel. */
  readonly title: string | null
}

/** Returns what filters compare of an item with these attributes. */
export function itemColumnsOf(attributes: ItemAttributes): ItemColumns {
  const price = priceOf(attributes.price ?? attributes.base_price)
  return {
    availability: wordOf(itemAvailabilities, attributes.availability),
    condition: wordOf(itemConditions, attributes.condition),
    gender: wordOf(itemGenders, attributes.gender),
    media_type: textOf(attributes.video_link) === null ? 'IMAGE' : 'VIDEO',
    price: price?.amount ?? null,
    sale_price: priceOf(attributes.sale_price, price?.currency)?.amount ?? null,
    currency: price?.currency ?? null,
    brand: textOf(attributes.brand),
    item_group: textOf(attributes.item_group_id),
    product_type: pathOf(attributes.product_type),
    google_product_category: pathOf(attributes.google_product_category),
    custom_label_0: textOf(attributes.custom_label_0),
    custom_label_1: textOf(attributes.custom_label_1),
    custom_label_2: textOf(attributes.custom_label_2),
    custom_label_3: textOf(attributes.custom_label_3),
    custom_label_4: textOf(attributes.custom_label_4),
    custom_number_0: integerOf(attributes.custom_number_0),
    custom_number_1: integerOf(attributes.custom_number_1),
    custom_number_2: integerOf(attributes.custom_number_2),
    custom_number_3: integerOf(attributes.custom_number_3),
    custom_number_4: integerOf(attributes.custom_number_4),
    title: textOf(attributes.title ?? attributes.name),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const integerOf = (value: unknown): number | null => (Number.isSafeInteger(value) ? (value as number) : null)

const pathOf = (value: unknown): string | null => {
  const text = textOf(value)
  return text === null ? null : pathText(text.split(' > '))
}

/** Returns the word of a list that a text is, however it is written: `in stock` is IN_STOCK. */
function wordOf<Word extends string>(words: readonly Word[], text: unknown): Word | null {
  if (typeof text !== 'string' || text === '') return null
  const written = text.trim().toUpperCase().replaceAll(' ', '_')
  return words.find((word) => word === written) ?? null
}
