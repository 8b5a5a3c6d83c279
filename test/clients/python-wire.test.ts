import t, { type Test } from 'tap'
import { type Json, mock } from '../support/mock.ts'
import { type models, raisedBy } from './python-types.ts'

const headers = {
  accept: 'application/json',
  'user-agent': 'pins-sdk/python/v0.2.4',
  'x-pinterest-app-type-detailed': '12',
}

/** JSON as Python writes it, with a space after each comma and colon. */
const pythonJson = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replaceAll(/([[{])\n\s*/g, '$1')
    .replaceAll(/\n\s*([\]}])/g, '$1')
    .replaceAll(/,\n\s*/g, ', ')

async function sdkOf(t: Test) {
  const { call, account } = await mock(t, { seed: 'small' })
  const send = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await call(method, `/v5${path}`, body === undefined ? undefined : pythonJson(body), headers)
    t.equal(answer.headers['content-type'], 'application/json')
    return answer
  }
  const below = `/ad_accounts/${account}`
  /** The one item of a batch, read as the SDK reads it. */
  const one = async (method: string, path: string, item: object): Promise<Json> => {
    const { status, body } = await send(method, below + path, [item])
    t.equal(status, 200, JSON.stringify(body))
    return body.items[0].data
  }
  const { body: pins } = await send('GET', '/pins?page_size=1')
  return { account, below, send, one, pin_id: pins.items[0].id as string }
}

const newCampaign = (ad_account_id: string) => ({
  ad_account_id,
  name: 'SDK Test Campaign',
  objective_type: 'AWARENESS',
  status: 'ACTIVE',
  lifetime_spend_cap: null,
  daily_spend_cap: 10_000_000,
  order_line_id: null,
  tracking_urls: null,
  start_time: null,
  end_time: null,
  is_campaign_budget_optimization: true,
  is_flexible_daily_budgets: false,
  default_ad_group_budget_in_micro_currency: null,
  is_automated_campaign: false,
})

const newAdGroup = (ad_account_id: string, campaign_id: string) => ({
  ad_account_id,
  name: 'SDK ad group',
  campaign_id,
  billable_event: 'IMPRESSION',
  budget_in_micro_currency: null,
  bid_in_micro_currency: 10_000_000,
  start_time: null,
  end_time: null,
  tracking_url: null,
  auto_targeting_enabled: false,
  targeting_spec: { age_bucket: ['35-44'], location: ['US'] },
})

const newAd = (ad_account_id: string, ad_group_id: string, pin_id: string) => ({
  ad_account_id,
  ad_group_id,
  creative_type: 'REGULAR',
  pin_id,
  status: 'ACTIVE',
  is_pin_deleted: false,
  is_removable: false,
  android_deep_link: null,
  carousel_android_deep_links: null,
  carousel_destination_urls: null,
  carousel_ios_deep_links: null,
  click_tracking_url: null,
  destination_url: null,
  ios_deep_link: null,
  name: null,
  tracking_urls: null,
  view_tracking_url: null,
})

t.test('the tree is created from bodies full of nulls, and read back without one that raises', async (t) => {
  const { account, below, send, one, pin_id } = await sdkOf(t)
  const campaign = await one('POST', '/campaigns', newCampaign(account))
  t.equal(campaign.tracking_urls, null)
  const group = await one('POST', '/ad_groups', newAdGroup(account, campaign.id))
  const ad = await one('POST', '/ads', newAd(account, group.id, pin_id))
  for (const [model, path, { id }] of [
    ['Campaign', 'campaigns', campaign],
    ['AdGroup', 'ad_groups', group],
    ['Ad', 'ads', ad],
  ] as const) {
    const { status, body } = await send('GET', `${below}/${path}/${id}`)
    t.equal(status, 200)
    t.same(raisedBy(model, body), [])
    t.equal(body.ad_account_id, account)
  }
})

t.test('a targeting spec comes back with the keys that were sent', async (t) => {
  const { account, one } = await sdkOf(t)
  const { id } = await one('POST', '/campaigns', newCampaign(account))
  const group = await one('POST', '/ad_groups', newAdGroup(account, id))
  t.strictSame(group.targeting_spec, { age_bucket: ['35-44'], location: ['US'] })
  const targeting_spec = { AGE_BUCKET: ['35-44'], LOCATION: ['US'] }
  const { targeting_spec: changed } = await one('PATCH', '/ad_groups', { id: group.id, targeting_spec })
  t.strictSame(changed, targeting_spec)
})

