import { z } from 'zod'
import { catalogCountries } from '#server/domain/catalogs/countries.ts'
import { catalogCurrencies } from '#server/domain/catalogs/currencies.ts'
import { LongText } from '#server/http/schema/fields.ts'

const comparisons = ['GREATER_THAN', 'GREATER_THAN_OR_EQUALS', 'LESS_THAN', 'LESS_THAN_OR_EQUALS'] as const
const negated = z.boolean().optional()

const listOf = <Value extends z.ZodType>(value: Value) => z.strictObject({ values: z.array(value), negated })

const texts = listOf(LongText)
const labels = z.strictObject({
  values: z.array(LongText),
  filter_operator_type: z.enum(['IS', 'CONTAINS']).optional(),
  negated,
})
const paths = listOf(z.array(LongText))
const bound = z.strictObject({ values: z.number().min(0), inclusion: z.boolean().optional(), negated })
const largest = 4_294_967_295
const compared = z.strictObject({
  operator: z.enum(comparisons),
  value: z.int().min(0).max(largest),
  negated,
})
const price = z.strictObject({
  operator: z.enum(comparisons),
  value: z.number().min(0),
  currency: z.enum(catalogCurrencies),
  negated,
})

/** Returns the criteria of a field at each of its levels: `PRODUCT_TYPE_0` and so on. */
const numbered = (name: string, count: number, criterion: z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, criterion]))

const labelFields = numbered('CUSTOM_LABEL', 5, labels)
const categoryFields = numbered('GOOGLE_PRODUCT_CATEGORY', 7, paths)
const mediaType = listOf(z.enum(['IMAGE', 'VIDEO']))

const retail = {
  MIN_PRICE: bound,
  MAX_PRICE: bound,
  CURRENCY: z.strictObject({ values: z.enum(catalogCurrencies), negated: z.literal(false).optional() }),
  ITEM_ID: texts,
  AVAILABILITY: texts,
  BRAND: texts,
  CONDITION: texts,
  ...labelFields,
  ITEM_GROUP_ID: texts,
  GENDER: listOf(z.enum(['FEMALE', 'MALE', 'UNISEX'])),
  MEDIA_TYPE: mediaType,
  ...numbered('PRODUCT_TYPE', 5, paths),
  ...categoryFields,
  PRODUCT_GROUP: texts,
  ...numbered('CUSTOM_NUMBER', 5, compared),
  TITLE_KEYWORDS: texts,
  PINTEREST_PRODUCT_CATEGORIES: texts,
}

const hotel = {
  PRICE: price,
  HOTEL_ID: texts,
  BRAND: texts,
  ...labelFields,
  COUNTRY: listOf(z.enum(catalogCountries)),
  TITLE_KEYWORDS: texts,
}

const creativeAssets = {
  CREATIVE_ASSETS_ID: texts,
  ...labelFields,
  ...categoryFields,
  MEDIA_TYPE: mediaType,
  TITLE_KEYWORDS: texts,
  LINK: labels,
}

/** Returns the schema of filters on these fields: each filter is on one of them. */
function filtersOn(fields: Readonly<Record<string, z.ZodType>>, least: 0 | 1) {
  const filters = Object.entries(fields).map(([name, criterion]) => z.strictObject({ [name]: criterion }))
  const list = z.array(z.union(filters)).min(least)
  return z.union([z.strictObject({ all_of: list }), z.strictObject({ any_of: list })])
}

/** The filters of product groups by their catalog's type, as requests have them: retail ones cannot be empty. */
export const requestedFilters = {
  RETAIL: filtersOn(retail, 1),
  HOTEL: filtersOn(hotel, 0),
  CREATIVE_ASSETS: filtersOn(creativeAssets, 0),
}

/** The same in responses, where product groups that Pinterest makes have none. */
export const storedFilters = {
  RETAIL: filtersOn(retail, 0),
  HOTEL: requestedFilters.HOTEL,
  CREATIVE_ASSETS: requestedFilters.CREATIVE_ASSETS,
}
