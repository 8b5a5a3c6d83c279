import t from 'tap'
import { boot, storedItems } from '#test/fixtures/items.ts'
import {
  batched,
  completedBatch,
  harbour,
  inStock,
  inventoryOf,
  operating,
  stockedCatalog,
} from '#test/fixtures/local-inventory.ts'
import { type Json, mock } from '#test/support/mock.ts'

const codesOf = (results: Json): Json =>
  results.map(({ status, errors }: Json) => [status, ...errors.map(({ attribute }: Json) => attribute)])

t.test('a batch is processed, and then completed with what became of its operations', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const { status, body } = await batched(
    world,
    path,
    operating('CREATE', 'A', inStock),
    operating('UPSERT', 'B', { ...inStock, price: 'cheap' }),
  )
  t.equal(status, 200)
  t.match(body.batch_id, /^\d+$/)
  const result = (item_id: string, what: string, errors: Json = []): Json => ({
    ...{ item_id, store_code: 'HARBOUR', supplemental_type: 'LOCAL_INVENTORY', status: what },
    ...{ errors, warnings: [] },
  })
  const batch = { batch_id: body.batch_id, created_time: '2026-06-01T12:00:00' }
  const pending = {
    ...batch,
    status: 'PROCESSING',
    operation_results: [result('A', 'PROCESSING'), result('B', 'PROCESSING')],
  }
  t.strictSame(body, pending)
  const read = async () => (await world.call('GET', `${path}/supplemental_items/batch/${body.batch_id}`)).body
  world.clock.advance(9_000)
  t.strictSame(await read(), pending)
  world.clock.advance(1_000)
  const message = 'Some supplemental item data was not published due to incorrect formatting'
  t.strictSame(await read(), {
    ...batch,
    completed_time: '2026-06-01T12:00:10',
    status: 'COMPLETED',
    operation_results: [result('A', 'SUCCESS'), result('B', 'FAILURE', [{ attribute: 'price', code: 113, message }])],
  })
})

t.test('local inventory is read with its store', async (t) => {
  const world = await mock(t)
  const { path, store } = await stockedCatalog(world)
  await world.call('PATCH', `${path}/local_stores`, [{ id: store, latitude: 37.77, longitude: -122.42 }])
  const attributes = { ...inStock, sale_price: '99', ad_link: 'https://shop.example.com/harbour' }
  await batched(world, path, operating('CREATE', 'A', attributes))
  const at = Date.parse('2026-06-01T12:00:00Z')
  t.strictSame(await inventoryOf(world, path, { item_id: 'A', store_code: 'HARBOUR' }), [
    {
      item_id: 'A',
      created_at: at,
      last_updated_time: at,
      store_metadata: {
        ...{ store_code: 'HARBOUR', store_id: store, store_name: harbour.name },
        ...{ latitude: 37.77, longitude: -122.42, geohash: '9q' },
      },
      ...attributes,
    },
  ])
})

t.test('filters choose by item, by store or both, and what several choose is there once', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  await world.call('POST', `${path}/local_stores`, [{ ...harbour, store_code: 'QUAY' }])
  const atQuay = { store_code: 'QUAY' }
  await batched(
    world,
    path,
    operating('CREATE', 'A', inStock),
    operating('CREATE', 'B', inStock),
    operating('CREATE', 'A', inStock, atQuay),
  )
  const chosen = async (...filters: readonly Json[]): Promise<Json> =>
    (await inventoryOf(world, path, ...filters)).map((one: Json) => `${one.item_id} ${one.store_metadata.store_code}`)
  t.same(await chosen({ item_id: 'A' }), ['A HARBOUR', 'A QUAY'])
  t.same(await chosen(atQuay), ['A QUAY'])
  t.same(await chosen({ item_id: 'B', ...atQuay }, { item_id: 'X' }), [])
  t.same(await chosen(atQuay, { item_id: 'A' }), ['A QUAY', 'A HARBOUR'])
  t.same(await chosen({}), ['A HARBOUR', 'B HARBOUR', 'A QUAY'])
  t.same(await chosen(atQuay, {}, atQuay), ['A QUAY', 'A HARBOUR', 'B HARBOUR'])
})

