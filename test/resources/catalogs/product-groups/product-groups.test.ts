import t from 'tap'
import { feedIn, withMerchant } from '#test/fixtures/feeds.ts'
import { boot, createdCatalog, storedItems } from '#test/fixtures/items.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const path = '/v5/catalogs/product_groups'
const place = { country: 'US', locale: 'en-US' }
const brand = (...values: string[]) => ({ all_of: [{ BRAND: { values } }] })

/** A body that creates a product group of a catalog. */
const bodyFor = (catalog: Json, more: Json = {}): Json => ({
  catalog_type: 'RETAIL',
  catalog_id: catalog.id,
  name: 'Meadow',
  ...place,
  filters: brand('Meadow'),
  ...more,
})

const created = async (world: Mock, catalog: Json, more: Json = {}): Promise<Json> => {
  const { status, body } = await world.call('POST', path, bodyFor(catalog, more))
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

t.test('a business without a catalog is refused, whatever it sends', async (t) => {
  const world = await mock(t)
  const noCatalog = { code: 4182, message: "Can't access this feature without an existing catalog" }
  for (const [method, url, body] of [
    ['GET', `${path}?page_size=none`],
    ['POST', path, { nothing: true }],
    ['GET', `${path}/x`],
    ['DELETE', `${path}/multiple`],
    ['GET', '/v5/catalogs/available_filter_values'],
    ['POST', '/v5/catalogs/products/get_by_product_group_filters', []],
  ] as const) {
    const answer = await world.call(method, url, body)
    t.strictSame([answer.status, answer.body], [409, noCatalog], `${method} ${url}`)
  }
})

t.test(
  'reads are refused for the state of the business after the schema, and before anything is looked for',
  async (t) => {
    const world = await mock(t)
    await withMerchant(world, { merchant_status: 'UNDER_REVIEW' })
    const codes = async (): Promise<readonly number[]> => {
      const answers: Answer[] = []
      for (const query of ['?page_size=none', '?feed_id=5', '/5', ''])
        answers.push(await world.call('GET', path + query))
      return answers.map(({ body }) => body.code)
    }
    t.strictSame(await codes(), [4182, 4182, 4182, 4182], 'nothing is before the catalog')
    await createdCatalog(world)
    t.strictSame(await codes(), [1, 2626, 2626, 2626])
    await withMerchant(world, { merchant_status: 'APPROVED' })
    t.strictSame(await codes(), [1, 4161, 4180, undefined])
  },
)

t.test('products and counts of a product group are read in any state of the business', async (t) => {
  const world = await mock(t)
  const { id } = await created(world, await createdCatalog(world))
  await withMerchant(world, { merchant_status: 'DISAPPROVED' })
  for (const what of ['products', 'product_counts'])
    t.equal((await world.call('GET', `${path}/${id}/${what}`)).status, 200, what)
})

t.test('a product group, or products by filters, in a catalog of another type are not found', async (t) => {
  const world = await mock(t)
  const { id: catalog_id } = await createdCatalog(world)
  const body = { catalog_type: 'HOTEL', catalog_id, filters: { all_of: [{ BRAND: { values: ['Meadow'] } }] } }
  t.match(await world.call('POST', path, { ...body, name: 'Inns' }), { status: 404, body: { code: 678 } })
  const byFilters = await world.call('POST', '/v5/catalogs/products/get_by_product_group_filters', body)
  t.match(byFilters, { status: 404, body: { code: 678 } })
  const { id } = await createdCatalog(world, 'HOTEL')
  t.equal((await world.call('POST', path, { ...body, catalog_id: id, name: 'Inns' })).status, 201)
})

t.test('a product group is answered as it was created', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  const group = await created(world, catalog)
  t.match(group, {
    catalog_type: 'RETAIL',
    catalog_id: catalog.id,
    feed_id: null,
    name: 'Meadow',
    description: null,
    filters: brand('Meadow'),
    is_featured: false,
    type: 'MERCHANT_CREATED',
    status: 'ACTIVE',
    ...place,
    created_at: world.now * 1000,
    updated_at: world.now * 1000,
  })
  t.strictSame((await world.call('GET', `${path}/${group.id}`)).body, group)
  t.strictSame((await world.call('GET', path)).body, { items: [group], bookmark: null })
})

t.test('lists are narrowed by ids, catalog and feed', async (t) => {
  const world = await mock(t)
  const [catalog, other] = [await createdCatalog(world), await createdCatalog(world)]
  const groups = [await created(world, catalog), await created(world, other)]
  const listed = async (query: string) =>
    (await world.call('GET', `${path}?${query}`)).body.items.map(({ id }: Json) =>
      groups.findIndex((one) => one.id === id),
    )
  t.strictSame(await listed(`catalog_id=${other.id}`), [1])
  t.strictSame(await listed(`id=${groups[1].id},${groups[0].id},5`), [0, 1])
  t.strictSame(await listed(`id=${groups[0].id}&catalog_id=${other.id}`), [])
  const feed = await feedIn(world)
  t.strictSame(await listed(`feed_id=${feed.id}`), [])
})

