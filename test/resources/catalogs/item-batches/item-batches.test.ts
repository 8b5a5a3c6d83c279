import t from 'tap'
import { maskedAttributes } from '#server/domain/catalogs/masked-attributes.ts'
import { UpdatableItemAttributes } from '#server/resources/catalogs/item-batches/attribute-schema.ts'
import { boot, createdCatalog } from '#test/fixtures/items.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const path = '/v5/catalogs/items/batch'
const market = { country: 'US', language: 'en-US' }

/** What became of the items of a batch once it is completed. */
async function completed(world: Mock, body: Json): Promise<Json> {
  const { status, body: batch } = await world.call('POST', path, { ...market, ...body })
  if (status !== 200) throw new Error(JSON.stringify(batch))
  world.clock.advance(10_000)
  return (await world.call('GET', `${path}/${batch.batch_id}`)).body
}

const retail = (world: Mock, ...items: readonly Json[]): Promise<Json> =>
  completed(world, { catalog_type: 'RETAIL', items })

/** The items with these ids. */
const read = async (world: Mock, ...item_ids: readonly string[]): Promise<Json> =>
  (await world.call('POST', '/v5/catalogs/items', { ...market, filters: { catalog_type: 'RETAIL', item_ids } })).body
    .items

t.test('a batch is processed, and then completed with what became of its items', async (t) => {
  const world = await mock(t)
  const items = [
    { operation: 'UPSERT', item_id: 'A', attributes: boot },
    { operation: 'UPSERT', item_id: 'B', attributes: { ...boot, image_link: undefined } },
  ]
  const { body } = await world.call('POST', path, { ...market, catalog_type: 'RETAIL', items })
  t.match(body, {
    batch_id: /^\d+$/,
    catalog_type: 'RETAIL',
    status: 'PROCESSING',
    created_time: '2026-06-01T12:00:00',
    completed_time: null,
    items: [
      { item_id: 'A', status: 'PROCESSING', errors: [] },
      { item_id: 'B', status: 'PROCESSING', errors: [] },
    ],
  })
  world.clock.advance(9_000)
  t.equal((await world.call('GET', `${path}/${body.batch_id}`)).body.status, 'PROCESSING')
  world.clock.advance(1_000)
  const done = (await world.call('GET', `${path}/${body.batch_id}`)).body
  t.match(done, { status: 'COMPLETED', completed_time: '2026-06-01T12:00:10' })
  t.match(done.items, [
    { item_id: 'A', status: 'SUCCESS', errors: [] },
    { item_id: 'B', status: 'FAILURE', errors: [{ attribute: 'image_link', message: /IMAGE_LINK_MISSING/ }] },
  ])
})

t.test('the first batch of a business makes its catalog', async (t) => {
  const world = await mock(t)
  await retail(world, { operation: 'CREATE', item_id: 'A', attributes: boot })
  t.match((await world.call('GET', '/v5/catalogs')).body.items, [{ catalog_type: 'RETAIL' }])
})

t.test('items are read with their product Pins, and those that are not there with an error', async (t) => {
  const world = await mock(t)
  await retail(world, { operation: 'CREATE', item_id: 'A', attributes: { ...boot, image_link: boot.image_link[0] } })
  const [item, missing] = await read(world, 'A', 'B')
  t.match(item, { catalog_type: 'RETAIL', item_id: 'A', attributes: { ...boot, image_link: boot.image_link } })
  t.match(item.pins, [{ title: boot.title, is_product: true }])
  t.match(missing, { catalog_type: 'RETAIL', item_id: 'B', errors: [{ attribute: 'item_id' }] })
  t.notOk('attributes' in missing)
})

t.test('an item that is there is not created again, and one that is not is neither changed nor deleted', async (t) => {
  const world = await mock(t)
  const create = { operation: 'CREATE', item_id: 'A', attributes: boot }
  const { items } = await retail(
    world,
    create,
    create,
    { operation: 'UPDATE', item_id: 'B', attributes: { price: '1 USD' } },
    { operation: 'DELETE', item_id: 'B' },
  )
  t.same(
    items.map(({ status }: Json) => status),
    ['SUCCESS', 'FAILURE', 'FAILURE', 'FAILURE'],
  )
})

t.test('an update changes what it sends, and takes away what its mask names alone', async (t) => {
  const world = await mock(t)
  await retail(world, { operation: 'UPSERT', item_id: 'A', attributes: { ...boot, color: 'red', size: '9' } })
  const attributes = { price: '99 USD', color: 'blue' }
  await retail(world, { operation: 'UPDATE', item_id: 'A', attributes, update_mask: ['color', 'size'] })
  const [item] = await read(world, 'A')
  t.match(item.attributes, { title: boot.title, price: '99 USD', color: 'blue' })
  t.notOk('size' in item.attributes)
})

