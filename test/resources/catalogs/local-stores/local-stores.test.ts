import t from 'tap'
import { createdCatalog } from '#test/fixtures/items.ts'
import { batched, harbour, inStock, inventoryOf, operating, stockedCatalog } from '#test/fixtures/local-inventory.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const storesOf = async (world: Mock): Promise<string> => `/v5/catalogs/${(await createdCatalog(world)).id}/local_stores`

const listed = async (world: Mock, path: string): Promise<Json> => (await world.call('GET', path)).body.items

t.test('a store is created with what is sent, and listed', async (t) => {
  const world = await mock(t)
  const path = await storesOf(world)
  const sent = { ...harbour, city: 'Portland', region: null, latitude: 45.51, longitude: -122.68 }
  const { status, body } = await world.call('POST', path, [sent])
  t.equal(status, 200)
  const { region: _, ...kept } = sent
  const store = { ...kept, created_at: '2026-06-01T12:00:00Z', updated_at: '2026-06-01T12:00:00Z' }
  t.match(body[0].data.id, /^\d+$/)
  t.strictSame(body, [{ data: { ...store, id: body[0].data.id } }])
  t.strictSame(await listed(world, path), [body[0].data])
})

t.test('stores are stored each by itself: one with a code that is taken is refused under its code', async (t) => {
  const world = await mock(t)
  const path = await storesOf(world)
  const { body } = await world.call('POST', path, [
    harbour,
    { ...harbour, name: 'Second' },
    { ...harbour, store_code: 'B' },
  ])
  t.match(body, [
    { data: { store_code: 'HARBOUR' } },
    { data: { id: 'HARBOUR', exceptions: { code: 1, message: /unique/ } } },
    { data: { store_code: 'B' } },
  ])
  t.same((await listed(world, path)).length, 2)
})

t.test('two catalogs may have stores with the same code', async (t) => {
  const world = await mock(t)
  await world.call('POST', await storesOf(world), [harbour])
  t.match((await world.call('POST', await storesOf(world), [harbour])).body, [{ data: { store_code: 'HARBOUR' } }])
})

t.test('an update changes what it sends, and null clears a part of the address alone', async (t) => {
  const world = await mock(t)
  const path = await storesOf(world)
  const [{ data }] = (await world.call('POST', path, [{ ...harbour, city: 'Portland', region: 'OR' }])).body
  world.clock.advance(60_000)
  const change = { id: data.id, name: 'Quay', store_code: null, city: null, postal_code: '97201' }
  const { body } = await world.call('PATCH', path, [change, { id: '1', name: 'Nowhere' }])
  const { city: _, ...rest } = data
  const after = { ...rest, name: 'Quay', postal_code: '97201', updated_at: '2026-06-01T12:01:00Z' }
  t.strictSame(body, [
    { data: after },
    { data: { id: '1', exceptions: { code: 2, message: 'Local store not found.' } } },
  ])
  t.strictSame(await listed(world, path), [after])
})

t.test('a store keeps its own code in an update, and does not get that of another', async (t) => {
  const world = await mock(t)
  const path = await storesOf(world)
  const { body } = await world.call('POST', path, [harbour, { ...harbour, store_code: 'B' }])
  const [first, second] = body.map(({ data }: Json) => data.id)
  const change = await world.call('PATCH', path, [
    { id: first, store_code: 'HARBOUR' },
    { id: second, store_code: 'HARBOUR' },
  ])
  t.match(change.body, [{ data: { store_code: 'HARBOUR' } }, { data: { id: second, exceptions: { code: 1 } } }])
})

t.test('a list has pages, and those of the ids that the query names', async (t) => {
  const world = await mock(t)
  const path = await storesOf(world)
  const sent = ['A', 'B', 'C'].map((store_code) => ({ ...harbour, store_code }))
  const ids = (await world.call('POST', path, sent)).body.map(({ data }: Json) => data.id)
  const first = (await world.call('GET', `${path}?page_size=2`)).body
  t.match(first.items, [{ id: ids[0] }, { id: ids[1] }])
  const next = (await world.call('GET', `${path}?page_size=2&bookmark=${first.bookmark}`)).body
  t.match(next, { items: [{ id: ids[2] }], bookmark: null })
  const named = await listed(world, `${path}?ids=${ids[2]},${ids[0]},1`)
  t.same(
    named.map(({ id }: Json) => id),
    [ids[0], ids[2]],
  )
})

t.test('stores are deleted each by itself, with their local inventory', async (t) => {
  const world = await mock(t)
  const { path, store } = await stockedCatalog(world)
  await batched(world, path, operating('CREATE', 'A', inStock))
  const { status, body } = await world.call('DELETE', `${path}/local_stores?ids=${store},1,${store}`)
  t.equal(status, 200)
  const missing = { code: 2, message: 'Local store not found.' }
  t.strictSame(body, [
    { id: store, status: { statusCode: 204 } },
    { id: '1', status: missing },
    { id: store, status: missing },
  ])
  t.strictSame(await listed(world, `${path}/local_stores`), [])
  await world.call('POST', `${path}/local_stores`, [harbour])
  t.strictSame(await inventoryOf(world, path, { item_id: 'A' }), [])
})

t.test('a store of another catalog is neither changed, deleted nor listed', async (t) => {
  const world = await mock(t)
  const { path, store } = await stockedCatalog(world)
  const other = await storesOf(world)
  t.strictSame(await listed(world, `${other}?ids=${store}`), [])
  t.match((await world.call('PATCH', other, [{ id: store, name: 'Mine' }])).body, [
    { data: { exceptions: { code: 2 } } },
  ])
  t.match((await world.call('DELETE', `${other}?ids=${store}`)).body, [{ status: { code: 2 } }])
  t.match(await listed(world, `${path}/local_stores`), [{ id: store, name: harbour.name }])
})

t.test('a catalog that the business does not have is not found', async (t) => {
  const world = await mock(t)
  t.match(await world.call('GET', '/v5/catalogs/1/local_stores'), { status: 404, body: { code: 678 } })
  t.match(await world.call('POST', '/v5/catalogs/1/local_stores', [harbour]), { status: 404, body: { code: 678 } })
})

t.test('a direct edit sets the times of a store', async (t) => {
  const world = await mock(t)
  const { path, store } = await stockedCatalog(world)
  const times = { created_at: '2020-01-01T00:00:00Z', updated_at: '2021-01-01T00:00:00Z' }
  await world.call('PATCH', `/__mock/entities/local_stores/${store}`, times)
  t.match(await listed(world, `${path}/local_stores`), [{ id: store, ...times }])
})

t.test('the small seed has two stores, and what they have', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [{ id }] = (await world.call('GET', '/v5/catalogs')).body.items
  const path = `/v5/catalogs/${id}`
  t.match(await listed(world, `${path}/local_stores`), [{ store_code: 'HARBOUR' }, { store_code: 'MARKET' }])
  t.equal((await inventoryOf(world, path, {})).length, 3)
})