t.test('an update changes what it sends', async (t) => {
  const world = await mock(t)
  const group = await created(world, await createdCatalog(world))
  await world.call('POST', '/__mock/time/advance', { by: 'PT1S' })
  const { status, body } = await world.call('PATCH', `${path}/${group.id}`, {
    name: 'Fine boots',
    description: 'Wet rock',
  })
  t.equal(status, 200)
  t.strictSame(body, { ...group, name: 'Fine boots', description: 'Wet rock', updated_at: group.updated_at + 1000 })
})

t.test('a deleted product group is gone', async (t) => {
  const world = await mock(t)
  const group = await created(world, await createdCatalog(world))
  t.equal((await world.call('DELETE', `${path}/${group.id}`)).status, 204)
  t.match(await world.call('GET', `${path}/${group.id}`), { status: 404, body: { code: 4180 } })
  t.match(await world.call('DELETE', `${path}/${group.id}`), { status: 404, body: { code: 4180 } })
})

t.test('many product groups are created, or none of them', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  const bodies = [1, 2].map((number) => bodyFor(catalog, { name: `Group ${number}`, filters: brand(`${number}`) }))
  const refused = await world.call('POST', `${path}/multiple`, [...bodies, bodies[0]])
  t.match(refused, { status: 409, body: { code: 4179 } })
  t.strictSame((await world.call('GET', path)).body.items, [])
  const { status, body } = await world.call('POST', `${path}/multiple`, bodies)
  t.equal(status, 201)
  t.strictSame(
    (await world.call('GET', path)).body.items.map(({ id }: Json) => id),
    body,
  )
  t.match(await world.call('DELETE', `${path}/multiple?id=${body[0]},5`), { status: 404, body: { code: 4180 } })
  t.equal((await world.call('GET', path)).body.items.length, 2)
  t.equal((await world.call('DELETE', `${path}/multiple?id=${body.join(',')}`)).status, 204)
  t.strictSame((await world.call('GET', path)).body.items, [])
})

t.test('products are the items that pass, as product Pins, page by page', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, {
    A: boot,
    B: { ...boot, brand: 'Other' },
    C: { ...boot, brand: 'MEADOW', sale_price: '99 USD' },
  })
  storedItems(world, catalog, { D: boot }, 'CA')
  const { id } = await created(world, catalog)
  const first = (await world.call('GET', `${path}/${id}/products?page_size=1`)).body
  const second = (await world.call('GET', `${path}/${id}/products?page_size=1&bookmark=${first.bookmark}`)).body
  t.equal(second.bookmark, null)
  t.match(first.items, [
    {
      catalog_type: 'RETAIL',
      metadata: {
        item_id: 'A',
        item_group_id: null,
        availability: 'IN_STOCK',
        price: 120.5,
        sale_price: null,
        currency: 'USD',
      },
      pin: {
        title: boot.title,
        link: boot.link,
        is_product: true,
        media: { images: { '600x': { url: boot.image_link[0] } } },
      },
    },
  ])
  t.match(second.items, [{ metadata: { item_id: 'C', sale_price: 99 } }])
  const counts = (await world.call('GET', `${path}/${id}/product_counts`)).body
  t.strictSame(counts, { catalog_type: 'RETAIL', in_stock: 2, out_of_stock: 0, preorder: 0, total: 2, videos: 0 })
})

t.test('products are listed by filters without a product group', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: boot, B: { ...boot, price: '20 USD' } })
  const body = {
    catalog_type: 'RETAIL',
    catalog_id: catalog.id,
    ...place,
    filters: { any_of: [{ MAX_PRICE: { values: 20 } }] },
  }
  const url = '/v5/catalogs/products/get_by_product_group_filters'
  t.match((await world.call('POST', url, body)).body, { items: [{ metadata: { item_id: 'B' } }], bookmark: null })
  t.match(await world.call('POST', url, { ...body, catalog_id: '5' }), { status: 404, body: { code: 678 } })
})

t.test('a product group follows the items of those that it refers to', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: boot, B: { ...boot, brand: 'Other' } })
  const { id } = await created(world, catalog)
  const others = await created(world, catalog, {
    name: 'Others',
    filters: { all_of: [{ PRODUCT_GROUP: { values: [id], negated: true } }] },
  })
  const products = (await world.call('GET', `${path}/${others.id}/products`)).body.items
  t.match(products, [{ metadata: { item_id: 'B' } }])
  t.equal(products.length, 1)
  await world.call('PATCH', `${path}/${id}`, { filters: brand('Other') })
  t.match((await world.call('GET', `${path}/${others.id}/products`)).body.items, [{ metadata: { item_id: 'A' } }])
})

t.test('a product group whose filters refer to one that is gone can still be renamed', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  const { id } = await created(world, catalog)
  const filters = { all_of: [{ PRODUCT_GROUP: { values: [id] } }] }
  const referring = await created(world, catalog, { name: 'Referring', filters })
  await world.call('DELETE', `${path}/${id}`)
  const change = (body: Json) => world.call('PATCH', `${path}/${referring.id}`, body)
  t.match(await change({ name: 'Renamed' }), { status: 200, body: { name: 'Renamed', filters } })
  t.match(await change({ filters }), { status: 409, body: { code: 4183 } })
})

