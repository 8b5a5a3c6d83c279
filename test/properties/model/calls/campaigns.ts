import fc from '#test/support/fast-check.ts'
import { tracking } from './details.ts'
import { change, day, type Fields, money, name, nearly, orNull, status } from './items.ts'
import { moment } from './references.ts'

const flag = orNull(fc.boolean())
const objective = fc.constantFrom(
  'AWARENESS',
  'CONSIDERATION',
  'WEB_CONVERSION',
  'CATALOG_SALES',
  'VIDEO_COMPLETION',
  'APP_INSTALL',
  'SALES',
  'LEADS',
  'CTV_CONSIDERATION',
)

const campaignFields: Fields = {
  name,
  objective_type: objective,
  status,
  daily_spend_cap: money,
  lifetime_spend_cap: money,
  is_campaign_budget_optimization: flag,
  is_flexible_daily_budgets: flag,
  is_automated_campaign: flag,
  is_performance_plus: flag,
  is_top_of_search: flag,
  intended_promotion_type: orNull(fc.constantFrom('LEGACY', 'STANDARD_AD', 'CATALOG')),
  start_time: orNull(moment),
  end_time: orNull(fc.oneof({ weight: 5, arbitrary: moment }, fc.constant(-1))),
  tracking_urls: tracking,
}

const end = { $: 'now', plus: 10 * day }
const past = { start_time: { $: 'now', plus: -day } }
const plus = { is_performance_plus: true, status: 'ACTIVE', start_time: { $: 'now', plus: 0 } }
const daily = { name: 'c', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
const unbudgeted = { name: 'c', objective_type: 'CONSIDERATION', is_campaign_budget_optimization: false }

/** A campaign to be created. */
export const newCampaign = nearly(
  [
    daily,
    { name: 'c', objective_type: 'SALES', lifetime_spend_cap: 50_000_000, end_time: end },
    unbudgeted,
    { ...unbudgeted, end_time: end },
    { name: 'c', objective_type: 'VIDEO_COMPLETION' },
    { name: 'c', objective_type: 'WEB_CONVERSION', daily_spend_cap: 5_000_000 },
    { name: 'c', objective_type: 'WEB_CONVERSION', is_campaign_budget_optimization: false, end_time: end },
    { ...daily, ...plus, objective_type: 'CONSIDERATION', is_flexible_daily_budgets: true },
    { ...daily, ...plus, objective_type: 'CATALOG_SALES', is_flexible_daily_budgets: true, status: 'PAUSED' },
    { ...daily, ...past, end_time: { $: 'now', plus: 1 } },
    { ...unbudgeted, ...past, status: 'DRAFT' },
    { ...daily, objective_type: 'SALES', is_automated_campaign: true },
    { name: 'c', objective_type: 'AWARENESS', status: 'DRAFT' },
    { name: 'c', objective_type: 'CATALOG_SALES', status: 'DRAFT', is_campaign_budget_optimization: false },
  ],
  campaignFields,
)

/** What changes about a campaign. */
export const campaignChange = change(
  'campaign',
  [
    { status: 'ACTIVE' },
    { is_campaign_budget_optimization: false, daily_spend_cap: 0, lifetime_spend_cap: 0 },
    { is_campaign_budget_optimization: true, daily_spend_cap: 5_000_000 },
    { daily_spend_cap: 0, lifetime_spend_cap: 50_000_000, end_time: end },
    { is_performance_plus: true, is_flexible_daily_budgets: true },
    { start_time: { $: 'now', plus: -day }, end_time: { $: 'now', plus: 0 } },
    { start_time: { $: 'now', plus: -day }, end_time: { $: 'now', plus: 1 }, status: 'PAUSED' },
  ],
  campaignFields,
)
