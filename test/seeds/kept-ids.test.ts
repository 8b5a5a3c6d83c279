import t from 'tap'
import { mock } from '../support/mock.ts'

const account = { id: '549761234567', name: 'Shop', country: 'US' }
const campaign = { ad_account: account.id, name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 }

t.test('entities of a seed keep ids of another server, by which others refer to them', async (t) => {
  const { call } = await mock(t)
  const { status } = await call('POST', '/__mock/seed', {
    ad_accounts: [account],
    campaigns: [{ ...campaign, id: '626736533506' }],
    ad_groups: [
      {
        id: '2680067890123',
        campaign: '626736533506',
        name: 'US',
        billable_event: 'IMPRESSION',
        bid_in_micro_currency: 5_000_000,
      },
    ],
    labels: [
      { id: '1106000033333', ad_account: account.id, label_type: 'BRAND', value: 'Shop', campaigns: ['626736533506'] },
    ],
  })
  t.equal(status, 200)
  const below = `/v5/ad_accounts/${account.id}`
  t.match((await call('GET', `${below}/campaigns/626736533506`)).body, {
    id: '626736533506',
    ad_account_id: account.id,
  })
  t.match((await call('GET', `${below}/ad_groups/2680067890123`)).body, { campaign_id: '626736533506' })
  const { body } = await call('GET', `${below}/labels?campaign_ids=626736533506`)
  t.match(body.items, [{ id: '1106000033333' }])
})

t.test('a new entity never gets an id that a seed gave', async (t) => {
  const donor = await mock(t, { seed: 'small' })
  const { body } = await donor.get('/campaigns')
  const later = body.items.slice(2)
  const { call, create, account: id } = await mock(t)
  const campaigns = later.map((one: { id: string }) => ({ ...campaign, ad_account: id, id: one.id }))
  t.equal((await call('POST', '/__mock/seed', { campaigns })).status, 200)
  const made = await create('/campaigns', { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 })
  t.notOk(later.some((one: { id: string }) => one.id === made.id))
})

t.test('an id that is taken is refused by name', async (t) => {
  const { call, account: id } = await mock(t)
  const item = { ...campaign, ad_account: id, id: '626736533506' }
  const { status, body } = await call('POST', '/__mock/seed', { campaigns: [item, { ...item, name: 'Other' }] })
  t.equal(status, 400)
  t.match(body.message, /campaigns\[1\].*'626736533506' is taken/)
})

t.test('an id is digits', async (t) => {
  const { call, account: id } = await mock(t)
  const { body } = await call('POST', '/__mock/seed', { campaigns: [{ ...campaign, ad_account: id, id: 'c-1' }] })
  t.match(body.message, /campaigns\[0\]\.id: .*is no id/)
})

t.test('an item of a catalog keeps an id of its kind, and no other', async (t) => {
  const { call } = await mock(t)
  const catalog = { alias: 'catalog', catalog_type: 'RETAIL', name: 'Shop' }
  const item = { catalog: 'catalog', country: 'US', language: 'en-US', key: 'A', attributes: { title: 'Tent' } }
  const id = '1055601634488353127'
  const seeded = await call('POST', '/__mock/seed', { catalogs: [catalog], items: [{ ...item, alias: 'tent', id }] })
  t.match(seeded, { status: 200, body: { items: { tent: id } } })
  const refused = {
    [id]: /items\[0\].*is taken/,
    '1055601634488353128': /items\[0\].*the ids of items follow from their order/,
  }
  for (const [other, message] of Object.entries(refused)) {
    const { status, body } = await call('POST', '/__mock/seed', { items: [{ ...item, key: 'B', id: other }] })
    t.equal(status, 400)
    t.match(body.message, message)
  }
})
