import { testNow } from '../helper.ts'
import { awareness, changing, consideration, creating } from '../resources/sample-campaigns.ts'
import type { RuleCase } from './case.ts'

const day = 86_400

/** A field that a paused campaign has fixed, and a draft has not. */
const lock = (field: string, item: object, change: object): RuleCase => ({
  rule: `campaign.locked.${field}`,
  refused: changing({ ...item, status: 'PAUSED' }, change),
  passes: changing({ ...item, status: 'DRAFT' }, change),
})

const withoutOptimization = { ...consideration, daily_spend_cap: 0, is_campaign_budget_optimization: false }

const lockCases: readonly RuleCase[] = [
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

const trackedBy = (click: readonly string[]) => creating({ ...awareness, tracking_urls: { click } })
const urlOf = (length: number): string => 'https://example.com/'.padEnd(length, 'x')

/** Cases of the rules about any campaign's content but its budget. */
export const campaignCases: readonly RuleCase[] = [
  {
    rule: 'campaign.exists',
    refused: ({ patch }) => patch('/campaigns', [{ id: '626700000000', name: 'Renamed' }]),
    passes: changing(awareness, { name: 'Renamed' }),
  },
  {
    rule: 'campaign.status.final',
    refused: async ({ create, change, patch }) => {
      const { id } = await create('/campaigns', awareness)
      await change('/campaigns', { id, status: 'ARCHIVED' })
      return patch('/campaigns', [{ id, name: 'Renamed' }])
    },
    passes: async ({ create, change, patch }) => {
      const { id } = await create('/campaigns', awareness)
      await change('/campaigns', { id, status: 'PAUSED' })
      return patch('/campaigns', [{ id, name: 'Renamed' }])
    },
  },
  {
    rule: 'campaign.status.transition',
    refused: changing(awareness, { status: 'DRAFT' }),
    passes: changing(awareness, { status: 'PAUSED' }),
  },
  ...lockCases,
  {
    rule: 'campaign.objective.promotion-type',
    refused: creating({ ...awareness, intended_promotion_type: 'CATALOG' }),
    passes: creating({ ...awareness, intended_promotion_type: 'STANDARD_AD' }),
  },
  {
    rule: 'campaign.objective.app',
    refused: creating({ ...awareness, app_id: '1234' }),
    passes: creating({ ...awareness, app_id: '1234', objective_type: 'APP_INSTALL' }),
  },
  {
    rule: 'campaign.schedule.end-after-start',
    refused: creating({ ...awareness, start_time: testNow + day, end_time: testNow + day }),
    passes: creating({ ...awareness, start_time: testNow + day, end_time: testNow + day + 1 }),
  },
  {
    rule: 'campaign.schedule.end-in-future',
    refused: creating({ ...awareness, start_time: testNow - day, end_time: testNow }),
    passes: creating({ ...awareness, start_time: testNow - day, end_time: testNow + 1 }),
  },
  {
    rule: 'campaign.tracking.three-urls',
    refused: trackedBy(Array(4).fill('https://example.com/')),
    passes: trackedBy(Array(3).fill('https://example.com/')),
  },
  {
    rule: 'campaign.tracking.url-length',
    refused: trackedBy([urlOf(2001)]),
    passes: trackedBy([urlOf(2000)]),
  },
]
