import t from 'tap'
import { storeSetting } from '#db/settings.ts'
import { type Json, mock } from '../support/mock.ts'

const campaign = { ad_account: 'shop', name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const shop = { ad_accounts: [{ alias: 'shop', name: 'Shop' }], campaigns: [{ alias: 'sale', ...campaign }] }
const yaml = { 'content-type': 'application/yaml' }

t.test('a seed is added to what is there, and answers the ids by alias', async (t) => {
  const { call, account } = await mock(t)
  const { status, body } = await call('POST', '/__mock/seed', shop)
  t.equal(status, 200)
  const { items } = (await call('GET', '/v5/ad_accounts')).body
  t.same(
    items.map(({ id }: Json) => id),
    [account, body.ad_accounts.shop],
  )
  const campaigns = (await call('GET', `/v5/ad_accounts/${body.ad_accounts.shop}/campaigns`)).body.items
  t.match(campaigns, [{ id: body.campaigns.sale, name: 'Sale' }])
})

t.test('a seed may be YAML', async (t) => {
  const { call } = await mock(t)
  const text = 'ad_accounts:\n  - { alias: shop, name: Shop } # the one\n'
  const { body } = await call('POST', '/__mock/seed', text, yaml)
  t.match((await call('GET', `/v5/ad_accounts/${body.ad_accounts.shop}`)).body, { name: 'Shop' })
})

t.test('it names what is there by its id', async (t) => {
  const { call, account, get } = await mock(t)
  const { body } = await call('POST', '/__mock/seed', { campaigns: [{ ...campaign, alias: 'a', ad_account: account }] })
  t.match((await get('/campaigns')).body.items, [{ id: body.campaigns.a }])
})

t.test(
  'it names what is there by the alias of an earlier seed, also of the one that the world began with',
  async (t) => {
    const { call, get } = await mock(t, { seed: 'small' })
    const ad_group = { alias: 'group', campaign: 'spring-sale', name: 'Added', billable_event: 'CLICKTHROUGH' }
    const bid = { bid_in_micro_currency: 1_000_000 }
    const { body } = await call('POST', '/__mock/seed', { ad_groups: [{ ...ad_group, ...bid }] })
    const { body: ids } = await call('GET', '/__mock/seed')
    t.equal(ids.ad_groups.group, body.ad_groups.group)
    const { body: found } = await get(`/ad_groups/${body.ad_groups.group}`)
    t.match(found, { name: 'Added', campaign_id: ids.campaigns['spring-sale'] })
  },
)

t.test('the latest of an alias counts', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/seed', shop)
  const { body } = await call('POST', '/__mock/seed', shop)
  t.strictSame((await call('GET', '/__mock/seed')).body, body)
})

t.test('an alias of what has been deleted names nothing', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/seed', { boards: [{ alias: 'trails', name: 'Trails' }] })
  await call('DELETE', `/v5/boards/${body.boards.trails}`)
  const section = { board_sections: [{ board: 'trails', name: 'Day hikes' }] }
  t.match(
    (await call('POST', '/__mock/seed', section)).body.message,
    /board_sections\[0\]\.board: 'trails' is not among/,
  )
})

t.test('ids by alias go with forks', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/seed', shop)
  await call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  t.strictSame((await call('GET', '/w/fork/__mock/seed')).body, body)
  t.strictSame((await call('GET', '/w/other/__mock/seed')).body, {})
})

t.test('a seed that is refused stores nothing, and says where and why', async (t) => {
  const { call } = await mock(t)
  const before = (await call('GET', '/__mock/state')).body
  const campaigns = [
    { alias: 'sale', ...campaign },
    { ...campaign, daily_spend_cap: 0 },
  ]
  const { status, headers, body } = await call('POST', '/__mock/seed', { ...shop, campaigns })
  t.equal(status, 400)
  t.equal(headers['x-mock-rules'], 'control.seed')
  t.equal(
    body.message,
    'The seed is refused: campaigns[1].daily_spend_cap: CBO (campaign budget optimization) campaigns should have a campaign [lifetime_spend_cap and end_time] or [daily_spend_cap]. (campaign.budget.required)',
  )
  t.strictSame((await call('GET', '/__mock/state')).body, before)
})

t.test('a mistake in YAML is told with its line and column', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/__mock/seed', 'boards:\n  - nmae: Trails\n', yaml)
  t.equal(status, 400)
  t.match(
    body.message,
    'The seed is refused: 2:5 boards[0].name: is required\n2:5 boards[0].nmae: there is no such field.',
  )
})

for (const [what, body, type] of [
  ['no object', '[]', 'application/json'],
  ['nothing', undefined, 'application/json'],
  ['a prototype', '{"__proto__": {}}', 'application/json'],
  ['a prototype in YAML', '__proto__: {}', 'application/yaml'],
] as const) {
  t.test(`a seed that is ${what} is refused`, async (t) => {
    const { call } = await mock(t)
    const { status, body: answer } = await call('POST', '/__mock/seed', body, { 'content-type': type })
    t.equal(status, 400, JSON.stringify(answer))
  })
}

