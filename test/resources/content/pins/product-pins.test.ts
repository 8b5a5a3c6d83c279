import t from 'tap'
import { processedFeedIn, productRow, resultsOf } from '#test/fixtures/feeds.ts'
import { boot } from '#test/fixtures/items.ts'
import { boardIn, namesIn, pinIn } from '#test/fixtures/pins.ts'
import { operate, pinOfItem, productPinIn, productPinOfOther } from '#test/fixtures/product-pins.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const missing = { status: 404, body: { code: 50, message: 'Pin not found.' } }

/** The text of an answer. */
const textOf = async ({ app }: Mock, url: string): Promise<string> =>
  (await app.inject({ url, headers: { authorization: 'Bearer test' } })).body

/** The product group of a business that has all items of its catalog. */
async function groupOfAll({ call }: Mock): Promise<Json> {
  const [catalog] = (await call('GET', '/v5/catalogs')).body.items
  const filters = { all_of: [{ BRAND: { values: [boot.brand] } }] }
  const group = { catalog_type: 'RETAIL', catalog_id: catalog.id, name: 'All', country: 'US', locale: 'en-US', filters }
  return (await call('POST', '/v5/catalogs/product_groups', group)).body
}

for (const query of ['', '?pin_metrics=true']) {
  t.test(`a product Pin is read as the products of a group have it, with the query '${query}'`, async (t) => {
    const world = await mock(t)
    const { id } = await productPinIn(world)
    const group = await groupOfAll(world)
    const products = await textOf(world, `/v5/catalogs/product_groups/${group.id}/products${query}`)
    const pin = await textOf(world, `/v5/pins/${id}${query}`)
    t.ok(products.includes(`"pin":${pin}`), `${products} has ${pin}`)
    t.match(JSON.parse(pin), { id, title: boot.title, link: boot.link, is_product: true, has_been_promoted: false })
  })
}

t.test('a product Pin is read as items and searches have it', async (t) => {
  const world = await mock(t)
  const listed = await productPinIn(world)
  const { catalog_id } = await groupOfAll(world)
  t.strictSame((await world.call('GET', `/v5/pins/${listed.id}`)).body, listed)
  const search = { catalog_type: 'RETAIL', catalog_id, country: 'US', locale: 'en-US' }
  const filters = { any_of: [{ BRAND: { values: [boot.brand] } }] }
  const path = '/v5/catalogs/products/get_by_product_group_filters'
  t.strictSame((await world.call('POST', path, { ...search, filters })).body.items[0].pin, listed)
})

t.test("another user's product Pin is not read, and neither is an id beside those of items", async (t) => {
  const world = await mock(t)
  t.match(await world.call('GET', `/v5/pins/${await productPinOfOther(world)}`), missing)
  const { id } = await productPinIn(world)
  for (const other of [BigInt(id) + 1n, BigInt(id) + 64n, `0${id}`])
    t.match(await world.call('GET', `/v5/pins/${other}`), missing, `${other}`)
})

t.test('a product Pin shows a change of its item at once', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  t.match((await world.call('GET', `/v5/pins/${id}`)).body, { title: boot.title })
  t.match((await world.call('GET', `/v5/pins/${id}`)).body, { title: boot.title }, 'repeated')
  await operate(world, 'UPDATE', { title: 'Winter boot' })
  t.match((await world.call('GET', `/v5/pins/${id}`)).body, { id, title: 'Winter boot' })
})

t.test('a product Pin goes with its item, and an item that comes again has another', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  await operate(world, 'DELETE')
  t.match(await world.call('GET', `/v5/pins/${id}`), missing)
  const again = await productPinIn(world)
  t.not(again.id, id)
  t.match(await world.call('GET', `/v5/pins/${id}`), missing)
  t.strictSame((await world.call('GET', `/v5/pins/${again.id}`)).body, again)
})

t.test('product Pins of a deleted feed are gone with the answer', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { samples: 1000 })
  await resultsOf(world, feed)
  const { id } = await pinOfItem(world, 'SAMPLE-900')
  t.equal((await world.call('GET', `/v5/pins/${id}`)).status, 200)
  t.equal((await world.call('DELETE', `/v5/catalogs/feeds/${feed.id}`)).status, 204)
  t.match(await world.call('GET', `/v5/pins/${id}`), missing)
})

t.test('a feed that is processed again leaves the product Pin its id', async (t) => {
  const world = await mock(t)
  const feed = await processedFeedIn(world, { rows: [productRow] })
  await resultsOf(world, feed)
  const { id } = await pinOfItem(world, productRow.id)
  const rows = [{ ...productRow, title: 'Three-person tent' }]
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { rows })
  world.clock.advance(86_400_000)
  await resultsOf(world, feed)
  t.match((await world.call('GET', `/v5/pins/${id}`)).body, { id, title: 'Three-person tent' })
})

t.test('a copy of a product Pin is an ordinary Pin with what the item says', async (t) => {
  const world = await mock(t)
  const product = await productPinIn(world)
  const board = await boardIn(world)
  const { status, body } = await world.call('POST', `/v5/pins/${product.id}/save`, { board_id: board.id })
  t.equal(status, 200)
  const { id, created_at } = body
  const copied = { board_id: board.id, parent_pin_id: product.id, is_product: false, is_standard: true }
  t.strictSame(body, { ...product, id, created_at, ...copied })
  t.strictSame((await world.call('PATCH', `/v5/pins/${id}`, { title: 'Mine' })).body, { ...body, title: 'Mine' })
  await operate(world, 'DELETE')
  t.match((await world.call('GET', `/v5/pins/${id}`)).body, { link: boot.link, media: product.media })
})

t.test("another user's product Pin is saved, and is a parent", async (t) => {
  const world = await mock(t)
  const id = await productPinOfOther(world)
  t.match((await world.call('POST', `/v5/pins/${id}/save`, {})).body, { title: boot.title, parent_pin_id: id })
  const child = await pinIn(world, { media_source: null, parent_pin_id: id, title: 'Mine' })
  const [url] = boot.image_link
  t.match(child, { title: 'Mine', parent_pin_id: id, is_product: false, media: { images: { '1200x': { url } } } })
})

t.test("another user's product Pin is changed and deleted as little as any Pin of others", async (t) => {
  const world = await mock(t)
  const path = `/v5/pins/${await productPinOfOther(world)}`
  t.match(await world.call('PATCH', path, { title: 'Mine' }), { status: 403, body: { code: 29 } })
  t.match(await world.call('DELETE', path), { status: 403, body: { code: 29 } })
})

t.test('a refused change of a product Pin says what was sent and what is allowed', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  const { status, body } = await world.call('PATCH', `/v5/pins/${id}`, { title: 'Mine' })
  t.equal(status, 400)
  t.match(body, { code: 1, message: new RegExp(`with its item, by .*items/batch. Sent: "${id}"`) })
})

t.test('lists, boards and searches have no product Pins', async (t) => {
  const world = await mock(t)
  await productPinIn(world)
  const { id } = await boardIn(world)
  await pinIn(world, { title: 'Boot on a walk', board_id: id })
  for (const path of ['/pins', `/boards/${id}/pins`, '/search/pins?query=boot'])
    t.same(await namesIn(world, path), ['Boot on a walk'], path)
})

t.test('a product Pin has no tags of its own', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  t.strictSame((await world.call('GET', `/v5/pins/${id}/product_tags`)).body, { product_tags: [] })
})
