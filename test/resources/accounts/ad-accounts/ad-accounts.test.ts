import t from 'tap'
import { isTimeZone, timeZoneOf } from '#server/resources/accounts/ad-accounts/time-zones.ts'
import { countries } from '#server/resources/accounts/ad-accounts/values.ts'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const create = ({ call }: Mock, item: Json) => call('POST', '/v5/ad_accounts', item)
const list = ({ call }: Mock, query = '') => call('GET', `/v5/ad_accounts${query}`)

t.test('a created ad account has the defaults of the real service, and no permissions yet', async (t) => {
  const { status, body } = await create(await mock(t), { name: 'Spring shop' })
  t.equal(status, 200)
  t.match(body.id, /^5497\d{8}$/)
  t.strictSame(body, {
    id: body.id,
    name: 'Spring shop',
    owner: { username: body.owner.username, id: body.owner.id },
    country: 'US',
    currency: 'USD',
    permissions: [],
    created_time: testNow,
    updated_time: testNow,
  })
})

t.test('a read and a list answer the account with the permissions of its owner', async (t) => {
  const world = await mock(t)
  const { body } = await create(world, { name: 'Spring shop', country: 'GB', currency: 'GBP' })
  const account = { ...body, time_zone: 'Europe/London', permissions: ['OWNER'] }
  const read = await world.call('GET', `/v5/ad_accounts/${body.id}`)
  t.equal(read.status, 200)
  t.strictSame(read.body, account)
  t.match(account, { country: 'GB', currency: 'GBP' })
  const listed = await list(world)
  t.strictSame(listed.body.items[1], account)
  t.equal(listed.body.bookmark, null)
})

t.test('null on creation is the same as nothing', async (t) => {
  const { status, body } = await create(await mock(t), {
    name: 'Spring shop',
    country: null,
    currency: null,
    owner_user_id: null,
  })
  t.equal(status, 200)
  t.match(body, { name: 'Spring shop', country: 'US', currency: 'USD' })
})

t.test('an ad account has a time zone of its country, or the one that it was created with', async (t) => {
  const world = await mock(t)
  const zoneOf = async (item: Json) => {
    const { body } = await create(world, item)
    t.notOk('time_zone' in body, 'a creation does not answer it')
    return (await world.call('GET', `/v5/ad_accounts/${body.id}`)).body.time_zone
  }
  t.equal(await zoneOf({ country: 'US' }), 'America/New_York')
  t.equal(await zoneOf({ country: 'JP' }), 'Asia/Tokyo')
  t.equal(await zoneOf({ country: 'JP', time_zone: null }), 'Asia/Tokyo')
  t.equal(await zoneOf({ country: 'US', time_zone: 'America/Los_Angeles' }), 'America/Los_Angeles')
})

t.test('every country has a time zone that there is', async (t) => {
  for (const country of countries) t.ok(isTimeZone(timeZoneOf(country)), `${country}: ${timeZoneOf(country)}`)
})

t.test('an ad account that was stored without a time zone is told with one, whatever its name is', async (t) => {
  const world = await mock(t)
  const { body } = await create(world, { name: 'the "time_zone": of it', country: 'FR' })
  const { db } = world.worlds.world('default')
  db.exec("UPDATE ad_accounts SET json = json_remove(json, '$.time_zone')")
  const read = await world.call('GET', `/v5/ad_accounts/${body.id}`)
  t.strictSame(read.body, { ...body, time_zone: 'Europe/Paris', permissions: ['OWNER'] })
  t.match((await list(world)).body.items, [{ time_zone: 'America/New_York' }, { time_zone: 'Europe/Paris' }])
})

