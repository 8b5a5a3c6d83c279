import type { Objective } from '../ads/objectives.ts'

/** What a person did before a conversion that is attributed to an ad. */
export const conversionSources = ['click', 'engagement', 'view'] as const
/** One of `conversionSources`. */
export type ConversionSource = (typeof conversionSources)[number]

/** Where a conversion took place. */
export const conversionChannels = ['web', 'inapp', 'offline'] as const
/** One of `conversionChannels`. */
export type ConversionChannel = (typeof conversionChannels)[number]

/** How conversions of a type are modelled where no events say better. */
interface ConversionModel {
  /** Conversions for each click of a campaign for conversions. Assumed. */
  readonly perClick: number
  /** The average value in micro-currency; absent where conversions of the type have none. */
  readonly value?: number
}

const types = {
  page_visit: { perClick: 0.5, value: 500_000 },
  view_category: { perClick: 0.15 },
  search: { perClick: 0.06 },
  add_to_cart: { perClick: 0.07, value: 48_000_000 },
  checkout: { perClick: 0.03, value: 56_000_000 },
  signup: { perClick: 0.02, value: 4_000_000 },
  lead: { perClick: 0.012, value: 9_000_000 },
  watch_video: { perClick: 0.02 },
  custom: { perClick: 0.01, value: 2_000_000 },
  app_install: { perClick: 0.01 },
  add_to_wishlist: { perClick: 0.008 },
  subscribe: { perClick: 0.004, value: 12_000_000 },
  unknown: { perClick: 0.002 },
} as const satisfies Record<string, ConversionModel>

/** A type of conversion, by the name of its event. */
export type ConversionType = keyof typeof types

/** Every type of conversion, with its model. */
export const conversionTypes = Object.entries(types).map(([name, model]) => ({
  name,
  ...model,
})) as readonly (ConversionModel & {
  readonly name: ConversionType
})[]

/** How often conversions of a campaign for anything else happen, against one for conversions. */
const awarenessShare = 0.25
const forConversions: readonly Objective[] = ['WEB_CONVERSION', 'CATALOG_SALES', 'SALES', 'LEADS', 'APP_INSTALL']

/** Returns how often a campaign of an objective brings conversions, against one for conversions. */
export const conversionShare = (objective: Objective): number =>
  forConversions.includes(objective) ? 1 : awarenessShare

/** Conversions after an engagement and after a view, against those after a click. Assumed. */
export const perSource: Readonly<Record<ConversionSource, number>> = { click: 1, engagement: 0.3, view: 0.002 }
