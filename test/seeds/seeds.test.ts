import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { seededImage } from '#server/seeds/image.ts'
import { type Json, mock } from '../support/mock.ts'

const everyStatus = 'entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT'

t.test('the seed small shows a campaign of every state', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body: accounts } = await call('GET', '/v5/ad_accounts')
  const { body } = await call('GET', `/v5/ad_accounts/${accounts.items[0].id}/campaigns?${everyStatus}`)
  const states = new Set(body.items.map(({ summary_status }: Json) => summary_status))
  t.same([...states].sort(), ['ARCHIVED', 'COMPLETED', 'DRAFT', 'NOT_STARTED', 'PAUSED', 'RUNNING'].sort())
})

t.test('its second account is without the labels beta', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body: accounts } = await call('GET', '/v5/ad_accounts')
  const { body } = await call('POST', `/v5/ad_accounts/${accounts.items[1].id}/labels`, {
    labels: [{ label_type: 'CUSTOM', value: 'x' }],
  })
  t.match(body, { labels: [], errors: [{ error_messages: ['Invalid access to labeling.'] }] })
})

t.test('amounts of the seeds fit 32 bits, which generated clients read them as', async (t) => {
  const { get } = await mock(t, { seed: 'small' })
  for (const path of ['/campaigns', '/ad_groups']) {
    const numbers = JSON.stringify((await get(path)).body).match(/(?<=micro_currency":|_cap":)\d+/g) ?? []
    t.ok(Math.max(...numbers.map(Number)) < 2 ** 31)
  }
})

t.test('the seed empty is an empty world', async (t) => {
  const { call } = await mock(t, { seed: 'empty' })
  t.equal((await call('GET', '/v5/ad_accounts')).body.items.length, 1, 'but for the account of the test')
})

t.test('the seed large has a thousand campaigns to page through', async (t) => {
  const { get } = await mock(t, { seed: 'large' })
  let count = 0
  let bookmark: string | null = ''
  do {
    const { body }: { body: Json } = await get(`/campaigns?page_size=250&bookmark=${bookmark}`)
    count += body.items.length
    bookmark = body.bookmark
  } while (bookmark !== null)
  t.equal(count, 1000)
})

t.test(
  'the seed large has a shop whose product groups all have products, and local stores that have some',
  async (t) => {
    const { call } = await mock(t, { seed: 'large' })
    const groups = (await call('GET', '/v5/catalogs/product_groups?page_size=250')).body.items
    t.equal(groups.length, 60)
    const totals: number[] = []
    for (const { id } of groups) {
      totals.push((await call('GET', `/v5/catalogs/product_groups/${id}/product_counts`)).body.total)
    }
    t.ok(Math.min(...totals) > 0, String(totals))
    const [catalog] = (await call('GET', '/v5/catalogs')).body.items
    const stores = (await call('GET', `/v5/catalogs/${catalog.id}/local_stores?page_size=250`)).body.items
    t.equal(stores.length, 40)
    const path = `/v5/catalogs/${catalog.id}/local_inventory_items/query`
    const { body } = await call('POST', path, { item_filters: [{ store_code: 'STORE-40' }] })
    t.equal(body.items.length, 25)
  },
)

const campaign = { ad_account: 'shop', name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const violations: readonly [string, object, RegExp][] = [
  ['an unknown section', { adaccounts: [] }, /adaccounts/],
  ['a field that breaks the schema', { ad_accounts: [{ country: 'XX' }] }, /ad_accounts\[0\].*country/s],
  ['an alias that is not there', { campaigns: [campaign] }, /campaigns\[0\]\.ad_account: 'shop'/],
  [
    'an entity that a rule refuses',
    { ad_accounts: [{ alias: 'shop' }], campaigns: [campaign, { ...campaign, daily_spend_cap: 0 }] },
    /campaigns\[1\].*campaign\.budget\.required/,
  ],
  [
    'an entity whose whole request a rule refuses',
    {
      ad_accounts: [{ alias: 'shop' }],
      targeting_templates: [{ ad_account: 'shop', name: 'x', targeting_attributes: { MINIMUM_AGE: '18' } }],
    },
    /targeting_templates\[0\].*targeting_template\.targeting\.age-both/,
  ],
  [
    'a keyword of nothing',
    { ad_accounts: [{ alias: 'shop' }], keywords: [{ match_type: 'BROAD', value: 'x' }] },
    /keywords\[0\].*ad_group/,
  ],
  [
    'a time that is none',
    { ad_accounts: [{ alias: 'shop' }], campaigns: [{ ...campaign, created: 'yesterday' }] },
    /campaigns\[0\]\.created.*yesterday/,
  ],
]

for (const [what, content, message] of violations) {
  t.test(`a seed with ${what} is refused with the place`, async (t) => {
    const file = join(t.testdir(), 'seed.json')
    writeFileSync(file, JSON.stringify(content))
    t.throws(() => seededImage(file), { message })
  })
}

t.test('a seed that is no JSON, or not there, is refused', async (t) => {
  const file = join(t.testdir({ 'seed.json': '{' }), 'seed.json')
  t.throws(() => seededImage(file), { message: /is refused/ })
  t.throws(() => seededImage('/nowhere/seed.json'), { message: /nowhere/ })
})

t.test('times of a seed may be durations from now', async (t) => {
  const file = join(t.testdir(), 'seed.json')
  const times = { created: '-P10D', start_time: '-P5D', end_time: 'P5D' }
  writeFileSync(file, JSON.stringify({ ad_accounts: [{ alias: 'shop' }], campaigns: [{ ...campaign, ...times }] }))
  const { get } = await mock(t, { seed: file })
  const [stored] = (await get('/campaigns')).body.items
  t.equal(stored.end_time - stored.start_time, 10 * 86_400)
  t.equal(stored.start_time - stored.created_time, 5 * 86_400)
})

t.test('an ad group of a seed may have a targeting template of it', async (t) => {
  const file = join(t.testdir(), 'seed.json')
  const seed = {
    ad_accounts: [{ alias: 'shop', name: 'Shop' }],
    targeting_templates: [
      { alias: 'hikers', ad_account: 'shop', name: 'Hikers', targeting_attributes: { LOCATION: ['US'] } },
    ],
    campaigns: [
      { alias: 'sale', ad_account: 'shop', name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 },
    ],
    ad_groups: [
      {
        campaign: 'sale',
        targeting_template: 'hikers',
        name: 'Hikers',
        billable_event: 'IMPRESSION',
        bid_in_micro_currency: 5_000_000,
      },
    ],
  }
  writeFileSync(file, JSON.stringify(seed))
  const { get } = await mock(t, { seed: file })
  const [template] = (await get('/targeting_templates')).body.items
  t.strictSame((await get('/ad_groups')).body.items[0].targeting_template_ids, [template.id])
})