t.test('an operation is on an item and a store that the catalog has', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const results = await completedBatch(
    world,
    path,
    operating('UPSERT', 'X', inStock),
    operating('UPSERT', 'A', inStock, { store_code: 'NONE' }),
    operating('DELETE', 'A', undefined, { store_code: 'NONE' }),
  )
  t.same(codesOf(results), [
    ['FAILURE', 'item_id'],
    ['FAILURE', 'store_code'],
    ['FAILURE', 'store_code'],
  ])
  t.same(await inventoryOf(world, path, {}), [])
})

t.test('what is there is not created again, and what is not is neither changed nor deleted', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const results = await completedBatch(
    world,
    path,
    operating('CREATE', 'A', inStock),
    operating('CREATE', 'A', inStock),
    operating('UPDATE', 'B', { price: '1 USD' }),
    operating('DELETE', 'B'),
    operating('DELETE', 'A'),
  )
  t.same(codesOf(results), [
    ['SUCCESS'],
    ['FAILURE', 'item_id'],
    ['FAILURE', 'item_id'],
    ['FAILURE', 'item_id'],
    ['SUCCESS'],
  ])
  t.same(await inventoryOf(world, path, {}), [])
})

t.test('an update changes what it sends, and an upsert all', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  await batched(world, path, operating('UPSERT', 'A', { ...inStock, sale_price: '99 USD' }))
  world.clock.advance(60_000)
  await batched(world, path, operating('UPDATE', 'A', { availability: 'out of stock' }))
  const [item] = await inventoryOf(world, path, {})
  t.match(item, { availability: 'out of stock', price: inStock.price, sale_price: '99 USD' })
  t.equal(item.last_updated_time - item.created_at, 60_000)
  await batched(world, path, operating('UPDATE', 'A', { sale_price: null }))
  t.notOk('sale_price' in (await inventoryOf(world, path, {}))[0])
  await batched(world, path, operating('UPSERT', 'A', { ...inStock, ad_link: 'https://shop.example.com' }))
  await batched(world, path, operating('UPSERT', 'A', inStock))
  const [last] = await inventoryOf(world, path, {})
  t.notOk('ad_link' in last)
  t.equal(last.created_at, item.created_at)
})

t.test('optional attributes that cannot be read are left out with a warning', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const attributes = { ...inStock, sale_price: 'half', ad_link: 'shop' }
  const [result] = await completedBatch(world, path, operating('CREATE', 'A', attributes))
  t.match(result, {
    status: 'SUCCESS',
    errors: [],
    warnings: [
      { attribute: 'sale_price', code: 113 },
      { attribute: 'ad_link', code: 113 },
    ],
  })
  const [item] = await inventoryOf(world, path, {})
  t.equal(item.price, inStock.price)
  t.notOk('sale_price' in item || 'ad_link' in item)
})

t.test('prices have a currency or are in US dollars', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  for (const price of ['49.99 USD', '49.99USD', '49.99']) {
    const [result] = await completedBatch(world, path, operating('UPSERT', 'A', { ...inStock, price }))
    t.match(result, { status: 'SUCCESS', errors: [] })
    t.equal((await inventoryOf(world, path, {}))[0].price, price)
  }
})

t.test('local inventory is listed while the catalog has its item', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  await batched(world, path, operating('CREATE', 'A', inStock))
  const market = { catalog_type: 'RETAIL', country: 'US', language: 'en-US' }
  await world.call('POST', '/v5/catalogs/items/batch', { ...market, items: [{ operation: 'DELETE', item_id: 'A' }] })
  t.same(await inventoryOf(world, path, {}), [])
  storedItems(world, { id: path.split('/').at(-1) }, { A: boot })
  t.equal((await inventoryOf(world, path, {})).length, 1)
})

