import { judgeTracking } from './details.ts'
import type { Campaign, State } from './state.ts'
import { isDraft } from './status.ts'
import type { Objections } from './verdict.ts'

const selling = ['CONSIDERATION', 'WEB_CONVERSION', 'SALES', 'LEADS', 'CATALOG_SALES']
const promotions: Readonly<Record<string, readonly string[]>> = {
  CONSIDERATION: ['STANDARD_AD', 'CATALOG'],
  SALES: ['STANDARD_AD', 'CATALOG'],
  WEB_CONVERSION: ['LEGACY', 'STANDARD_AD'],
  CATALOG_SALES: ['LEGACY'],
  // Of catalogs it is known that they are not for it; of the rest nothing is, and nothing is refused.
  CTV_CONSIDERATION: ['STANDARD_AD', 'LEGACY'],
}
/** What an objective may promote, its default first. */
export const promotionsOf = (objective: string): readonly string[] => promotions[objective] ?? ['STANDARD_AD']

const leastCap = 1_000_000

/** A cap that is set has a least amount, where it is new: what is stored already may be sent again. */
export function judgeCaps(row: Campaign, before: Campaign | undefined, objections: Objections): void {
  if (isDraft(row.status)) return
  for (const cap of ['daily_spend_cap', 'lifetime_spend_cap'] as const) {
    const small = row[cap] > 0 && row[cap] < leastCap
    objections.when(small && row[cap] !== before?.[cap], `${cap} is too small`, 1509)
  }
}

const caps = ['daily_spend_cap', 'lifetime_spend_cap', 'is_campaign_budget_optimization']

/** What holds for a campaign at rest; of a draft, only what does not wait for its publication. */
export function judgeCampaign({ features }: State, row: Campaign, objections: Objections): void {
  const { objective_type: objective, daily_spend_cap: daily, lifetime_spend_cap: lifetime } = row
  const cbo = row.is_campaign_budget_optimization
  const plus = row.is_performance_plus
  judgeTracking(row, objections)
  const shopping = selling.includes(objective)
  const on = (field: string, broken: boolean, why: string) => objections.about(['objective_type', field], broken, why)
  on('intended_promotion_type', !promotionsOf(objective).includes(row.intended_promotion_type), 'another promotion')
  on('is_performance_plus', plus && !shopping && objective !== 'APP_INSTALL', 'no Performance+ objective')
  on('is_automated_campaign', row.is_automated_campaign && !shopping, 'no objective of automated campaigns')
  on('is_top_of_search', row.is_top_of_search && !shopping, 'no objective of the top of search')
  const besidePlus = (field: 'is_automated_campaign' | 'is_top_of_search') =>
    objections.about(['is_performance_plus', field], plus && row[field], `Performance+ with ${field}`)
  besidePlus('is_automated_campaign')
  besidePlus('is_top_of_search')
  if (isDraft(row.status)) return
  const spending = (also: string, broken: boolean, why: string, code = 1) =>
    objections.about([...caps, also], broken, why, code)
  spending('', cbo && daily > 0 && lifetime > 0, 'both caps')
  spending('', cbo && daily === 0 && lifetime === 0, 'no cap', 2384)
  spending('end_time', cbo && lifetime > 0 && row.end_time === null, 'a lifetime cap without an end', 2384)
  spending('', !cbo && daily + lifetime > 0, 'a cap without CBO')
  const flexible = row.is_flexible_daily_budgets
  spending('is_flexible_daily_budgets', flexible && !(cbo && daily > 0), 'flexible without a daily cap')
  spending('is_automated_campaign', row.is_automated_campaign && daily === 0, 'automated without a daily cap')
  const plusFields = ['is_performance_plus', 'is_flexible_daily_budgets', ...caps]
  objections.about(plusFields, plus && daily > 0 && !flexible, 'Performance+ is flexible')
  objections.about(plusFields, plus && !cbo, 'Performance+ has the budget')
  objections.about(['is_campaign_budget_optimization'], !cbo && features.require_cbo, 'the account requires CBO')
  const ended = row.end_time !== null && row.end_time <= row.start_time
  objections.about(['start_time', 'end_time'], ended, 'it ends before it starts')
}
