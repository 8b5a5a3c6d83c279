import type { Json } from '#test/support/mock.ts'

/** An item as the oracle sees it: the merchant's id, and attributes. */
export interface PlainItem {
  readonly key: string
  readonly attributes: Json
}

const lower = (value: Json): string => String(value).toLowerCase()
const word = (value: Json): string => String(value).toUpperCase().replaceAll(' ', '_')
const levels = (path: Json): string[] => lower(path).split(' > ')
const amount = (price: Json): number => Number(price.split(' ')[0])

const compare: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  GREATER_THAN: (left, right) => left > right,
  GREATER_THAN_OR_EQUALS: (left, right) => left >= right,
  LESS_THAN: (left, right) => left < right,
  LESS_THAN_OR_EQUALS: (left, right) => left <= right,
}

const attributeOf: Readonly<Record<string, string>> = {
  BRAND: 'brand',
  ITEM_GROUP_ID: 'item_group_id',
  LINK: 'link',
  ...Object.fromEntries([0, 1, 2, 3, 4].map((index) => [`CUSTOM_LABEL_${index}`, `custom_label_${index}`])),
}

/** Whether an item passes one filter, negation left aside. */
function passesPlainly({ key, attributes }: PlainItem, field: string, criterion: Json): boolean {
  const { values, inclusion = true, operator, value, currency } = criterion
  const { price: text = attributes.base_price } = attributes
  const price = text === undefined ? undefined : amount(text)
  if (/^(ITEM|HOTEL|CREATIVE_ASSETS)_ID$/.test(field)) return values.includes(key)
  if (field === 'MIN_PRICE') return price !== undefined && (inclusion ? price >= values : price > values)
  if (field === 'MAX_PRICE') return price !== undefined && (inclusion ? price <= values : price < values)
  if (field === 'CURRENCY') return text?.endsWith(values) === true
  if (field === 'PRICE')
    return price !== undefined && compare[operator]?.(price, value) === true && text.endsWith(currency)
  if (field === 'MEDIA_TYPE') return values.includes(attributes.video_link === undefined ? 'IMAGE' : 'VIDEO')
  if (['AVAILABILITY', 'CONDITION', 'GENDER'].includes(field)) {
    const own = attributes[field.toLowerCase()]
    return own !== undefined && values.includes(word(own))
  }
  if (field === 'TITLE_KEYWORDS')
    return values.some((part: Json) => lower(attributes.title ?? attributes.name ?? '').includes(lower(part)))
  if (field === 'COUNTRY') return values.includes(attributes.address?.country)
  if (field === 'PINTEREST_PRODUCT_CATEGORIES')
    return values.some((name: Json) => levels(attributes.google_product_category ?? '')[0] === lower(name))
  const [, name, level] = /^(PRODUCT_TYPE|GOOGLE_PRODUCT_CATEGORY|CUSTOM_NUMBER)_(\d)$/.exec(field) ?? []
  if (name === 'CUSTOM_NUMBER') {
    const own = attributes[field.toLowerCase()]
    return own !== undefined && compare[operator]?.(own, value) === true
  }
  if (name !== undefined) {
    const own = attributes[name.toLowerCase()]
    const from = Number(level)
    return (
      own !== undefined &&
      values.some((path: Json) => path.every((one: Json, index: number) => levels(own)[from + index] === lower(one)))
    )
  }
  const own = attributes[attributeOf[field] ?? '']
  if (own === undefined) return false
  return criterion.filter_operator_type === 'CONTAINS'
    ? values.some((part: Json) => lower(own).includes(lower(part)))
    : values.some((one: Json) => lower(own) === lower(one))
}

/** Whether an item passes the filters of a product group: read off the description of the API, one item at a time. */
export function passes(item: PlainItem, filters: Json): boolean {
  const list: Json[] = filters.all_of ?? filters.any_of
  if (list.length === 0) return true
  const results = list.map((filter) => {
    const [field = '', criterion] = Object.entries<Json>(filter)[0] ?? []
    return passesPlainly(item, field, criterion) !== (criterion.negated === true)
  })
  return filters.all_of === undefined ? results.includes(true) : !results.includes(false)
}
