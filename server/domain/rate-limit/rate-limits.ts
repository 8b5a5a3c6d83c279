/** Every category that an operation may count against. */
export const rateCategories = [
  'ads_analytics',
  'ads_conversions',
  'ads_estimates_read',
  'ads_read',
  'ads_write',
  'advanced_auction_read',
  'advanced_auction_write',
  'catalogs_read',
  'catalogs_write',
  'msot_write',
  'org_analytics',
  'org_read',
  'org_write',
  'trends_read',
] as const

/** One of `rateCategories`. */
export type RateCategory = (typeof rateCategories)[number]

/** The counting windows with their length in seconds. Days start at midnight UTC. */
export const windows = { per_second: 1, per_minute: 60, per_day: 86_400 } as const

/** How many calls each window allows; an absent window has no limit. */
export type Figures = { readonly [Name in keyof typeof windows]?: number | undefined }

/** Limits by category, and under `*` for all calls together. */
export type FiguresByCategory = { readonly [Category in RateCategory | '*']?: Figures | undefined }

/** The rate limits of a world. `off` counts like the standard tier, and refuses nothing. */
export type LimitSetting = 'off' | Tier | FiguresByCategory

/** The tier that Pinterest grants an app: trial at first, then standard. */
export type Tier = 'trial' | 'standard'

/** How many calls a window allows, and which calls count together. */
export interface Limit {
  readonly category: RateCategory | '*'
  /** The one operation of the category that it applies to; all of them when absent. */
  readonly operation?: LimitedOperation
  readonly window: keyof typeof windows
  readonly calls: number
  /** `user` is a user of an app; `ad_account` is the calls of an app for one ad account. */
  readonly per: 'app' | 'user' | 'ad_account'
}

/** Operations with a limit of their own beside that of their category, with the name of its bucket. */
const ownBuckets = {
  'analytics/get_report': 'analytics_get_report',
  'analytics/create_mmm_report': 'analytics_create_mmm_report',
  'events/create': 'ads_conversions_events',
} as const

/** The id of an operation with a limit of its own. */
export type LimitedOperation = keyof typeof ownBuckets

const owners = { app: 'app_id', user: 'app_id_user_id', ad_account: 'app_id_ad_account_id' } as const

/**
 * Returns the name of a limit's bucket in `x-ratelimit-limit`: the category, the operation or `safety_net` for all
 * calls, then the owner of the count. Observed for users of an app, and for `analytics_get_report_app_id`; the other
 * names follow the same pattern.
 *
 * @example bucketOf({ category: 'ads_read', window: 'per_minute', calls: 1000, per: 'user' }) //
 *   'ads_read_app_id_user_id'
 */
export function bucketOf({ category, operation, per }: Limit): string {
  const counted = operation === undefined ? category : ownBuckets[operation]
  return `${counted === '*' ? 'safety_net' : counted}_${owners[per]}`
}
