import type { Evidence } from '../rules/rule.ts'
import type { Figures, Limit, LimitSetting, RateCategory, Tier } from './rate-limits.ts'

/** A limit of one of Pinterest's tiers. */
export interface TierLimit extends Limit {
  readonly tier: Tier
  readonly evidence: Evidence
  readonly source: string
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
  {
    ...standard('ads_analytics', 5, 'documented', 'ad_account'),
    operation: 'analytics/create_mmm_report',
    source: 'F14: S523 analytics/create_mmm_report',
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

function explicit([category, figures]: [string, Figures | undefined]): readonly Limit[] {
  const per = category === 'ads_conversions' ? 'ad_account' : 'user'
  return Object.entries(figures ?? {}).flatMap(([window, calls]) =>
    calls === undefined
      ? []
      : { category: category as Limit['category'], window: window as Limit['window'], calls, per },
  )
}
