import t from 'tap'
import { pinIn } from '../fixtures/pins.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'
import { recordedCalls } from './calls.ts'

const campaign = `id ad_account_id name objective_type lifetime_spend_cap daily_spend_cap order_line_id tracking_urls
  is_flexible_daily_budgets is_automated_campaign created_time updated_time type summary_status
  is_campaign_budget_optimization start_time end_time is_performance_plus is_top_of_search bid_options ext_features
  status intended_promotion_type`

const adGroup = `id created_time updated_time start_time end_time bid_in_micro_currency budget_in_micro_currency
  campaign_id ad_account_id auto_targeting_enabled type budget_type billable_event status lifetime_frequency_cap
  targeting_spec name placement_group pacing_delivery_type tracking_urls conversion_learning_mode_type summary_status
  feed_profile_id placement_traffic_type optimization_goal_metadata targeting_template_ids is_creative_optimization
  promotion_id promotion_ids promotion_application_level bid_multiplier ext_features bid_strategy_type
  enabled_catalog_expansion`

const adAccount = 'id name owner country currency permissions created_time updated_time time_zone'

const answered = async (operation: string, world: Mock): Promise<Json> =>
  (await recordedCalls[operation]?.(world))?.body

/** What the literal answers of the recordings, where they are known to the letter, have in which order. */
const orders: readonly (readonly [what: string, keys: string, of: (world: Mock) => Promise<Json>])[] = [
  ['a campaign that was created', campaign, async (world) => (await answered('campaigns/create', world)).items[0].data],
  ['a campaign that was changed', campaign, async (world) => (await answered('campaigns/update', world)).items[0].data],
  ['a campaign of a list', campaign, async (world) => (await answered('campaigns/list', world)).items[0]],
  ['an ad group that was created', adGroup, async (world) => (await answered('ad_groups/create', world)).items[0].data],
  [
    'an ad group of a list',
    `${adGroup} is_automated_campaign is_creative_expansion`,
    async (world) => (await answered('ad_groups/list', world)).items[0],
  ],
  ['an ad account of a list', adAccount, async (world) => (await answered('ad_accounts/list', world)).items[0]],
  [
    'an ad account that was created',
    adAccount.replace(' time_zone', ''),
    (world) => answered('ad_accounts/create', world),
  ],
  [
    'a keyword',
    'archived id parent_id parent_type type bid match_type value',
    async (world) => (await answered('keywords/create', world)).keywords[0],
  ],
  [
    'a promotion',
    `id ad_account_id platform_type promotion_title promotion_type template_values status discount_status
  promotion_custom_id start_time end_time`,
    (world) => answered('promotions/get', world),
  ],
  [
    'a lead form that was refused',
    'message error_code',
    async (world) => (await answered('lead_forms/create', world)).items[0].exceptions[0],
  ],
  ['the answer to keywords', 'keywords errors', (world) => answered('keywords/create', world)],
  [
    'an ad that was refused',
    'code message',
    async (world) => (await answered('ads/create', world)).items[0].exceptions,
  ],
  ['conversion events', 'num_events_processed num_events_received events', (world) => answered('events/create', world)],
]

for (const [what, keys, of] of orders) {
  t.test(`${what} has its keys in the recorded order`, async (t) => {
    t.equal(Object.keys(await of(await mock(t))).join(' '), keys.replaceAll(/\s+/g, ' '))
  })
}

t.test('labels that are refused are answered to the letter', async (t) => {
  const { call, account } = await mock(t, { features: { '*': { labels: false } } })
  const labels = [{ label_type: 'CUSTOM', value: 'Test Label' }]
  const { body } = await call('POST', `/v5/ad_accounts/${account}/labels`, { labels })
  const text = '{"data":{"value":"Test Label","label_type":"CUSTOM","status":"ACTIVE"}'
  t.equal(JSON.stringify(body), `{"errors":[${text},"error_messages":["Invalid access to labeling."]}],"labels":[]}`)
})

t.test('a Pin has its keys in the same order before a change and after it', async (t) => {
  const world = await mock(t)
  const { body: board } = await world.call('POST', '/v5/boards', { name: 'Ordered' })
  const pin = await pinIn(world, { board_id: board.id, title: 'First' })
  const { body: changed } = await world.call('PATCH', `/v5/pins/${pin.id}`, { title: 'Second' })
  t.strictSame(Object.keys(changed), Object.keys(pin))
  const { body: moved } = await world.call('PATCH', `/v5/pins/${pin.id}`, {
    board_id: board.id,
    link: 'https://a.example',
  })
  t.strictSame(Object.keys(moved), Object.keys(pin))
})