t.test('an item that succeeds has no exceptions or an empty list; an ad has none at all', async (t) => {
  const { account, below, send, pin_id } = await sdkOf(t)
  const { body: campaigns } = await send('POST', `${below}/campaigns`, [newCampaign(account)])
  const campaign_id = campaigns.items[0].data.id
  const { body: groups } = await send('POST', `${below}/ad_groups`, [newAdGroup(account, campaign_id)])
  const { body: ads } = await send('POST', `${below}/ads`, [newAd(account, groups.items[0].data.id, pin_id)])
  for (const { items } of [campaigns, groups]) t.same(items[0].exceptions ?? [], [])
  t.notOk('exceptions' in ads.items[0])
})

t.test(
  'an item that is refused has no data, or empty data; its exceptions are a list, and for an ad one object',
  async (t) => {
    const { account, below, send, pin_id } = await sdkOf(t)
    const { body: campaigns } = await send('POST', `${below}/campaigns`, [
      { ...newCampaign(account), daily_spend_cap: null },
    ])
    t.strictSame(campaigns.items[0].data, {})
    t.match(campaigns.items[0].exceptions, [{ code: 2384, message: String }])
    const { body: groups } = await send('POST', `${below}/ad_groups`, [newAdGroup(account, '123123123123')])
    t.match(groups, { items: [{ exceptions: [{ code: 2, message: 'Campaign not found.' }] }] })
    const { body: ads } = await send('POST', `${below}/ads`, [newAd(account, '123123123123', pin_id)])
    t.strictSame(Object.keys(ads.items[0]), ['exceptions'])
    t.match(ads.items[0].exceptions, { code: 2, message: 'Ad group not found.' })
  },
)

t.test('lists are filtered by ids in one value, and paged by a bookmark that needs no encoding', async (t) => {
  const { account, below, send, one } = await sdkOf(t)
  const made: string[] = []
  for (let count = 0; count < 3; count++) made.push((await one('POST', '/campaigns', newCampaign(account))).id)
  const query = `campaign_ids=${made.join('%2C')}&entity_statuses=ACTIVE%2CPAUSED&order=ASCENDING&page_size=2`
  const { body: first } = await send('GET', `${below}/campaigns?${query}`)
  t.match(first.bookmark, /^[\w.-]+$/)
  const { body: last } = await send('GET', `${below}/campaigns?${query}&bookmark=${first.bookmark}`)
  t.same(
    [...first.items, ...last.items].map(({ id }) => id),
    made,
  )
  t.equal(last.bookmark, null)
})

t.test('keywords are created, listed by ad group and archived', async (t) => {
  const { account, below, send, one } = await sdkOf(t)
  const { id } = await one('POST', '/campaigns', newCampaign(account))
  const { id: parent_id } = await one('POST', '/ad_groups', newAdGroup(account, id))
  const keywords = [{ match_type: 'BROAD', value: 'string', bid: 1000 }]
  const { body: created } = await send('POST', `${below}/keywords`, { keywords, parent_id })
  t.same(raisedBy('Keyword', created.keywords[0]), [])
  const { body: listed } = await send('GET', `${below}/keywords?ad_group_id=${parent_id}&page_size=25`)
  t.same(listed.items, created.keywords)
  const change = { id: created.keywords[0].id, archived: true }
  const { body: changed } = await send('PATCH', `${below}/keywords`, { keywords: [change] })
  t.match(changed.keywords, [{ ...change, match_type: 'BROAD' }])
})

t.test('a keyword without a match type refuses the call; one that a parent refuses leaves an empty list', async (t) => {
  const { account, below, send, one } = await sdkOf(t)
  const { id: parent_id } = await one('POST', '/campaigns', newCampaign(account))
  const nothing = { match_type: null, value: 'string', bid: null }
  t.match(await send('POST', `${below}/keywords`, { keywords: [nothing], parent_id }), {
    status: 400,
    body: { code: 1 },
  })
  const keywords = [{ match_type: 'BROAD', value: 'string', bid: null }]
  const { status, body } = await send('POST', `${below}/keywords`, { keywords, parent_id })
  t.equal(status, 200)
  t.same(body.keywords, [])
  t.match(body.errors, [{ error_messages: [String] }])
})

