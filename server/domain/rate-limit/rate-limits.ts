import type { Evidence } from '../rules/rule.ts'

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

/** A limit of one of Pinterest's tiers. */
export interface TierLimit extends Limit {
  readonly tier: Tier
  readonly evidence: Evidence
  readonly source: string
}

/** Operations with a limit of their own beside that of their category, with the name of its bucket. */
const ownBuckets = {
  'analytics/get_report': 'analytics_get_report',
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

/** Every known limit, except that of 10 test events a second per app: test events count like others here. */
export const tierLimits: readonly TierLimit[] = [
  trial('*', 1000, 'documented'),
  trial('ads_analytics', 1000),
  trial('ads_conversions', 1000, 'second-hand', 'ad_account'),
  trial('ads_read', 1000),
  trial('ads_write', 300),
  trial('org_read', 1000),
  trial('org_write', 300),
  { ...standard('*', 100, 'observed'), window: 'per_second' },
  standard('ads_analytics', 300, 'observed'),
  {
    ...standard('ads_analytics', 800, 'observed', 'app'),
    operation: 'analytics/get_report',
    source: 'C8 (REC)',
  },
  standard('ads_conversions', 120_000, 'second-hand', 'ad_account'),
  {
    ...standard('ads_conversions', 5000, 'documented', 'ad_account'),
    operation: 'events/create',
    source: 'F166: S523 events/create',
  },
  standard('ads_read', 1000, 'observed'),
  standard('ads_write', 400),
  standard('ads_estimates_read', 1000, 'assumed'),
  standard('advanced_auction_read', 1000, 'assumed'),
  standard('advanced_auction_write', 400, 'assumed'),
  standard('catalogs_read', 100, 'observed'),
  { ...standard('catalogs_write', 100, 'observed'), source: 'F30 (WOOLOG)' },
  standard('msot_write', 400, 'assumed'),
  standard('org_analytics', 60),
  standard('org_read', 1000, 'observed'),
  standard('org_write', 100),
  standard('trends_read', 60, 'observed'),
]

/** Returns the limits of a setting, those on all calls together first, in the order of the real service. */
export function limitsOf(setting: LimitSetting): readonly Limit[] {
  if (typeof setting !== 'string') {
    const { '*': together, ...others } = setting
    return Object.entries({ '*': together, ...others }).flatMap(explicit)
  }
  const tier = setting === 'off' ? 'standard' : setting
  return tierLimits.filter((limit) => limit.tier === tier)
}

/**
 * Returns the limits that apply to a call. Conversions count only against their own: the 120,000 a minute of an ad
 * account would exceed the 100 a second of all calls together.
 */
export const limitsOn = (category: string, limits: readonly Limit[], operation?: string): readonly Limit[] =>
  limits.filter(
    (limit) =>
      (limit.category === category || (limit.category === '*' && category !== 'ads_conversions')) &&
      (limit.operation === undefined || limit.operation === operation),
  )

type Row = [category: RateCategory | '*', calls: number, evidence?: Evidence, per?: Limit['per']]

function trial(...[category, calls, evidence = 'second-hand', per = 'app']: Row): TierLimit {
  return { tier: 'trial', category, window: 'per_day', calls, per, evidence, source: sourceOf(evidence) }
}

function standard(...[category, calls, evidence = 'second-hand', per = 'user']: Row): TierLimit {
  return { tier: 'standard', category, window: 'per_minute', calls, per, evidence, source: sourceOf(evidence) }
}

function sourceOf(evidence: Evidence): string {
  if (evidence === 'assumed') return 'a decision of this project: as ads_read or ads_write'
  if (evidence === 'observed') return 'F30 (REC)'
  return evidence === 'documented' ? 'RL' : 'RL, as others have copied it'
}

function explicit([category, figures]: [string, Figures | undefined]): readonly Limit[] {
  const per = category === 'ads_conversions' ? 'ad_account' : 'user'
  return Object.entries(figures ?? {}).flatMap(([window, calls]) =>
    calls === undefined
      ? []
      : { category: category as Limit['category'], window: window as Limit['window'], calls, per },
  )
}
