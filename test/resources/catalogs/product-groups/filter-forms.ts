import type { Json } from '#test/support/mock.ts'

const operators = ['GREATER_THAN', 'GREATER_THAN_OR_EQUALS', 'LESS_THAN', 'LESS_THAN_OR_EQUALS']

/** Returns each criterion as it is, and with `negated` of both values. */
const negations = (...criteria: readonly Json[]): readonly Json[] =>
  criteria.flatMap((criterion) => [criterion, { ...criterion, negated: false }, { ...criterion, negated: true }])

const lists = (...values: readonly unknown[]) => negations({ values: values.slice(0, 1) }, { values })
const labels = (value: string) =>
  negations(
    { values: [value] },
    { values: [value], filter_operator_type: 'IS' },
    ...[value, value.slice(1, -1)].map((part) => ({ values: [part], filter_operator_type: 'CONTAINS' })),
  )
const bounds = (values: number) =>
  negations({ values }, { values, inclusion: true }, { values, inclusion: false }, { values: values + 0.01 })
const comparisons = (value: number, more: Json = {}) =>
  negations(...operators.map((operator) => ({ operator, value, ...more })))

/** Returns fields that are numbered from 0, each with its criteria. */
const numbered = (name: string, count: number, criteriaOf: (index: number) => readonly Json[]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, criteriaOf(index)]))

const levels = (name: string) => (index: number) =>
  lists([`${name} ${index}`], [`${name} ${index}`, `${name} ${index + 1}`], ['None'])

const common = {
  ...numbered('CUSTOM_LABEL', 5, (index) => labels(`Label ${index}`)),
  TITLE_KEYWORDS: lists('boot', 'no such word'),
}
const categories = numbered('GOOGLE_PRODUCT_CATEGORY', 7, levels('Category'))
const media = { MEDIA_TYPE: lists('VIDEO', 'IMAGE') }

/**
 * Every field that filters of a type of catalog may be on, with criteria in all forms that it takes; PRODUCT_GROUP, which
 * refers to another product group, has a test of its own. `PINTEREST_PRODUCT_CATEGORIES` and LINK are of version 5.28.
 */
export const filterForms: Readonly<Record<string, Readonly<Record<string, readonly Json[]>>>> = {
  RETAIL: {
    MIN_PRICE: bounds(100),
    MAX_PRICE: bounds(100),
    CURRENCY: [{ values: 'USD' }, { values: 'EUR' }, { values: 'USD', negated: false }],
    ITEM_ID: lists('full', 'none'),
    AVAILABILITY: lists('IN_STOCK', 'PREORDER', 'OUT_OF_STOCK'),
    BRAND: lists('Meadow', 'peak'),
    CONDITION: lists('NEW', 'USED', 'REFURBISHED'),
    ITEM_GROUP_ID: lists('boots', 'none'),
    GENDER: lists('FEMALE', 'MALE', 'UNISEX'),
    ...numbered('PRODUCT_TYPE', 5, levels('Type')),
    ...numbered('CUSTOM_NUMBER', 5, (index) => comparisons(index + 10)),
    PINTEREST_PRODUCT_CATEGORIES: lists('Category 0', 'None'),
    ...categories,
    ...media,
    ...common,
  },
  HOTEL: {
    PRICE: [...comparisons(100, { currency: 'USD' }), ...comparisons(100, { currency: 'EUR' })],
    HOTEL_ID: lists('full', 'none'),
    BRAND: lists('Meadow', 'peak'),
    COUNTRY: lists('PT', 'FR'),
    ...common,
  },
  CREATIVE_ASSETS: {
    CREATIVE_ASSETS_ID: lists('full', 'none'),
    LINK: labels('https://shop.example.com/full'),
    ...categories,
    ...media,
    ...common,
  },
}

const all = (name: string, count: number, textOf: (index: number) => unknown): Json =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, textOf(index)]))
const path = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`).join(' > ')

/** Attributes that every field of filters finds something in. */
const full = {
  title: 'Hiking boot',
  name: 'By the boot maker',
  link: 'https://shop.example.com/full',
  price: '100 USD',
  base_price: '100 USD',
  availability: 'in stock',
  condition: 'new',
  gender: 'female',
  brand: 'Meadow',
  item_group_id: 'boots',
  address: { country: 'PT' },
  video_link: 'https://shop.example.com/full.mp4',
  product_type: path('Type', 6),
  google_product_category: path('Category', 8),
  ...all('custom_label', 5, (index) => `Label ${index}`),
  ...all('custom_number', 5, (index) => index + 10),
}

/** Items by id: one with all attributes, others that differ, and one with as few as there can be. */
export const filteredItems: Readonly<Record<string, Json>> = {
  full,
  cheaper: { ...full, price: '99.99 USD', base_price: '99.99 USD', availability: 'preorder', gender: 'unisex' },
  dearer: {
    ...full,
    price: '100.01 EUR',
    base_price: '100.01 EUR',
    condition: 'used',
    brand: 'Peak',
    address: { country: 'FR' },
    product_type: 'Type 1 > Type 0',
    google_product_category: 'Category 1',
    link: 'https://shop.example.com/other',
    ...all('custom_label', 5, (index) => `A label ${index} and more`),
    ...all('custom_number', 5, (index) => index + 11),
  },
  bare: { title: 'Something', name: 'Something' },
}
