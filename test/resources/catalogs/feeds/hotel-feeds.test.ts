import t from 'tap'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** Processes a feed with these rows, and returns its result. */
async function processed(world: Mock, catalog_type: string, content: Json, more: Json = {}): Promise<Json> {
  const country = catalog_type === 'HOTEL' ? {} : { default_country: 'US' }
  const { body: feed } = await world.call('POST', '/v5/catalogs/feeds', {
    name: `Feed of ${catalog_type}`,
    format: 'TSV',
    location: 'https://stay.example.com/feed.tsv',
    catalog_type,
    default_locale: 'en-US',
    ...country,
    ...more,
  })
  await world.call('PUT', `/__mock/feeds/${feed.id}/content`, content)
  world.clock.advance(11_000)
  return (await world.call('GET', `/v5/catalogs/feeds/${feed.id}/processing_results`)).body.items[0]
}

const read = async (world: Mock, filters: Json): Promise<Json> =>
  (await world.call('POST', '/v5/catalogs/items', { country: 'US', language: 'EN', filters })).body.items

const hotel = {
  hotel_id: 'SEA-1',
  name: 'Sea view',
  description: 'Rooms above the harbour.',
  link: 'https://stay.example.com/sea',
}

t.test('a feed of hotels makes hotels of its rows', async (t) => {
  const world = await mock(t)
  const row = {
    ...hotel,
    base_price: '120.00 EUR',
    latitude: '38.7',
    neighborhood: 'Harbour,Old town',
    'main_image.link': 'https://stay.example.com/sea.jpg',
    'address.city': 'Lisbon',
    'address.country': 'PT',
    'guest_ratings.score': 8.5,
  }
  t.match(await processed(world, 'HOTEL', { rows: [row] }), {
    status: 'COMPLETED',
    product_counts: { original: 1, ingested: 1 },
    validation_details: { errors: {}, warnings: {} },
  })
  const [item] = await read(world, { catalog_type: 'HOTEL', hotel_ids: ['SEA-1'] })
  t.strictSame(item.attributes, {
    link: 'https://stay.example.com/sea',
    name: 'Sea view',
    description: 'Rooms above the harbour.',
    base_price: '120.00 EUR',
    latitude: 38.7,
    neighborhood: ['Harbour', 'Old town'],
    address: { city: 'Lisbon', country: 'PT' },
    main_image: { link: 'https://stay.example.com/sea.jpg' },
    guest_ratings: { score: 8.5 },
  })
})

t.test('prices of hotels without a currency are in that of the feed, and others as they were sent', async (t) => {
  const world = await mock(t)
  const rows = [
    { ...hotel, base_price: '100', sale_price: '90USD' },
    { ...hotel, hotel_id: 'SEA-2', base_price: 'from 100' },
  ]
  await processed(world, 'HOTEL', { rows }, { default_currency: 'EUR' })
  const [one, other] = await read(world, { catalog_type: 'HOTEL', hotel_ids: ['SEA-1', 'SEA-2'] })
  t.match(one.attributes, { base_price: '100 EUR', sale_price: '90 USD' })
  t.match(other.attributes, { base_price: 'from 100' })
})

t.test('a price of products is none of hotels, and a warning about the feed', async (t) => {
  const world = await mock(t)
  const rows = [
    { ...hotel, price: '100 EUR' },
    { ...hotel, hotel_id: 'SEA-2', price: '90 EUR', sale_price: '80 EUR' },
  ]
  t.match(await processed(world, 'HOTEL', { rows }), {
    product_counts: { ingested: 2 },
    ingestion_details: { warnings: { HOTEL_PRICE_HEADER_IS_PRESENT: 1 } },
  })
  const items = await read(world, { catalog_type: 'HOTEL', hotel_ids: ['SEA-1', 'SEA-2'] })
  t.notOk(items.some(({ attributes }: Json) => 'base_price' in attributes || 'price' in attributes))
})

t.test('a hotel without id, name, description or link is not published', async (t) => {
  const world = await mock(t)
  const { validation_details, product_counts } = await processed(world, 'HOTEL', { rows: [hotel, { brand: 'Sea' }] })
  t.strictSame(product_counts, { original: 2, ingested: 1 })
  t.strictSame(validation_details.errors, {
    ITEMID_MISSING: 1,
    TITLE_MISSING: 1,
    DESCRIPTION_MISSING: 1,
    PRODUCT_LINK_MISSING: 1,
  })
})

t.test('columns of products stand in for those of hotels', async (t) => {
  const world = await mock(t)
  t.strictSame((await processed(world, 'HOTEL', { samples: 1 })).ingestion_details.warnings, {})
  const [item] = await read(world, { catalog_type: 'HOTEL', hotel_ids: ['SAMPLE-1'] })
  t.match(item.attributes, { name: String, base_price: /USD$/, main_image: { link: /^https:/ } })
  t.notOk('title' in item.attributes)
})

t.test('creative assets of a feed have an id of their own', async (t) => {
  const world = await mock(t)
  const asset = {
    title: 'A film',
    description: 'Of the sea.',
    link: hotel.link,
    video_link: 'https://stay.example.com/1.mp4',
  }
  await processed(world, 'CREATIVE_ASSETS', {
    rows: [
      { ...asset, creative_assets_id: 'C-1' },
      { ...asset, id: 'C-2' },
    ],
  })
  const items = await read(world, { catalog_type: 'CREATIVE_ASSETS', creative_assets_ids: ['C-1', 'C-2'] })
  t.match(items, [{ attributes: { title: 'A film' } }, { attributes: { title: 'A film' } }])
})
