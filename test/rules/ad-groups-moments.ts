import { automatic, cbo, madeIn, perGroup, tryChange } from '../fixtures/ad-groups.ts'
import type { Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const hour = 3600

/** An update that a rule refuses, and the nearest one that passes, of an ad group made for each. */
const updating = (
  rule: string,
  made: (mock: Mock) => Promise<Json>,
  refused: (mock: Mock) => object,
  passes: (mock: Mock) => object,
): RuleCase => ({
  rule,
  moment: 'in an update',
  refused: async (mock) => tryChange(mock, await made(mock), refused(mock)),
  passes: async (mock) => tryChange(mock, await made(mock), passes(mock)),
})

const underCbo = (mock: Mock): Promise<Json> => madeIn(mock, cbo(mock))
const withBudget = (mock: Mock): Promise<Json> => madeIn(mock, perGroup(mock))
const withLifetime = (mock: Mock): Promise<Json> =>
  madeIn(mock, perGroup(mock), { budget_type: 'LIFETIME', end_time: mock.now + hour })
const ofVideo = (mock: Mock): Promise<Json> =>
  madeIn(mock, cbo(mock, { objective_type: 'VIDEO_COMPLETION' }), { ...automatic, billable_event: 'IMPRESSION' })
const goal = (fields: object) => ({ conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT', ...fields } })
const ofConversions = (mock: Mock): Promise<Json> =>
  madeIn(mock, cbo(mock, { objective_type: 'WEB_CONVERSION' }), { optimization_goal_metadata: goal(cpa) })
const cpa = { cpa_goal_value_in_micro_currency: '2000000' }

/** Rules that a creation shows too, where an update of one field breaks them. */
export const adGroupUpdateCases: readonly RuleCase[] = [
  updating(
    'ad_group.budget.cbo-none',
    underCbo,
    () => ({ budget_in_micro_currency: 1 }),
    () => ({ budget_in_micro_currency: 0 }),
  ),
  updating(
    'ad_group.budget.required',
    withBudget,
    () => ({ budget_in_micro_currency: null }),
    () => ({ budget_in_micro_currency: 1 }),
  ),
  updating(
    'ad_group.budget.cbo-pacing',
    underCbo,
    () => ({ pacing_delivery_type: 'ACCELERATED' }),
    () => ({ pacing_delivery_type: 'STANDARD' }),
  ),
  updating(
    'ad_group.budget.lifetime-needs-end',
    withLifetime,
    () => ({ end_time: null }),
    ({ now }) => ({ end_time: now + 2 * hour }),
  ),
  updating(
    'ad_group.schedule.end-after-start',
    withLifetime,
    ({ now }) => ({ start_time: now + hour }),
    ({ now }) => ({ start_time: now + hour - 1 }),
  ),
  updating(
    'ad_group.bid.video-completion',
    ofVideo,
    () => ({ bid_strategy_type: 'MAX_BID' }),
    () => ({ bid_strategy_type: 'AUTOMATIC_BID' }),
  ),
  updating(
    'ad_group.bid.web-conversion',
    ofConversions,
    () => ({ optimization_goal_metadata: goal({}) }),
    () => ({ optimization_goal_metadata: goal(cpa) }),
  ),
  updating(
    'ad_group.targeting.geo-kinds',
    underCbo,
    () => ({ targeting_spec: { GEO: ['BE-VOV', 'US-94107'] } }),
    () => ({ targeting_spec: { GEO: ['BE-VOV', 'BE-VLI'] } }),
  ),
  updating(
    'ad_group.tracking.url-length',
    underCbo,
    () => ({ tracking_urls: { click: ['x'.repeat(2001)] } }),
    () => ({ tracking_urls: { click: ['x'.repeat(2000)] } }),
  ),
  {
    rule: 'ad_group.budget.cbo-type',
    moment: 'when a draft is published in another campaign',
    also: ['ad_group.budget.cbo-none'],
    refused: async (mock) => {
      const draft = await madeIn(mock, perGroup(mock), { status: 'DRAFT' })
      return tryChange(mock, draft, { campaign_id: (await cbo(mock)).id, status: 'ACTIVE' })
    },
    passes: async (mock) => {
      const draft = await madeIn(mock, perGroup(mock), { status: 'DRAFT' })
      return tryChange(mock, draft, { campaign_id: (await perGroup(mock)).id, status: 'ACTIVE' })
    },
  },
]
