import type { ConversionChannel } from '#server/domain/delivery/conversion-types.ts'

const anywhere = ['WEB', 'INAPP', 'OFFLINE'] as const

/** The types of conversions that reports on products tell apart, with where each takes place. */
const types: Readonly<Record<string, readonly (typeof anywhere)[number][]>> = {
  CHECKOUT: anywhere,
  ADD_TO_CART: ['WEB', 'INAPP'],
  PAGE_VISIT: ['WEB'],
  SIGNUP: anywhere,
  WATCH_VIDEO: ['WEB'],
  LEAD: ['WEB', 'OFFLINE'],
  SEARCH: ['WEB', 'INAPP'],
  VIEW_CATEGORY: ['WEB'],
  CUSTOM: ['WEB', 'OFFLINE'],
  UNKNOWN: anywhere,
  ADD_PAYMENT_INFO: anywhere,
  ADD_TO_WISHLIST: anywhere,
  INITIATE_CHECKOUT: anywhere,
  SUBSCRIBE: anywhere,
  VIEW_CONTENT: anywhere,
}

/** What is counted of products: pieces, or their value in the currency of the account or in US dollars. */
export type ProductAspect = 'QUANTITY' | 'VALUE' | 'VALUE_IN_USD'

/** A column of a report on products. */
export interface ProductColumn {
  /** The type of conversions; all when absent. */
  readonly type?: string | undefined
  /** Where they took place; anywhere when absent. */
  readonly channel?: ConversionChannel | undefined
  readonly aspect: ProductAspect
}

const aspects: readonly ProductAspect[] = ['QUANTITY', 'VALUE', 'VALUE_IN_USD']

function columnsOf(type: string | undefined, places: readonly string[]): [string, ProductColumn][] {
  return [undefined, ...places].flatMap((place) =>
    aspects.map((aspect): [string, ProductColumn] => {
      const parts = ['TOTAL', place, type, 'CONVERSION_PRODUCT', aspect]
      return [
        parts.filter((part) => part !== undefined).join('_'),
        { type, channel: place?.toLowerCase() as ConversionChannel | undefined, aspect },
      ]
    }),
  )
}

/** The columns of figures of reports on products, by name. */
export const productColumns: Readonly<Record<string, ProductColumn>> = Object.fromEntries([
  ...columnsOf(undefined, anywhere),
  ...Object.entries(types).flatMap(([type, places]) => columnsOf(type, places)),
])

/** Returns the type of conversions that an event is of: UNKNOWN for events by other names. */
export const productType = (eventName: string): string => {
  const type = eventName.toUpperCase()
  return Object.hasOwn(types, type) ? type : 'UNKNOWN'
}

/** The columns of what a report on products is broken down by, and those of entities. */
export const productAttributes = [
  'CAMPAIGN_NAME',
  'CAMPAIGN_ID',
  'ADVERTISER_ID',
  'AD_GROUP_ID',
  'CAMPAIGN_OBJECTIVE_TYPE',
  'AD_GROUP_NAME',
  'CONVERSION_PRODUCT_ID',
  'CONVERSION_PRODUCT_BRAND',
  'CONVERSION_PRODUCT_CATEGORY',
  'CONVERSION_PRODUCT_ID_GROUP',
] as const
