import t from 'tap'
import { defaultUser } from '#server/domain/access/user.ts'
import { grantRoles } from '#server/resources/accounts/ad-accounts/granted-roles.ts'
import { feedBody, feedIn } from '#test/fixtures/feeds.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a business without feeds lists none', async (t) => {
  const { call } = await mock(t)
  t.strictSame((await call('GET', '/v5/catalogs/feeds')).body, { items: [], bookmark: null })
})

t.test('a feed is answered with what was sent, in the order of recorded responses', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/v5/catalogs/feeds', feedBody)
  t.equal(status, 201)
  t.strictSame(Object.keys(body), [
    'preferred_processing_schedule',
    'location',
    'updated_at',
    'default_locale',
    'format',
    'status',
    'credentials',
    'name',
    'default_currency',
    'default_country',
    'default_availability',
    'created_at',
    'id',
    'catalog_type',
  ])
  t.match(body, { ...feedBody, status: 'ACTIVE', credentials: null, created_at: '2026-06-01T12:00:00.000000' })
})

t.test('the first retail feed makes the catalog, and the second has the same', async (t) => {
  const world = await mock(t)
  await feedIn(world)
  await feedIn(world, { name: 'Autumn range' })
  const { items } = (await world.call('GET', '/v5/catalogs')).body
  t.match(items, [{ catalog_type: 'RETAIL' }])
  t.equal(items.length, 1)
})

t.test('a body without a type is one of a retail feed', async (t) => {
  const { catalog_type, ...rest } = feedBody
  const { status, body } = await (await mock(t)).call('POST', '/v5/catalogs/feeds', rest)
  t.match({ status, body }, { status: 201, body: { catalog_type: 'RETAIL' } })
})

t.test('feeds of hotels and creative assets name their catalog', async (t) => {
  const world = await mock(t)
  const { default_availability, default_country, ...rest } = feedBody
  const hotel = await world.call('POST', '/v5/catalogs/feeds', { ...rest, catalog_type: 'HOTEL' })
  const assets = { ...rest, default_country, catalog_type: 'CREATIVE_ASSETS', name: 'Assets' }
  const { items } = (await world.call('GET', '/v5/catalogs')).body
  t.equal(hotel.body.catalog_id, items[0].id)
  t.notOk('default_country' in hotel.body)
  const { body } = await world.call('POST', '/v5/catalogs/feeds', assets)
  t.match(body, { default_country: 'US', catalog_id: /^\d+$/ })
})

t.test('feeds are listed by pages, and by catalog', async (t) => {
  const world = await mock(t)
  const ids: string[] = []
  for (const name of ['A', 'B', 'C']) ids.push((await feedIn(world, { name })).id)
  const first = (await world.call('GET', '/v5/catalogs/feeds?page_size=2')).body
  const second = (await world.call('GET', `/v5/catalogs/feeds?page_size=2&bookmark=${first.bookmark}`)).body
  t.strictSame(
    [...first.items, ...second.items].map(({ id }: Json) => id),
    ids,
  )
  const { items: catalogs } = (await world.call('GET', '/v5/catalogs')).body
  const listed = async (id: string) => (await world.call('GET', `/v5/catalogs/feeds?catalog_id=${id}`)).body.items
  t.equal((await listed(catalogs[0].id)).length, 3)
  t.strictSame(await listed('1'), [])
})

t.test('an update changes what is sent, and null clears what may be null', async (t) => {
  const world = await mock(t)
  const { id } = await feedIn(world)
  world.clock.advance(1_000)
  const change = { catalog_type: 'RETAIL', name: 'Autumn range', default_currency: null, status: 'INACTIVE' }
  const { status, body } = await world.call('PATCH', `/v5/catalogs/feeds/${id}`, change)
  t.equal(status, 200)
  t.match(body, { ...change, location: feedBody.location, updated_at: '2026-06-01T12:00:01.000000' })
  t.strictSame((await world.call('GET', `/v5/catalogs/feeds/${id}`)).body, body)
})

t.test('a deleted feed is answered by a 204, and is not there any more', async (t) => {
  const world = await mock(t)
  const { id } = await feedIn(world)
  const gone = await world.call('DELETE', `/v5/catalogs/feeds/${id}`)
  t.equal(gone.status, 204)
  for (const method of ['GET', 'DELETE']) {
    const { status, body } = await world.call(method, `/v5/catalogs/feeds/${id}`)
    t.match({ status, body }, { status: 404, body: { code: 4161 } })
  }
})

t.test('what no feed has is refused', async (t) => {
  const { call } = await mock(t)
  const refused = async (more: object) => (await call('POST', '/v5/catalogs/feeds', { ...feedBody, ...more })).status
  t.equal(await refused({ colour: 'red' }), 400)
  t.equal(await refused({ format: 'JSON' }), 400)
  t.equal(await refused({ location: 'shop.example.com/feed.xml' }), 400)
  t.equal(await refused({ preferred_processing_schedule: { time: '24:00', timezone: 'Etc/UTC' } }), 400)
  t.equal(await refused({ preferred_processing_schedule: { time: '23:00', timezone: 'Mars/Base' } }), 400)
})

t.test('the feeds of a business are those of its ad accounts, and of nobody else', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { items } = (await world.call('GET', '/v5/ad_accounts?include_shared_accounts=true')).body
  const idOf = (name: string): string => items.find((one: Json) => one.name === name).id
  const listed = async (name: string) =>
    (await world.call('GET', `/v5/catalogs/feeds?ad_account_id=${idOf(name)}`)).body.items.length
  grantRoles(world.worlds.world('default').db, idOf('Coastal Kitchens outlet'), defaultUser.id, ['CATALOGS_MANAGER'])
  t.equal(await listed('Meadow Outdoor'), 1)
  t.equal(await listed('Coastal Kitchens outlet'), 0)
})

t.test('a direct edit takes the name of a feed away', async (t) => {
  const world = await mock(t)
  const { id } = await feedIn(world)
  await world.call('PATCH', `/__mock/entities/feeds/${id}`, { name: null, status: 'INACTIVE' })
  t.match((await world.call('GET', `/v5/catalogs/feeds/${id}`)).body, { name: null, status: 'INACTIVE' })
})
