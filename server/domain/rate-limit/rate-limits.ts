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

/** One of them. */
export type RateCategory = (typeof rateCategories)[number]

/** The windows that calls are counted in, by their length in seconds. Days begin at midnight, UTC. */
export const windows = { per_second: 1, per_minute: 60, per_day: 86_400 } as const

/** How many calls each window lets through; one that is absent lets all. */
export type Figures = { readonly [Name in keyof typeof windows]?: number | undefined }

/** Figures by category, and under `*` for all calls together. */
export type FiguresByCategory = { readonly [Category in RateCategory | '*']?: Figures | undefined }

/** What a world holds its callers to. `off` counts as the standard tier does, and refuses nothing. */
export type LimitSetting = 'off' | Tier | FiguresByCategory

/** What Pinterest grants an app: trial access at first, then standard. */
export type Tier = 'trial' | 'standard'

/** How many calls one window lets through, and whose calls it counts together. */
export interface Limit {
  readonly category: RateCategory | '*'
  /** The one operation of the category that it is on; absent where it is on all of them. */
  readonly operation?: LimitedOperation
  readonly window: keyof typeof windows
  readonly calls: number
  /** `user` is a user of an app; `ad_account` is what an app does to one ad account. */
  readonly per: 'app' | 'user' | 'ad_account'
}

/** A limit of one of Pinterest's tiers. */
export interface TierLimit extends Limit {
  readonly tier: Tier
  readonly evidence: Evidence
  readonly source: string
}

/** Operations that have a limit of their own beside that of their category, with what its bucket is called. */
const ownBuckets = {
  'analytics/get_report': 'analytics_get_report',
  'events/create': 'ads_conversions_events',
} as const

/** The id of such an operation. */
export type LimitedOperation = keyof typeof ownBuckets

const owners = { app: 'app_id', user: 'app_id_user_id', ad_account: 'app_id_ad_account_id' } as const

/**
 * What `x-ratelimit-limit` calls the bucket of a limit: whose calls it counts, behind the category, the operation or
 * `safety_net` for all calls together. Observed for users of an app, and for `analytics_get_report_app_id`; the names of
 * other buckets are put together alike.
 *
 * @example bucketOf({ category: 'ads_read', window: 'per_minute', calls: 1000, per: 'user' }) // 'ads_read_app_id_user_id'
 */
export function bucketOf({ category, operation, per }: Limit): string {
  const counted = operation === undefined ? category : ownBuckets[operation]
  return `${counted === '*' ? 'safety_net' : counted}_${owners[per]}`
}

/** Every limit that is known of, but the 10 test events a second of an app, which are not told apart here. */
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

/** The limits of a setting, those on all calls together first, as the real service tells them. */
export function limitsOf(setting: LimitSetting): readonly Limit[] {
  if (typeof setting !== 'string') {
    const { '*': together, ...others } = setting
    return Object.entries({ '*': together, ...others }).flatMap(explicit)
  }
  const tier = setting === 'off' ? 'standard' : setting
  return tierLimits.filter((limit) => limit.tier === tier)
}

/**
 * The limits that a call of an operation counts against. Conversions count by themselves: the 120,000 a minute that an
 * ad account has would never fit into the 100 a second of all calls together.
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
