import t from 'tap'
import { hide, stored } from '#test/fixtures/deleted-feeds.ts'
import { boot, storedItems } from '#test/fixtures/items.ts'
import { inStock, inventoryOf, operating, stockedCatalog } from '#test/fixtures/local-inventory.ts'
import { type Json, mock } from '#test/support/mock.ts'

const item = { ...boot, availability: 'out of stock' }
const filters = { all_of: [{ BRAND: { values: ['Meadow'] } }] }

t.test('nobody sees the items of a deleted feed while they are still stored', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const catalog = { id: path.split('/').at(-1) }
  const group = {
    catalog_type: 'RETAIL',
    catalog_id: catalog.id,
    name: 'Meadow',
    country: 'US',
    locale: 'en-US',
    filters,
  }
  const { id } = (await world.call('POST', '/v5/catalogs/product_groups', group)).body
  await world.call('POST', `${path}/local_inventory_items/batch`, {
    operations: ['A', 'B'].map((key) => operating('CREATE', key, inStock)),
  })
  world.clock.advance(10_000)
  const get = async (url: string) => (await world.call('GET', url)).body
  const post = async (url: string, body: Json) => (await world.call('POST', url, body)).body
  const named = { country: 'US', language: 'EN', filters: { catalog_type: 'RETAIL', item_ids: ['A'] } }
  const issues = 'parameters[catalog_type]=RETAIL&parameters[report][report_type]=DISTRIBUTION_ISSUES'
  const search = { catalog_type: 'RETAIL', catalog_id: catalog.id, filters, country: 'US', locale: 'en-US' }
  const readers: Readonly<Record<string, () => Promise<readonly Json[]>>> = {
    'products of a group': async () => (await get(`/v5/catalogs/product_groups/${id}/products`)).items,
    'counts of a group': async () =>
      Array((await get(`/v5/catalogs/product_groups/${id}/product_counts`)).total).fill('one'),
    'products by filters': async () => (await post('/v5/catalogs/products/get_by_product_group_filters', search)).items,
    'values for filters': async () =>
      (await get(`/v5/catalogs/available_filter_values?catalog_id=${catalog.id}`)).filter_values.custom_label_0,
    'items by id': async () =>
      (await post('/v5/catalogs/items', named)).items.filter(({ errors }: Json) => !errors?.length),
    'local inventory': () => inventoryOf(world, path, { item_id: 'A' }),
    'statistics of reports': async () => (await get(`/v5/catalogs/reports/stats?${issues}`)).items,
  }
  for (const [name, read] of Object.entries(readers)) {
    storedItems(world, catalog, { A: { ...item, custom_label_0: 'feed' } })
    const before = await read()
    t.ok(before.length > 0, `${name}: seen before`)
    hide(world)
    const after = await read()
    // The other item stays.
    const others = { 'products of a group': 1, 'counts of a group': 1, 'products by filters': 1 }[name] ?? 0
    t.equal(after.length, others, `${name}: ${JSON.stringify(after)}`)
  }
})

t.test('an item of a deleted feed is neither tagged, taken, changed nor deleted', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const catalog = { id: path.split('/').at(-1) }
  const batch = async (operation: string, attributes?: Json) => {
    storedItems(world, catalog, { A: item })
    hide(world)
    const items = [{ operation, item_id: 'A', ...(attributes && { attributes }) }]
    const body = { catalog_type: 'RETAIL', country: 'US', language: 'EN', items }
    const { batch_id } = (await world.call('POST', '/v5/catalogs/items/batch', body)).body
    world.clock.advance(10_000)
    return (await world.call('GET', `/v5/catalogs/items/batch/${batch_id}`)).body.items[0].status
  }
  t.equal(await batch('DELETE'), 'FAILURE')
  t.equal(await batch('UPDATE', { title: 'Other' }), 'FAILURE')
  t.equal(await batch('CREATE', { ...boot, image_link: [boot.image_link[0]] }), 'SUCCESS')
})

t.test('an item that comes in place of a hidden one is a new one', async (t) => {
  const world = await mock(t)
  const { path } = await stockedCatalog(world)
  const catalog = { id: path.split('/').at(-1) }
  const { db } = world.worlds.world('default')
  const sequence = () => db.prepare("SELECT seq FROM items WHERE item_key = 'A'").pluck().get()
  const before = sequence()
  hide(world)
  storedItems(world, catalog, { A: item })
  t.not(sequence(), before)
  t.equal(stored(world), 2)
})