t.test("a seed goes by the world's time, which then goes on as before", async (t) => {
  const { call, clock, now } = await mock(t)
  clock.tick()
  const times = { created: '-P10D', start_time: '-P5D' }
  const { body } = await call('POST', '/__mock/seed', { ...shop, campaigns: [{ ...shop.campaigns[0], ...times }] })
  t.equal((await call('GET', '/__mock/time')).body.frozen, false)
  const { body: stored } = await call(
    'GET',
    `/v5/ad_accounts/${body.ad_accounts.shop}/campaigns/${body.campaigns.sale}`,
  )
  const days = (seconds: number): number => Math.round((now - seconds) / 86_400)
  t.same([days(stored.created_time), days(stored.start_time)], [10, 5])
})

t.test("a seed goes by the world's rules and features", async (t) => {
  const { call, account } = await mock(t, { rules: { 'campaign.budget.required': { off: true } } })
  const campaigns = [{ ad_account: account, name: 'No budget', objective_type: 'AWARENESS' }]
  t.equal((await call('POST', '/__mock/seed', { campaigns })).status, 200)
})

const boards = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Board ${index}` }))

for (const [what, seed, nearest, message, type] of [
  ['more entities', { boards: boards(2001) }, { boards: boards(2000) }, /2001 entities, and a call takes 2000/],
  [
    'longer lists',
    { labels: [{ ad_account: 'none', campaigns: Array(10_001).fill('none') }] },
    { labels: [{ ad_account: 'none', campaigns: Array(10_000).fill('none') }] },
    /lists of 10001 together/,
  ],
  [
    'more values',
    { boards: [{ name: Array(50_000).fill(0) }] },
    { boards: [{ name: Array(9_000).fill(0) }] },
    /more than 50000 values/,
  ],
  [
    'longer YAML',
    `# ${'x'.repeat(2 ** 19)}`,
    `# ${'x'.repeat(2 ** 19 - 2)}`,
    /YAML of up to 524288/,
    'application/yaml',
  ],
] as const) {
  t.test(`a seed with ${what} than a call takes is refused, with what to do`, async (t) => {
    const { call } = await mock(t)
    const headers = { 'content-type': type ?? 'application/json' }
    const { status, body } = await call('POST', '/__mock/seed', seed, headers)
    t.equal(status, 400)
    t.match(body.message, message)
    t.match(body.message, /Send it in parts, or start the server with it/)
    t.notMatch((await call('POST', '/__mock/seed', nearest, headers)).body.message ?? '', /in parts/)
  })
}

t.test('a world of a seed that takes long to make is made while others are answered', async (t) => {
  const { call } = await mock(t)
  const making = call('POST', '/__mock/worlds', { name: 'large', from: { seed: 'large' } })
  const again = call('POST', '/w/other/__mock/reset', { from: { seed: 'large' } })
  t.equal((await call('GET', '/__mock/time')).status, 200)
  t.equal((await making).status, 200)
  t.equal((await again).status, 200)
  const [account] = (await call('GET', '/w/large/v5/ad_accounts')).body.items
  t.equal((await call('GET', `/w/large/v5/ad_accounts/${account.id}/campaigns?page_size=250`)).body.items.length, 250)
})

t.test('nothing is put on top of a world with more than 100,000 aliases', async (t) => {
  const { call, worlds } = await mock(t)
  const aliases = (count: number) => ({
    boards: Object.fromEntries(Array.from({ length: count }, (_, at) => [`b${at}`, '1'])),
  })
  storeSetting(worlds.world('default').db, 'aliases', aliases(100_001))
  t.match(await call('POST', '/__mock/seed', { boards: boards(1) }), {
    status: 400,
    body: { message: /100001 aliases/ },
  })
  storeSetting(worlds.world('default').db, 'aliases', aliases(100_000))
  t.equal((await call('POST', '/__mock/seed', { boards: boards(1) })).status, 200)
})

t.test('all mistakes of a seed are told in one round, in its order, and nothing is stored', async (t) => {
  const { call } = await mock(t)
  const seed = {
    boards: [{ name: 'Trails', privacy: 'OPEN' }, { name: 'Parks' }, { name: 'Parks' }],
    ad_accounts: [{ alias: 'shop' }],
    campaigns: [
      { ...campaign, alias: 'poor', daily_spend_cap: 5 },
      { ...campaign, ad_account: 'shp' },
      { ...campaign, objective_type: 'FAME' },
    ],
    ad_groups: [{ campaign: 'poor', name: 'x', billable_event: 'IMPRESSION' }],
  }
  const { status, body } = await call('POST', '/__mock/seed', seed)
  t.equal(status, 400)
  t.same(
    body.message.split('\n').map((line: string) => line.replace(/^The seed is refused: /, '').split(': ')[0]),
    [
      'boards[0].privacy',
      'boards[2].name',
      'campaigns[0].daily_spend_cap',
      'campaigns[1].ad_account',
      'campaigns[2].objective_type',
    ],
  )
  t.same((await call('GET', '/v5/boards')).body.items, [])
})