const refused: Readonly<Record<string, Json>> = {
  'a name of 257 characters': { name: 'x'.repeat(257) },
  'a country that does not exist': { name: 'Shop', country: 'XX' },
  'a currency that does not exist': { name: 'Shop', currency: 'XXX' },
  'a time zone that does not exist': { name: 'Shop', time_zone: 'Europe/Atlantis' },
  'an offset in place of a time zone': { name: 'Shop', time_zone: '+01:00' },
  'an owner that is no id': { name: 'Shop', owner_user_id: 'me' },
  'a body that is a list': [{ name: 'Shop' }],
}
for (const [what, body] of Object.entries(refused)) {
  t.test(`an ad account is refused for ${what}`, async (t) => {
    const world = await mock(t)
    const answer = await create(world, body)
    t.equal(answer.status, 400)
    t.match(answer.body, { code: 1, message: /^Invalid request/ })
    t.equal((await list(world)).body.items.length, 1)
  })
}

t.test('a name has up to 256 characters', async (t) => {
  const { status, body } = await create(await mock(t), { name: 'x'.repeat(256) })
  t.equal(status, 200)
  t.equal(body.name.length, 256)
})

t.test('a user owns at most fifty ad accounts, and another user may have more', async (t) => {
  const world = await mock(t)
  for (let owned = 1; owned < 50; owned++) t.equal((await create(world, { name: `Shop ${owned}` })).status, 200)
  const { status, body, headers } = await create(world, { name: 'One too many' })
  t.equal(status, 400)
  t.match(body, { code: 1, message: /at most 50 ad accounts/ })
  t.equal(headers['x-mock-rules'], 'ad_account.limit.per-user')
  t.equal((await create(world, { name: 'Somebody else', owner_user_id: '123' })).status, 200)
})

t.test('accounts of others are listed unless they are left out, as Python writes it too', async (t) => {
  const world = await mock(t)
  const { body } = await create(world, { name: 'Shared', owner_user_id: '123' })
  t.match(body.owner, { id: '123', username: String })
  const names = async (query: string) => (await list(world, query)).body.items.map(({ name }: Json) => name)
  t.same(await names(''), ['Test', 'Shared'])
  for (const yes of ['true', 'True']) t.same(await names(`?include_shared_accounts=${yes}`), ['Test', 'Shared'])
  for (const no of ['false', 'False']) t.same(await names(`?include_shared_accounts=${no}`), ['Test'])
})

t.test('pages of accounts follow each other', async (t) => {
  const world = await mock(t)
  for (const name of ['B', 'C']) await create(world, { name })
  const first = (await list(world, '?page_size=2')).body
  t.match(first, { items: [{ name: 'Test' }, { name: 'B' }], bookmark: /^[\w.-]+$/ })
  const last = (await list(world, `?page_size=2&bookmark=${first.bookmark}`)).body
  t.match(last, { items: [{ name: 'C' }], bookmark: null })
  const other = await list(world, `?page_size=2&include_shared_accounts=false&bookmark=${first.bookmark}`)
  t.equal(other.status, 400)
})

t.test('an ad account that nobody knows is not permitted', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/ad_accounts/123')
  t.equal(status, 403)
  t.strictSame(body, { code: 29, message: 'You are not permitted to access that resource.' })
})

for (const id of ['x', '1234567890123456789']) {
  t.test(`${id} is no id of an ad account`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('GET', `/v5/ad_accounts/${id}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: String })
  })
}

t.test('a new account is empty and usable at once', async (t) => {
  const world = await mock(t)
  await world.create('/campaigns', awareness)
  const { id } = (await create(world, { name: 'New' })).body
  for (const kind of ['campaigns', 'ad_groups', 'labels']) {
    const { body } = await world.call('GET', `/v5/ad_accounts/${id}/${kind}`)
    t.strictSame(body, { items: [], bookmark: null })
  }
  const { body } = await world.call('POST', `/v5/ad_accounts/${id}/campaigns`, [awareness])
  t.match(body.items, [{ data: { ad_account_id: id }, exceptions: [] }])
})

t.test('an unknown field is ignored, and the journal warns of it', async (t) => {
  const { call } = await mock(t)
  const { status, headers, body } = await call('POST', '/v5/ad_accounts', { name: 'Shop', colour: 'red' })
  t.equal(status, 200)
  t.notOk('colour' in body)
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body, { operation: 'ad_accounts/create', warnings: [/'colour'/] })
})