t.test('fields that the API does not know are taken, as the SDK sends them', async (t) => {
  const { account, below, send } = await sdkOf(t)
  const configs = ['aem_enabled', 'md_frequency', 'aem_fnln_enabled', 'aem_ph_enabled', 'aem_ge_enabled']
  const more = ['aem_db_enabled', 'aem_loc_enabled']
  const nulls = Object.fromEntries([...configs, ...more].map((name) => [name, null]))
  const { status: tagged, body: tag } = await send('POST', `${below}/conversion_tags`, { name: 'Tag', ...nulls })
  t.equal(tagged, 200)
  t.same(raisedBy('ConversionTag', tag), [])
  const list = { ad_account_id: account, name: 'List', records: 'test@pinterest.com', list_type: 'EMAIL' }
  const { body: customers } = await send('POST', `${below}/customer_lists`, { ...list, exceptions: null })
  t.match(customers, { num_batches: 1, num_uploaded_user_records: 1 })
  t.same(raisedBy('CustomerList', customers), [])
  const rule = { ad_account_id: account, engager_type: 1 }
  const audience = { ad_account_id: account, name: 'Audience', rule, audience_type: 'ENGAGEMENT', description: 'x' }
  const { body: made } = await send('POST', `${below}/audiences`, audience)
  t.same(raisedBy('Audience', made), [])
})

t.test('booleans may begin with a capital', async (t) => {
  const { below, send } = await sdkOf(t)
  for (const filter of ['True', 'False', 'true', 'false'])
    t.match(await send('GET', `${below}/conversion_tags?filter_deleted=${filter}`), {
      status: 200,
      body: { items: [] },
    })
  t.equal((await send('GET', '/ad_accounts?include_shared_accounts=False')).status, 200)
  t.match(await send('GET', `${below}/conversion_tags?filter_deleted=Perhaps`), { status: 400, body: { code: 1 } })
  const event = {
    ...{ event_name: 'checkout', action_source: 'web', event_time: 1_780_000_000, event_id: 'e1', opt_out: false },
    ...{ event_source_url: null, partner_name: null, app_id: null, app_name: null, app_version: null },
    ...{ device_brand: null, device_carrier: null, device_model: null, device_type: null, os_version: null },
    ...{ language: null, custom_data: null, user_data: { em: ['a'.repeat(64)] } },
  }
  const { status, body } = await send('POST', `${below}/events?test=True`, { data: [event] })
  t.equal(status, 200, JSON.stringify(body))
  t.match(body, { num_events_received: 1, num_events_processed: 1, events: [{ status: 'processed' }] })
})

t.test('query parameters that are not documented are passed over', async (t) => {
  const { send } = await sdkOf(t)
  t.equal((await send('GET', '/boards?include_empty=false&include_archived=false')).status, 200)
})

const statuses: readonly [string, number, string, string][] = [
  ['an unknown campaign', 404, 'GET', '/ad_accounts/549755885262/campaigns/123123123123'],
  ["a stranger's ad account", 403, 'GET', '/ad_accounts/123/campaigns'],
  ['a page size that is none', 400, 'GET', '/ad_accounts?page_size=ten'],
]

for (const [what, status, method, path] of statuses) {
  t.test(`${what} answers ${status} with a code and a message`, async (t) => {
    const { send } = await sdkOf(t)
    const answer = await send(method, path)
    t.match(answer, { status, body: { code: Number, message: String } })
  })
}

const lists: readonly [keyof typeof models, string][] = [
  ['AdAccount', '/ad_accounts'],
  ['Campaign', '/campaigns'],
  ['AdGroup', '/ad_groups'],
  ['Ad', '/ads'],
  ['Keyword', '/keywords'],
  ['Audience', '/audiences'],
  ['CustomerList', '/customer_lists'],
  ['ConversionTag', '/conversion_tags'],
  ['Board', '/boards'],
  ['Pin', '/pins'],
]

t.test(
  'what raises is found: a null, a fraction, an amount beyond 32 bits, an unknown value, an id with letters',
  async (t) => {
    t.same(raisedBy('Campaign', { id: 'C1', name: null, daily_spend_cap: 1.5, objective_type: 'SALES' }), [
      'Campaign.name is null',
      'Campaign.daily_spend_cap is 1.5',
      'Campaign.objective_type is SALES',
      'Campaign.id is C1',
    ])
    t.same(raisedBy('AdGroup', { bid_in_micro_currency: 2 ** 31 }), ['AdGroup.bid_in_micro_currency is 2147483648'])
    t.same(raisedBy('AdAccount', { owner: { id: null } }), ['AdAccount.owner.id is null'])
  },
)

t.test('nothing that the seed lists raises in the generated client', async (t) => {
  const { below, send } = await sdkOf(t)
  const ofUser = ['AdAccount', 'Board', 'Pin']
  for (const [model, path] of lists) {
    const { body } = await send('GET', `${ofUser.includes(model) ? '' : below}${path}?page_size=100`)
    t.ok(body.items.length > 0, `${model}: there is something to read`)
    for (const item of body.items) t.same(raisedBy(model, item), [], item.name)
  }
})