t.test('a mask names attributes that an update may change, and nothing else', async (t) => {
  const world = await mock(t)
  await retail(world, { operation: 'UPSERT', item_id: 'A', attributes: boot })
  const masked = (...update_mask: readonly string[]) => ({ item_id: 'A', attributes: { price: '99 USD' }, update_mask })
  const current = { ...market, catalog_type: 'RETAIL', items: [{ operation: 'UPDATE', ...masked('price', 'prise') }] }
  const older = { ...market, operation: 'UPDATE', items: [masked('image_link')] }
  const answers = [await world.call('POST', path, current), await world.call('POST', path, older)]
  t.match(answers, [
    { status: 400, body: { message: /'prise' is not one of .* at items\[0\]\.update_mask\[1\]/ } },
    { status: 400, body: { message: /'image_link' is not one of .* at items\[0\]\.update_mask\[0\]/ } },
  ])
  t.match((await read(world, 'A'))[0].attributes, { price: boot.price })
})

t.test('whatever a mask may name is an attribute of a product', async (t) => {
  t.strictSame(
    maskedAttributes.filter((name) => !(name in UpdatableItemAttributes.shape)),
    [],
  )
})

t.test('older bodies have one operation for all of their items', async (t) => {
  const world = await mock(t)
  const legacy = (operation: string, items: Json) => completed(world, { operation, items })
  t.match(await legacy('CREATE', [{ item_id: 'A', attributes: boot }]), { items: [{ status: 'SUCCESS' }] })
  t.match(await legacy('UPSERT', [{ item_id: 'B', attributes: boot }]), { items: [{ status: 'SUCCESS' }] })
  await legacy('UPDATE', [{ item_id: 'A', attributes: { brand: 'Peak' } }])
  t.equal((await read(world, 'A'))[0].attributes.brand, 'Peak')
  await legacy('DELETE', [{ item_id: 'A' }])
  await legacy('DELETE_DISCONTINUED', [{ item_id: 'B' }])
  t.match(await read(world, 'A', 'B'), [{ errors: [{}] }, { errors: [{}] }])
})

t.test('hotels and creative assets are items of catalogs of their own', async (t) => {
  const world = await mock(t)
  const hotel = { name: 'Sea view', link: 'https://h.example.com', description: 'By the sea', base_price: '100 EUR' }
  const hotels = await completed(world, {
    catalog_type: 'HOTEL',
    items: [
      { operation: 'CREATE', hotel_id: 'H1', attributes: hotel },
      { operation: 'CREATE', hotel_id: 'H2', attributes: { name: 'No link' } },
    ],
  })
  t.match(hotels.items, [
    { hotel_id: 'H1', status: 'SUCCESS' },
    { hotel_id: 'H2', status: 'FAILURE' },
  ])
  const asset = {
    title: 'A film',
    description: 'Of hills',
    link: 'https://a.example.com',
    image_link: 'https://a.example.com/a.jpg',
  }
  const assets = await completed(world, {
    catalog_type: 'CREATIVE_ASSETS',
    items: [{ operation: 'UPSERT', creative_assets_id: 'C1', attributes: asset }],
  })
  t.match(assets.items, [{ creative_assets_id: 'C1', status: 'SUCCESS' }])
  const filters = { catalog_type: 'HOTEL', hotel_ids: ['H1'] }
  const { body } = await world.call('POST', '/v5/catalogs/items', { ...market, filters })
  t.match(body.items, [{ catalog_type: 'HOTEL', item_response_kind: 'hotel_item', hotel_id: 'H1', attributes: hotel }])
})

t.test('an attribute that is not valid is a warning, and the item has none of it', async (t) => {
  const world = await mock(t)
  const sent = { gtin: 'none', sale_price: '999 USD', gender: 'it', custom_number_0: -1, ad_image_0_tag: 'sale' }
  const attributes = { ...boot, ...sent, color: 'red', save_pin_disabled: true }
  const { items } = await retail(world, { operation: 'UPSERT', item_id: 'A', attributes })
  t.match(items, [{ status: 'SUCCESS', errors: [] }])
  const names = items[0].warnings.map(({ message }: Json) => message.split(/[ .]/)[1])
  t.match(
    new Set(names),
    new Set(['GTIN_INVALID', 'SALES_PRICE_TOO_HIGH', 'GENDER_INVALID', 'AD_IMAGE_0_LINK_REQUIRED']),
  )
  const [item] = await read(world, 'A')
  t.match(item.attributes, { color: 'red', save_pin_disabled: true, ad_image_0_tag: 'sale', sale_price: boot.price })
  for (const name of ['gtin', 'gender', 'custom_number_0']) t.notOk(name in item.attributes, name)
})