t.test('values for filters are those that items have', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: boot, B: { ...boot, brand: 'Other', custom_label_1: 'sale' } })
  const { body } = await world.call('GET', `/v5/catalogs/available_filter_values?catalog_id=${catalog.id}`)
  t.match(body, {
    catalog_type: 'RETAIL',
    filter_values: {
      brand: ['Meadow', 'Other'],
      availability: ['IN_STOCK'],
      custom_label_0: [],
      custom_label_1: ['sale'],
      product_type_0: ['Shoes'],
      product_type_1: ['Boots'],
      google_product_category_1: ['Shoes'],
      media_type: ['IMAGE'],
    },
  })
})

t.test('values for filters are those of a country, of a language, or of both', async (t) => {
  const world = await mock(t)
  const catalog = await createdCatalog(world)
  storedItems(world, catalog, { A: { ...boot, brand: 'Of the US' } })
  storedItems(world, catalog, { A: { ...boot, brand: 'Of Canada' } }, 'CA')
  storedItems(world, catalog, { A: { ...boot, brand: 'Du Canada' } }, 'CA', 'fr-CA')
  const brands = async (query: string): Promise<readonly string[]> =>
    (await world.call('GET', `/v5/catalogs/available_filter_values?catalog_id=${catalog.id}${query}`)).body
      .filter_values.brand
  t.strictSame(await brands('&country=CA'), ['Du Canada', 'Of Canada'])
  t.strictSame(await brands('&language=en-GB'), ['Of Canada', 'Of the US'])
  t.strictSame(await brands('&country=CA&language=fr-CA'), ['Du Canada'])
  t.strictSame(await brands('&country=DE'), [])
})

t.test('hotels and creative assets have product groups of their own', async (t) => {
  const world = await mock(t)
  const hotels = await createdCatalog(world, 'HOTEL')
  storedItems(world, hotels, { H1: { name: 'Sea view', address: { country: 'PT' }, base_price: '100 EUR' } })
  const filters = {
    all_of: [{ COUNTRY: { values: ['PT'] } }, { PRICE: { operator: 'LESS_THAN', value: 101, currency: 'EUR' } }],
  }
  const hotel = await created(world, hotels, { catalog_type: 'HOTEL', filters, country: undefined, locale: undefined })
  t.match((await world.call('GET', `${path}/${hotel.id}/products`)).body.items, [
    { catalog_type: 'HOTEL', metadata: { hotel_id: 'H1' }, pin: { title: 'Sea view' } },
  ])
  const assets = await createdCatalog(world, 'CREATIVE_ASSETS')
  storedItems(world, assets, {
    C1: {
      title: 'A film',
      link: 'https://a.example.com',
      video_link: 'https://a.example.com/a.mp4',
      ios_deep_link: 'app://a',
    },
  })
  const group = await created(world, assets, {
    catalog_type: 'CREATIVE_ASSETS',
    filters: { any_of: [{ LINK: { values: ['a.example'], filter_operator_type: 'CONTAINS' } }] },
    country: undefined,
    locale: undefined,
  })
  t.match((await world.call('GET', `${path}/${group.id}/products`)).body.items, [
    { metadata: { creative_assets_id: 'C1', visibility: 'VISIBLE' }, pin: { media: { media_type: 'video' } } },
  ])
  const counts = (await world.call('GET', `${path}/${group.id}/product_counts`)).body
  t.strictSame(counts, { catalog_type: 'CREATIVE_ASSETS', total: 1, videos: 1, images: 0, app_links: 1 })
})

t.test('a product group of a feed has the products that its feed brings', async (t) => {
  const world = await mock(t)
  const feed = {
    name: 'Range',
    format: 'TSV',
    location: 'https://shop.example.com/feed.tsv',
    catalog_type: 'RETAIL',
    default_country: 'US',
    default_locale: 'en-US',
  }
  const { id: feed_id } = (await world.call('POST', '/v5/catalogs/feeds', feed)).body
  const [image_link] = boot.image_link
  const rows = [
    { ...boot, id: 'A', image_link },
    { ...boot, id: 'B', image_link, brand: 'Other' },
  ]
  await world.call('PUT', `/__mock/feeds/${feed_id}/content`, { rows })
  const group = await world.call('POST', path, { name: 'Meadow', feed_id, filters: brand('Meadow') })
  t.match(group, { status: 201, body: { feed_id, country: null, locale: null } })
  world.clock.advance(3_600_000)
  t.match((await world.call('GET', `${path}/${group.body.id}/products`)).body.items, [{ metadata: { item_id: 'A' } }])
  t.match((await world.call('GET', `${path}/${group.body.id}/product_counts`)).body, { total: 1 })
  const unknown = await world.call('POST', path, { name: 'Peak', feed_id: '5', filters: brand('Peak') })
  t.match(unknown, { status: 404, body: { code: 4161 } })
})
