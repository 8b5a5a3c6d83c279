import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { pinOf } from '../fixtures/ads.ts'
import { awareness } from '../fixtures/campaigns.ts'
import { feedBody } from '../fixtures/feeds.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

const older = { 'x-mock-api-version': '5.23' }
const newFields = ['intended_promotion_type', 'is_top_of_search', 'ext_features']

/** A call below the ad account that is answered as 5.23. */
const call = ({ call, account }: Mock, method: string, path: string, body?: unknown): Promise<Answer> =>
  call(method, `/v5/ad_accounts/${account}${path}`, body, older)

const has = (entity: Json, names: readonly string[]): readonly string[] => names.filter((name) => name in entity)

t.test('operations that came later are unknown, as any path that nobody knows', async (t) => {
  const world = await mock(t)
  const account = `/v5/ad_accounts/${world.account}`
  const unknown = await call(world, 'GET', '/nope')
  const { status, body } = await call(world, 'GET', '/schedules?entity_ids=1')
  t.equal(status, 404)
  t.equal(body.message.replace('/schedules', '/nope'), unknown.body.message)
  t.equal((await world.call('GET', `${account}/schedules?entity_ids=1`)).status, 200)
  const later = operations.filter(({ since }) => since === '5.28')
  t.ok(later.length > 30)
  for (const { id, method, path } of later) {
    const answer = await world.call(method, `/v5${path.replaceAll(/{\w+}/g, '1')}`, undefined, older)
    t.ok([404, 405].includes(answer.status), `${id}: ${answer.status}`)
  }
})

t.test('a path that had another method is one that does not take the later ones', async (t) => {
  const world = await mock(t)
  const path = '/advertiser_defined_events'
  const { status, headers } = await call(world, 'POST', path, { items: [] })
  t.equal(status, 405)
  t.equal(headers.allow, 'GET, HEAD, OPTIONS')
  t.equal((await call(world, 'GET', path)).status, 200)
})

t.test('responses have no field that came later, whatever was asked before', async (t) => {
  const world = await mock(t)
  const { id } = await world.create('/campaigns', awareness)
  const url = `/campaigns/${id}`
  for (let time = 0; time < 2; time++) {
    t.strictSame(has((await world.get(url)).body, newFields), newFields)
    t.strictSame(has((await call(world, 'GET', url)).body, newFields), [])
    t.strictSame(has((await call(world, 'GET', '/campaigns')).body.items[0], newFields), [])
  }
  t.notOk('time_zone' in (await world.call('GET', `/v5/ad_accounts/${world.account}`, undefined, older)).body)
})

t.test('fields that were required then are required', async (t) => {
  const world = await mock(t)
  const { status, body } = await call(world, 'POST', '/campaigns', [awareness])
  t.equal(status, 400)
  t.match(body.message, /'ad_account_id' is a required property at \[0\]\.ad_account_id, in version 5\.23/)
  const sent = [{ ...awareness, ad_account_id: world.account }]
  t.equal((await call(world, 'POST', '/campaigns', sent)).status, 200)
})

t.test('fields that came later are ignored in requests', async (t) => {
  const world = await mock(t)
  const sent = { ...awareness, ad_account_id: world.account, objective_type: 'CONSIDERATION' }
  const { body } = await call(world, 'POST', '/campaigns', [{ ...sent, intended_promotion_type: 'CATALOG' }])
  const { id } = body.items[0].data
  t.equal((await world.get(`/campaigns/${id}`)).body.intended_promotion_type, 'STANDARD_AD')
})

t.test('values that came later are refused, in bodies and in queries', async (t) => {
  const world = await mock(t)
  const sent = { ...awareness, ad_account_id: world.account }
  const refused = await call(world, 'POST', '/campaigns', [sent, { ...sent, objective_type: 'SALES' }])
  t.match(refused, {
    status: 400,
    body: { code: 1, message: /'SALES' is no value of version 5\.23 at \[1\]\.objective_type/ },
  })
  t.strictSame((await world.get('/campaigns')).body.items, [], 'and nothing is stored')
  for (const types of ['APP', 'REGULAR,APP', 'REGULAR&creative_types=APP']) {
    t.equal((await world.call('GET', `/v5/pins?creative_types=${types}`, undefined, older)).status, 400, types)
  }
  t.equal((await world.call('GET', '/v5/pins?creative_types=REGULAR', undefined, older)).status, 200)
})

t.test('what came later is unknown where a body has one of several forms', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const send = (path: string, body: Json, headers?: Record<string, string>) =>
    world.call('POST', `/v5/catalogs/${path}`, body, headers)
  const { body: catalogs } = await world.call('GET', '/v5/catalogs')
  const ofFilter = (filter: Json): Json => ({
    catalog_type: 'RETAIL',
    catalog_id: catalogs.items[0].id,
    filters: { all_of: [filter] },
    country: 'US',
    locale: 'en-US',
  })
  const newer = ofFilter({ PINTEREST_PRODUCT_CATEGORIES: { values: ['1'] } })
  t.equal((await send('products/get_by_product_group_filters', newer, older)).status, 400)
  t.equal((await send('products/get_by_product_group_filters', newer)).status, 200)
  const brand = ofFilter({ BRAND: { values: ['Peak'] } })
  t.equal((await send('products/get_by_product_group_filters', brand, older)).status, 200)
  t.match(await send('feeds', { ...feedBody, format: 'INTEGRATION' }, older), {
    status: 400,
    body: { message: /'INTEGRATION' is no value of version 5\.23 at format/ },
  })
  t.not((await send('feeds', { ...feedBody, format: 'CSV' }, older)).status, 400)
})

t.test('parameters that came later are ignored, and what is cached of them answers no other version', async (t) => {
  const world = await mock(t)
  await pinOf(world)
  const url = '/v5/pins?domain=elsewhere.example.com'
  t.equal((await world.call('GET', url)).body.items.length, 0)
  t.equal((await world.call('GET', url, undefined, older)).body.items.length, 1)
  t.equal((await world.call('GET', url)).body.items.length, 0)
})

t.test('a server is set to a version, and a call to another', async (t) => {
  const { app, account } = await mock(t, { target: { api_version: '5.23' } })
  const headers = { authorization: 'Bearer local' }
  const url = `/v5/ad_accounts/${account}/schedules?entity_ids=1`
  t.equal((await app.inject({ url, headers })).statusCode, 404)
  t.equal((await app.inject({ url, headers: { ...headers, 'x-mock-api-version': '5.28' } })).statusCode, 200)
})

t.test('a version that nobody knows is refused by name', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/ad_accounts', undefined, { 'x-mock-api-version': '4' })
  t.equal(status, 400)
  t.match(body.message, /x-mock-api-version '4' is not one of 5\.23, 5\.28/)
})