t.test('an issue names the attribute, and what was sent', async (t) => {
  const world = await mock(t)
  const sent = (item_id: string, attributes: Json) => ({ operation: 'UPSERT', item_id, attributes })
  const { items } = await retail(world, sent('A', { ...boot, price: '$99' }), sent('', boot))
  t.match(items, [
    { errors: [{ attribute: 'price', message: 'price: PRODUCT_PRICE_INVALID. Sent: "$99"' }] },
    { errors: [{ attribute: 'item_id', message: 'item_id: ITEMID_MISSING' }] },
  ])
})

t.test('hotels of batches are held to what those of feeds are', async (t) => {
  const world = await mock(t)
  const hotel = { name: 'Sea view', link: 'https://h.example.com', description: 'By the sea' }
  const upsert = (hotel_id: string, attributes: Json) => ({ operation: 'UPSERT', hotel_id, attributes })
  const { items } = await completed(world, {
    catalog_type: 'HOTEL',
    items: [
      upsert('H'.repeat(128), hotel),
      upsert('H1', { ...hotel, link: 'sea' }),
      upsert('H2', {}),
      upsert('H'.repeat(127), hotel),
    ],
  })
  const issues = (item: Json) => item.errors.map(({ message }: Json) => message.slice(0, 26))
  t.strictSame(items.map(issues), [
    ['hotel_id: ITEMID_MISSING. '],
    ['link: LINK_FORMAT_INVALID.'],
    ['name: TITLE_MISSING', 'description: DESCRIPTION_MI', 'link: PRODUCT_LINK_MISSING'].map((text) =>
      text.slice(0, 26),
    ),
    [],
  ])
})

t.test('a creative asset is visible or hidden, and nothing else', async (t) => {
  const world = await mock(t)
  const asset = {
    title: 'A film',
    description: 'Of hills',
    link: 'https://a.example.com',
    image_link: 'https://a.example.com/a.jpg',
  }
  const upsert = (creative_assets_id: string, visibility: string) => ({
    operation: 'UPSERT',
    creative_assets_id,
    attributes: { ...asset, visibility },
  })
  await completed(world, { catalog_type: 'CREATIVE_ASSETS', items: [upsert('C1', 'Hidden'), upsert('C2', 'half')] })
  const filters = { catalog_type: 'CREATIVE_ASSETS', creative_assets_ids: ['C1', 'C2'] }
  const { body } = await world.call('POST', '/v5/catalogs/items', { ...market, filters })
  t.strictSame(
    body.items.map(({ attributes }: Json) => attributes.visibility),
    ['hidden', undefined],
  )
})

t.test('a catalog of another type is not found', async (t) => {
  const world = await mock(t)
  const { id } = await createdCatalog(world)
  const inn = { operation: 'DELETE', hotel_id: 'INN' }
  const hotels = { catalog_type: 'HOTEL', catalog_id: id }
  const report = { report_type: 'DISTRIBUTION_ISSUES', catalog_id: id }
  for (const [name, body] of [
    ['/items/batch', { ...market, ...hotels, items: [inn] }],
    ['/items', { ...market, filters: { ...hotels, hotel_ids: ['INN'] } }],
    ['/reports', { catalog_type: 'HOTEL', report }],
  ] as const)
    t.match(await world.call('POST', `/v5/catalogs${name}`, body), { status: 404, body: { code: 678 } }, name)
  const products = { ...market, catalog_type: 'RETAIL', catalog_id: id, items: [{ operation: 'DELETE', item_id: 'A' }] }
  t.equal((await world.call('POST', path, products)).status, 200)
})

t.test('an entry says by its kind whether the item is there', async (t) => {
  const world = await mock(t)
  await retail(world, { operation: 'UPSERT', item_id: 'A', attributes: boot })
  const kinds = (await read(world, 'A', 'B')).map(({ item_response_kind }: Json) => item_response_kind)
  t.same(kinds, ['retail_item', 'retail_item_error'])
})

t.test('a batch of another business, or of none, is not found', async (t) => {
  const world = await mock(t)
  t.match(await world.call('GET', `${path}/595953100599279259-66753b9bb65c46c49bd8503b27fecf9e`), {
    status: 404,
    body: { code: 4331, message: 'Sorry! We could not find your batch ID.' },
  })
})

t.test('a batch has 1 to 1,000 items', async (t) => {
  const world = await mock(t)
  const send = (count: number) =>
    world.call('POST', path, {
      ...market,
      catalog_type: 'RETAIL',
      items: Array.from({ length: count }, (_, index) => ({ operation: 'DELETE', item_id: String(index) })),
    })
  t.equal((await send(0)).status, 400)
  t.equal((await send(1001)).status, 400)
  t.equal((await send(1000)).status, 200)
})

t.test('the built-in seed has a batch of which one item failed', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { tables } = (await world.call('GET', '/__mock/state')).body
  const { body } = await world.call('GET', `${path}/${tables.item_batches[0].id}`)
  t.match(body, {
    status: 'COMPLETED',
    items: [
      { status: 'SUCCESS', warnings: [{}] },
      { status: 'FAILURE', errors: [{}] },
    ],
  })
})
