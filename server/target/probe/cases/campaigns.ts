import type { ProbeCase } from '../probe-case.ts'
import {
  anytime,
  awareness,
  changing,
  complete,
  consideration,
  creating,
  type Fields,
  patching,
} from './campaign-calls.ts'

/** A field that a paused campaign has fixed, and a draft has not. */
const lock = (field: string, item: Fields, change: Fields): ProbeCase => ({
  rule: `campaign.locked.${field}`,
  refused: changing({ ...item, status: 'PAUSED' }, change),
  passes: changing({ ...item, status: 'DRAFT' }, change),
})

const withoutOptimization = { ...consideration, daily_spend_cap: 0, is_campaign_budget_optimization: false }

const lockCases: readonly ProbeCase[] = [
  lock('objective_type', awareness, { objective_type: 'CONSIDERATION' }),
  lock('intended_promotion_type', consideration, { intended_promotion_type: 'CATALOG' }),
  lock('is_campaign_budget_optimization', withoutOptimization, {
    is_campaign_budget_optimization: true,
    daily_spend_cap: 5_000_000,
  }),
  lock('is_automated_campaign', consideration, { is_automated_campaign: true }),
  lock('is_performance_plus', { ...consideration, is_flexible_daily_budgets: true }, { is_performance_plus: true }),
  lock('is_top_of_search', consideration, { is_top_of_search: true }),
]

const trackedBy = (count: number, url: string): Fields => ({
  ...awareness,
  tracking_urls: { click: Array<string>(count).fill(url) },
})
const urlOf = (length: number): string => 'https://example.com/'.padEnd(length, 'x')

/** A campaign that was changed to a status before. */
const renamedAfter = (status: string) => ({
  setup: [
    { as: 'campaign', ...creating(awareness) },
    { as: 'changed', ...patching('{{campaign.id}}', { status }) },
  ],
  ...patching('{{campaign.id}}', { name: '{{name renamed}}' }),
})

/** Cases of the rules about any campaign's content but its budget. */
export const campaignCases: readonly ProbeCase[] = [
  {
    rule: 'campaign.exists',
    refused: patching('1', { name: '{{name}}' }),
    passes: changing(awareness, { name: '{{name renamed}}' }),
  },
  { rule: 'campaign.status.final', refused: renamedAfter('ARCHIVED'), passes: renamedAfter('PAUSED') },
  {
    rule: 'campaign.status.transition',
    refused: changing(awareness, { status: 'DRAFT' }),
    passes: changing({ ...awareness, status: 'DRAFT' }, { status: 'PAUSED' }),
  },
  ...lockCases,
  ...anytime(
    'campaign.objective.promotion-type',
    { ...awareness, intended_promotion_type: 'CATALOG' },
    { ...awareness, intended_promotion_type: 'STANDARD_AD' },
  ),
  {
    rule: 'campaign.objective.promotion-type',
    moment: 'for leads',
    refused: creating({ ...awareness, objective_type: 'LEADS', intended_promotion_type: 'CATALOG' }),
    passes: creating({ ...awareness, objective_type: 'SALES', intended_promotion_type: 'CATALOG' }),
  },
  ...anytime(
    'campaign.objective.app',
    { ...awareness, app_id: '1234' },
    { ...awareness, app_id: '1234', objective_type: 'APP_INSTALL' },
  ),
  {
    rule: 'campaign.objective.app',
    moment: 'for a platform',
    refused: creating({ ...awareness, app_platform: 'IOS' }),
    passes: creating({ ...awareness, app_platform: 'IOS', objective_type: 'APP_INSTALL' }),
  },
  ...complete(
    'campaign.schedule.end-after-start',
    { ...awareness, start_time: '{{now+86400}}', end_time: '{{now+86400}}' },
    { ...awareness, start_time: '{{now+86400}}', end_time: '{{now+172800}}' },
  ),
  ...complete(
    'campaign.schedule.end-in-future',
    { ...awareness, start_time: '{{now-86400}}', end_time: '{{now-3600}}' },
    { ...awareness, start_time: '{{now-86400}}', end_time: '{{now+3600}}' },
  ),
  ...anytime(
    'campaign.tracking.three-urls',
    trackedBy(4, 'https://example.com/'),
    trackedBy(3, 'https://example.com/'),
  ),
  ...anytime('campaign.tracking.url-length', trackedBy(1, urlOf(2001)), trackedBy(1, urlOf(2000))),
  {
    rule: 'campaign.order-line.exists',
    refused: creating({ ...awareness, order_line_id: '1' }),
    passes: creating(awareness),
  },
  {
    rule: 'campaign.order-line.exists',
    moment: 'on change',
    refused: changing(awareness, { order_line_id: '1' }),
    passes: changing(awareness, { order_line_id: '0' }),
  },
]