t.test('an item of any market of the catalog will do', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  storedItems(world, { id: path.split('/').at(-1) }, { C: boot }, 'CA')
  t.match(await completedBatch(world, path, operating('CREATE', 'C', inStock)), [{ status: 'SUCCESS' }])
})

t.test('creations need availability and price, updates any of the attributes, deletions none', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const statusOf = async (operation: Json): Promise<number> => (await batched(world, path, operation)).status
  for (const operation of ['CREATE', 'UPSERT']) {
    t.equal(await statusOf(operating(operation, 'A', { price: '1' })), 400)
    t.equal(await statusOf(operating(operation, 'A', { availability: 'in stock' })), 400)
    t.equal(await statusOf(operating(operation, 'A', { ...inStock, availability: 'IN_STOCK' })), 400)
  }
  t.equal(await statusOf(operating('UPDATE', 'A')), 400)
  t.equal(await statusOf(operating('UPDATE', 'A', {})), 200)
  t.equal(await statusOf(operating('DELETE', 'A')), 200)
})

t.test('a batch has 1 to 1,000 operations, and a query as many filters', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  for (const [count, status] of [
    [0, 400],
    [1, 200],
    [1000, 200],
    [1001, 400],
  ] as const) {
    t.equal((await batched(world, path, ...Array(count).fill(operating('DELETE', 'A')))).status, status)
    const item_filters = Array(count).fill({ item_id: 'A' })
    t.equal((await world.call('POST', `${path}/local_inventory_items/query`, { item_filters })).status, status)
  }
})

t.test('a batch that the catalog does not have is not found', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const { body } = await batched(world, path, operating('DELETE', 'A'))
  const other = await stockedCatalog(world)
  const found = (base: string, id: string) => world.call('GET', `${base}/supplemental_items/batch/${id}`)
  t.equal((await found(path, body.batch_id)).status, 200)
  for (const answer of [await found(other.path, body.batch_id), await found(path, '1')]) {
    t.match(answer, { status: 404, body: { code: 4331, message: 'Sorry! We could not find your batch ID.' } })
  }
  t.equal((await found('/v5/catalogs/1', body.batch_id)).body.code, 678)
})

t.test('a direct edit sets the state of a batch', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const { body } = await batched(world, path, operating('CREATE', 'A', inStock))
  const edited = await world.call('PATCH', `/__mock/entities/supplemental_item_batches/${body.batch_id}`, {
    status: 'COMPLETED',
  })
  t.match(edited.body, { status: 'COMPLETED', operation_results: [{ status: 'SUCCESS' }] })
})

t.test('a seed keeps local inventory to items of the catalog of its store', async (t) => {
  const world = await mock(t)
  const { path, store } = await stockedCatalog(world)
  const seed = (item_id: string) =>
    world.call('POST', '/__mock/seed', { local_inventory_items: [{ store, item_id, ...inStock }] })
  t.equal((await seed('A')).status, 200)
  t.equal((await seed('X')).status, 400)
  t.match(await inventoryOf(world, path, {}), [{ item_id: 'A' }])
})

t.test('a world keeps stores, inventory and batches in exports, forks and resets', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const { body } = await batched(world, path, operating('CREATE', 'A', inStock))
  const state = (await world.call('GET', '/__mock/state')).body
  await world.call('PUT', '/w/copy/__mock/state', state)
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  for (const name of ['/w/copy', '/w/fork']) {
    t.match(await inventoryOf(world, `${name}${path}`, {}), [{ item_id: 'A' }])
    t.equal((await world.call('GET', `${name}${path}/supplemental_items/batch/${body.batch_id}`)).status, 200)
  }
  await world.call('POST', '/__mock/reset')
  const { tables } = (await world.call('GET', '/__mock/state')).body
  t.same([tables.local_stores, tables.local_inventory_items, tables.supplemental_item_batches], [[], [], []])
})
