import type { Answer, Json, Mock } from '../helper.ts'

/** A campaign that holds the budget of its ad groups. */
export const cbo = (mock: Mock, more: object = {}): Promise<Json> =>
  mock.create('/campaigns', { name: 'CBO', objective_type: 'AWARENESS', daily_spend_cap: 100_000_000, ...more })

/** A campaign that leaves budgets and times to its ad groups. */
export const perGroup = (mock: Mock, more: object = {}): Promise<Json> =>
  mock.create('/campaigns', {
    name: 'Per group',
    objective_type: 'AWARENESS',
    is_campaign_budget_optimization: false,
    ...more,
  })

/** A Performance+ campaign. */
export const performancePlus = (mock: Mock, more: object = {}): Promise<Json> =>
  cbo(mock, {
    objective_type: 'CONSIDERATION',
    is_performance_plus: true,
    is_flexible_daily_budgets: true,
    status: 'ACTIVE',
    start_time: mock.now,
    ...more,
  })

/** An ad group that the campaign takes, when its objective is AWARENESS; with its own budget where it needs one. */
export const adGroupIn = (campaign: Json, more: object = {}): Json => ({
  name: 'Ad group',
  campaign_id: campaign.id,
  billable_event: 'IMPRESSION',
  bid_in_micro_currency: 5_000_000,
  ...(!campaign.is_campaign_budget_optimization && { budget_in_micro_currency: 10_000_000 }),
  ...more,
})

/** What an ad group of a Performance+ campaign must have. */
export const automatic = {
  billable_event: 'CLICKTHROUGH',
  bid_in_micro_currency: null,
  bid_strategy_type: 'AUTOMATIC_BID',
  targeting_spec: { LOCATION: ['US'] },
} as const

/** The answer to creating one ad group in a campaign. */
export async function tryIn(mock: Mock, campaign: Json | Promise<Json>, more: object = {}): Promise<Answer> {
  return mock.post('/ad_groups', [adGroupIn(await campaign, more)])
}

/** An ad group created in a campaign. */
export async function madeIn(mock: Mock, campaign: Json | Promise<Json>, more: object = {}): Promise<Json> {
  return mock.create('/ad_groups', adGroupIn(await campaign, more))
}

/** The answer to changing one ad group. */
export const tryChange = (mock: Mock, { id }: Json, changes: object): Promise<Answer> =>
  mock.patch('/ad_groups', [{ id, ...changes }])

/** That many ad groups in a campaign. */
export async function fill(mock: Mock, campaign: Json, count: number, more: object = {}): Promise<readonly Json[]> {
  const made: Json[] = []
  while (made.length < count) {
    const batch = Array(Math.min(30, count - made.length)).fill(adGroupIn(campaign, more))
    const { body } = await mock.post('/ad_groups', batch)
    made.push(...body.items.map(({ data }: Json) => data))
  }
  return made
}

/** The ids of the rules that refused something in an answer. */
export const rulesOf = ({ headers }: Answer): readonly string[] => headers['x-mock-rules']?.split(',') ?? []
