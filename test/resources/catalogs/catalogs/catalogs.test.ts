import t from 'tap'
import { defaultUser } from '#server/domain/access/user.ts'
import { grantRoles } from '#server/resources/accounts/ad-accounts/granted-roles.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const item = { catalog_type: 'RETAIL', name: 'One name' }

/** Creates a catalog at the path of a collection. */
const catalogAt = async (world: Mock, path: string, more: object = {}): Promise<Json> => {
  const { body } = await world.call('POST', path, { ...item, ...more })
  return body
}

t.test('a user without catalogs lists none', async (t) => {
  const world = await mock(t)
  t.strictSame((await world.call('GET', '/v5/catalogs')).body, { items: [], bookmark: null })
})

t.test('a created catalog has what was sent', async (t) => {
  const world = await mock(t)
  const catalog = await catalogAt(world, '/v5/catalogs')
  t.match(catalog.id, /^\d+$/)
  t.strictSame(catalog.catalog_type, item.catalog_type)
  t.strictSame(catalog.name, item.name)
})

t.test('a catalog without catalog_type is refused, and nothing is stored', async (t) => {
  const world = await mock(t)
  const path = '/v5/catalogs'
  const { catalog_type: _, ...lacking } = item
  t.equal((await world.call('POST', path, lacking)).status, 400)
  t.strictSame((await world.call('GET', path)).body.items, [])
})

t.test('catalogs are listed by pages in the order of their creation', async (t) => {
  const world = await mock(t)
  const path = '/v5/catalogs'
  const ids: string[] = []
  for (let count = 0; count < 3; count++) ids.push((await catalogAt(world, path)).id)
  const first = (await world.call('GET', `${path}?page_size=2`)).body
  const second = (await world.call('GET', `${path}?page_size=2&bookmark=${first.bookmark}`)).body
  t.strictSame(
    [...first.items, ...second.items].map(({ id }: Json) => id),
    ids,
  )
  t.equal(second.bookmark, null)
})

t.test('a catalog has times with microseconds and no zone', async (t) => {
  const world = await mock(t)
  await world.call('POST', '/__mock/time/freeze', { at: '2026-06-01T12:00:00.017Z' })
  const catalog = await catalogAt(world, '/v5/catalogs')
  t.match(catalog, { created_at: '2026-06-01T12:00:00.017000', updated_at: '2026-06-01T12:00:00.017000' })
})

t.test('a call that acts for an ad account concerns the catalogs of its owner', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { items } = (await world.call('GET', '/v5/ad_accounts?include_shared_accounts=true')).body
  const mine = items.find(({ name }: Json) => name === 'Meadow Outdoor')
  const shared = items.find(({ name }: Json) => name === 'Coastal Kitchens outlet')
  grantRoles(world.worlds.world('default').db, shared.id, defaultUser.id, ['CATALOGS_MANAGER'])
  t.equal((await world.call('GET', `/v5/catalogs?ad_account_id=${mine.id}`)).body.items.length, 1)
  t.strictSame((await world.call('GET', `/v5/catalogs?ad_account_id=${shared.id}`)).body.items, [])
})

t.test('the built-in seed has a catalog', async (t) => {
  const world = await mock(t, { seed: 'small' })
  t.match((await world.call('GET', '/v5/catalogs')).body.items, [{ name: 'Meadow Outdoor products' }])
})
