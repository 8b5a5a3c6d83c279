import { awareness, changing, consideration, creating, orderLineIn } from '../fixtures/campaigns.ts'
import { testNow } from '../support/mock.ts'
import { anytime, complete } from './campaign-moments.ts'
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

const trackedBy = (count: number, url: string) => ({ ...awareness, tracking_urls: { click: Array(count).fill(url) } })
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
    { ...awareness, start_time: testNow + day, end_time: testNow + day },
    { ...awareness, start_time: testNow + day, end_time: testNow + day + 1 },
  ),
  ...complete(
    'campaign.schedule.end-in-future',
    { ...awareness, start_time: testNow - day, end_time: testNow },
    { ...awareness, start_time: testNow - day, end_time: testNow + 1 },
  ),
  ...anytime(
    'campaign.tracking.three-urls',
    trackedBy(4, 'https://example.com/'),
    trackedBy(3, 'https://example.com/'),
  ),
  ...anytime('campaign.tracking.url-length', trackedBy(1, urlOf(2001)), trackedBy(1, urlOf(2000))),
  {
    rule: 'campaign.order-line.exists',
    refused: creating({ ...awareness, order_line_id: '549100000001' }),
    passes: (mock) => creating({ ...awareness, order_line_id: orderLineIn(mock) })(mock),
  },
  {
    rule: 'campaign.order-line.exists',
    moment: 'on change',
    refused: changing(awareness, { order_line_id: '549100000001' }),
    passes: changing(awareness, { order_line_id: '0' }),
  },
  {
    rule: 'campaign.order-line.expired',
    refused: (mock) => creating({ ...awareness, order_line_id: orderLineIn(mock, { end_time: mock.now }) })(mock),
    passes: (mock) => creating({ ...awareness, order_line_id: orderLineIn(mock, { end_time: mock.now + 1 }) })(mock),
  },
  {
    rule: 'campaign.order-line.expired',
    moment: 'on change',
    refused: (mock) => changing(awareness, { order_line_id: orderLineIn(mock, { end_time: mock.now }) })(mock),
    passes: (mock) => changing(awareness, { order_line_id: orderLineIn(mock, { end_time: mock.now + 1 }) })(mock),
  },
]
