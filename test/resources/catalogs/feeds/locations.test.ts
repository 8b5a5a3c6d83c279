import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import t, { type Test } from 'tap'
import { feedDirectory, feedServer, tableOf, threeProducts } from '#test/fixtures/feed-files.ts'
import { feedIn, productRow, resultsOf } from '#test/fixtures/feeds.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** Returns the result of a feed at a location. */
async function processed(world: Mock, more: object): Promise<Json> {
  const feed = await feedIn(world, { format: 'TSV', default_availability: null, ...more })
  world.clock.advance(10_000)
  return (await resultsOf(world, feed))[0]
}

/** Returns the result of a feed with a file of this content. */
async function resultOf(t: Test, content: string | Uint8Array, format = 'TSV'): Promise<Json> {
  const { directory, write } = feedDirectory(t)
  const world = await mock(t, { feedSources: { directory, hosts: [] } })
  return processed(world, { location: write('feed', content), format })
}

const xml = (items: string): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${items}</channel></rss>`

const element = (name: string, value: string): string => `<${name}>${value.replaceAll('>', '&gt;')}</${name}>`
const item = (row: object): string =>
  element('item', '').replace(
    '></',
    `>${Object.entries(row)
      .map(([name, value]) => element(`g:${name}`, value))
      .join('')}</`,
  )

const twoOfThree = { status: 'COMPLETED', product_counts: { original: 3, ingested: 2 } }

t.test('a TSV file is read', async (t) => {
  t.match(await resultOf(t, threeProducts), twoOfThree)
})

t.test('a CSV file is read, with quotes and line breaks in values', async (t) => {
  const row = { ...productRow, description: '"Keeps ""all"" rain out,\neven a storm"', id: 'A,1' }
  const content = tableOf([{ ...row, id: '"A,1"' }], ',')
  t.match(await resultOf(t, content, 'CSV'), { status: 'COMPLETED', product_counts: { original: 1, ingested: 1 } })
})

t.test('an RSS file is read', async (t) => {
  const { image_link, ...without } = productRow
  const content = xml(item(productRow) + item({ ...without, id: 'TENT-2' }) + item({ ...productRow, id: 'TENT-3' }))
  const result = await resultOf(t, content, 'XML')
  t.match(result, twoOfThree)
  t.strictSame(result.validation_details.errors, { IMAGE_LINK_MISSING: 1 })
})

t.test('an Atom file is read', async (t) => {
  const { id, title, description, link, ...rest } = productRow
  const more = Object.entries(rest).map(([name, value]) => element(`g:${name}`, value))
  const entry = `<entry><g:id>${id}</g:id><title>${title}</title><summary>${description}</summary><link href="${link}"/>${more.join('')}</entry>`
  const result = await resultOf(t, `<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`, 'XML')
  t.match(result, { status: 'COMPLETED', product_counts: { original: 1, ingested: 1 } })
})

t.test('gzip and zip files are unpacked', async (t) => {
  t.match(await resultOf(t, gzipSync(threeProducts)), twoOfThree)
  const feed = Buffer.from(threeProducts)
  t.match(await resultOf(t, zipSync({ 'feed.tsv': feed })), twoOfThree)
  const none = new Uint8Array()
  const ofMac = { '.DS_Store': none, '__MACOSX/feed.tsv': none, 'shop/': none, 'shop/.hidden': none }
  t.match(
    await resultOf(t, zipSync({ ...ofMac, 'shop/feed.tsv': feed })),
    twoOfThree,
    'what is beside it is passed over',
  )
})

t.test('a file of UTF-16 with a mark is read', async (t) => {
  t.match(await resultOf(t, Buffer.from(`\uFEFF${threeProducts}`, 'utf16le')), twoOfThree)
})

const failures: readonly (readonly [string, string, string | Uint8Array, string?])[] = [
  ['a column that is missing', 'REQUIRED_COLUMNS_MISSING', tableOf([{ id: '1', title: 'Tent' }])],
  ['another delimiter', 'DELIMITER_ERROR', tableOf([productRow], ',')],
  ['a quote that is never closed', 'DELIMITER_ERROR', `${tableOf([productRow])}"${'x'.repeat(3 * 2 ** 20)}`],
  ['bytes that are no text', 'ENCODING_ERROR', Buffer.from([0x69, 0x64, 0xff, 0xfe, 0x80])],
  ['a broken gzip file', 'ENCODING_ERROR', gzipSync(threeProducts).subarray(0, 60)],
  ['a broken zip file', 'ENCODING_ERROR', Buffer.from('PK\u0003\u0004 nothing')],
  ['XML that is cut off', 'MALFORMED_XML', xml(item(productRow)).slice(0, 300), 'XML'],
  ['XML with an unknown entity', 'MALFORMED_XML', xml('<item>&boom;</item>'), 'XML'],
  ['an empty file', 'FEED_TOO_SMALL', ''],
]

for (const [what, error, content, format] of failures) {
  t.test(`${what} fails with ${error}`, async (t) => {
    const result = await resultOf(t, content, format)
    t.equal(result.status, 'FAILED')
    t.strictSame(result.validation_details.errors, { [error]: 1 })
  })
}

t.test('a row with too many values is a broken line', async (t) => {
  const result = await resultOf(t, `${threeProducts}${'x\t'.repeat(20)}\n`)
  t.match(result, { product_counts: { original: 4, ingested: 2 } })
  t.match(result.validation_details.errors, { PARSE_LINE_ERROR: 1 })
})

t.test('columns are named exactly, and a column that is there twice is a warning', async (t) => {
  const [columns = '', ...lines] = threeProducts.split('\n')
  const again = [`${columns}\ttitle`, ...lines.map((line) => (line === '' ? '' : `${line}\tagain`))].join('\n')
  t.match(await resultOf(t, again), { ...twoOfThree, validation_details: { warnings: { DUPLICATE_HEADERS: 1 } } })
  for (const other of ['Image_Link', 'image link', ' image_link', 'g:image_link']) {
    const result = await resultOf(t, [columns.replace('image_link', other), ...lines].join('\n'))
    t.strictSame(result.validation_details.errors, { REQUIRED_COLUMNS_MISSING: 1 }, other)
  }
})

t.test('rows that a quote has run together are a broken line, and those after it are read', async (t) => {
  const rows = [
    { ...productRow, id: 'TENT-1', title: '12" pan' },
    { ...productRow, id: 'TENT-2', title: '"Best" tent' },
    { ...productRow, id: 'TENT-3', title: '"Whole"' },
    { ...productRow, id: 'TENT-4' },
  ]
  const result = await resultOf(t, tableOf(rows))
  t.match(result, { status: 'COMPLETED', product_counts: { original: 3, ingested: 2 } })
  t.strictSame(result.validation_details.errors, { PARSE_LINE_ERROR: 1 })
})

t.test('a quote that is open at the end of the file is a broken line', async (t) => {
  const result = await resultOf(t, tableOf([productRow, { ...productRow, id: 'TENT-2', title: '"Open' }]))
  t.match(result, { status: 'COMPLETED', product_counts: { original: 2, ingested: 1 } })
  t.strictSame(result.validation_details.errors, { PARSE_LINE_ERROR: 1 })
})

t.test('elements of the namespace of products are read with any prefix, and others are not', async (t) => {
  const renamed = (prefix: string) =>
    xml(item(productRow)).replaceAll(/(?<=[</])g:|(?<=xmlns:)g(?==)/g, (name) => (name === 'g' ? prefix : `${prefix}:`))
  t.match(await resultOf(t, renamed('goods'), 'XML'), { status: 'COMPLETED', product_counts: { ingested: 1 } })
  const foreign = renamed('goods').replace('http://base.google.com/ns/1.0', 'http://shop.example.com/ns')
  t.match(await resultOf(t, foreign, 'XML'), { status: 'FAILED', product_counts: { ingested: 0 } })
})

t.test(
  'the parts of shipping and tax may be elements, in any order and without those that may be missing',
  async (t) => {
    const parts = (name: string, values: object) =>
      `<g:${name}>${Object.entries(values)
        .map(([part, value]) => element(`g:${part}`, value))
        .join('')}</g:${name}>`
    const shipping = parts('shipping', { price: '0 USD', country: 'US', service: 'Ground', min_transit_time: '2' })
    const tax = parts('tax', { country: 'US', region: '1025433', rate: '6.00', tax_ship: 'y' })
    const { directory, write } = feedDirectory(t)
    const world = await mock(t, { feedSources: { directory, hosts: [] } })
    const location = write('feed', xml(item(productRow).replace('</item>', `${shipping}${tax}</item>`)))
    t.strictSame((await processed(world, { location, format: 'XML' })).validation_details.warnings, {})
    const filters = { catalog_type: 'RETAIL', item_ids: [productRow.id] }
    const { body } = await world.call('POST', '/v5/catalogs/items', { country: 'US', language: 'EN', filters })
    t.match(body.items[0].attributes, { shipping: 'US::Ground:0 USD', tax: 'US:1025433:6.00:y' })
  },
)

/** Returns whether a location is read, by a server with these sources. */
async function isRead(
  t: Test,
  location: string,
  feedSources: { directory?: string; hosts: string[] },
): Promise<boolean> {
  const { status, validation_details } = await processed(await mock(t, { feedSources }), { location })
  t.ok(status === 'COMPLETED' || validation_details.errors.FETCH_ERROR === 1, status)
  return status === 'COMPLETED'
}

t.test('a file is read below the directory that the server was started with, and nowhere else', async (t) => {
  const inside = feedDirectory(t)
  const outside = feedDirectory(t)
  const location = inside.write('feed.tsv', threeProducts)
  const other = outside.write('feed.tsv', threeProducts)
  const sources = { directory: inside.directory, hosts: [] }
  t.ok(await isRead(t, location, sources))
  t.notOk(await isRead(t, location, { hosts: [] }), 'without a directory none')
  t.notOk(await isRead(t, other, sources), 'none outside')
  t.notOk(await isRead(t, location.replace('feed.tsv', 'none.tsv'), sources), 'none that is not there')
  symlinkSync(join(outside.directory, 'feed.tsv'), join(inside.directory, 'link.tsv'))
  t.notOk(await isRead(t, location.replace('feed.tsv', 'link.tsv'), sources), 'no link leads out')
  t.notOk(await isRead(t, location.replace('/feed.tsv', '/'), sources), 'no directory')
})

t.test('a host of this machine is read, with the credentials of the feed', async (t) => {
  const seen: (string | undefined)[] = []
  const url = await feedServer(t, (request, response) => {
    seen.push(request.headers.authorization)
    response.end(threeProducts)
  })
  const world = await mock(t)
  const credentials = { username: 'shop', password: 'secret' }
  t.match(await processed(world, { location: `${url}/feed.tsv`, credentials }), twoOfThree)
  t.strictSame(seen, [`Basic ${Buffer.from('shop:secret').toString('base64')}`])
})

t.test('other hosts are not read, unless the server was started with them', async (t) => {
  const url = await feedServer(t, (_request, response) => response.end(threeProducts))
  const { port } = new URL(url)
  t.notOk(await isRead(t, 'http://shop.invalid/feed.tsv', { hosts: [] }))
  t.notOk(await isRead(t, 'http://169.254.169.254/latest', { hosts: ['*'] }), 'no private address by *')
  t.notOk(await isRead(t, 'http://10.0.0.1/feed.tsv', { hosts: ['*'] }))
  t.ok(await isRead(t, `http://localhost:${port}/feed.tsv`, { hosts: [] }))
})

t.test('a location with credentials, of another scheme or that answers an error is not read', async (t) => {
  const url = await feedServer(t, (_request, response) => {
    response.statusCode = 404
    response.end()
  })
  t.notOk(await isRead(t, url.replace('//', '//shop:secret@'), { hosts: [] }))
  t.notOk(await isRead(t, 'ftp://127.0.0.1/feed.tsv', { hosts: [] }))
  t.notOk(await isRead(t, url, { hosts: [] }))
})

t.test(
  'a redirect leads only where a location may, three times at most, and without credentials to others',
  async (t) => {
    const authorized: (string | undefined)[] = []
    const other = await feedServer(t, (request, response) => {
      authorized.push(request.headers.authorization)
      response.end(threeProducts)
    })
    const url = await feedServer(t, ({ url: path = '' }, response) => {
      const target = { '/other': other, '/away': 'http://10.0.0.1/', '/file': 'file:///etc/passwd' }[path] ?? '/loop'
      response.writeHead(302, { location: target }).end()
    })
    t.notOk(await isRead(t, `${url}/away`, { hosts: [] }))
    t.notOk(await isRead(t, `${url}/file`, { hosts: [] }))
    t.notOk(await isRead(t, `${url}/loop`, { hosts: [] }))
    const credentials = { username: 'shop', password: 'secret' }
    t.match(await processed(await mock(t), { location: `${url}/other`, credentials }), twoOfThree)
    t.strictSame(authorized, [undefined])
  },
)

t.test(
  'credentials go to the host of the location after every redirect to it, and when it asks for none',
  async (t) => {
    const seen: (readonly [string | undefined, string | undefined])[] = []
    const host = await feedServer(t, ({ url, headers }, response) => {
      seen.push([url, headers.authorization])
      if (url === '/feed.tsv') response.writeHead(307, { location: `${other}/back` }).end()
      else response.end(threeProducts)
    })
    const other = await feedServer(t, ({ url, headers }, response) => {
      seen.push([url, headers.authorization])
      response.writeHead(308, { location: `${host}/moved.tsv` }).end()
    })
    const credentials = { username: 'shop', password: 'sécret:1' }
    t.match(await processed(await mock(t), { location: `${host}/feed.tsv`, credentials }), twoOfThree)
    const basic = `Basic ${Buffer.from('shop:sécret:1').toString('base64')}`
    t.strictSame(seen, [
      ['/feed.tsv', basic],
      ['/back', undefined],
      ['/moved.tsv', basic],
    ])
  },
)

t.test('a host that refuses credentials, or has none, is not read, and its answer is the reason', async (t) => {
  const url = await feedServer(t, (_request, response) => response.writeHead(401).end())
  const world = await mock(t)
  t.match(await processed(world, { location: `${url}/feed.tsv` }), { status: 'FAILED' })
  const { items } = (await world.call('GET', '/__mock/requests?limit=1')).body
  t.match(items[0].warnings, [/feed\.tsv answered 401/])
})

t.test('a body that is shorter than its length says, or breaks off, is not taken for the feed', async (t) => {
  const short = await feedServer(t, (_request, response) => {
    response.writeHead(200, { 'content-length': threeProducts.length + 1 })
    response.write(threeProducts)
    setImmediate(() => response.destroy())
  })
  const cut = await feedServer(t, (_request, response) => {
    response.write(threeProducts)
    setImmediate(() => response.destroy())
  })
  t.notOk(await isRead(t, short, { hosts: [] }))
  t.notOk(await isRead(t, cut, { hosts: [] }))
})

t.test('a redirect from a host that is named leads to no other that is not', async (t) => {
  const url = await feedServer(t, (_request, response) => {
    response.writeHead(302, { location: 'http://shop.invalid/feed.tsv' }).end()
  })
  const world = await mock(t, { feedSources: { hosts: ['127.0.0.1'] } })
  const result = await processed(world, { location: `${url}/feed.tsv` })
  t.match(result, { status: 'FAILED', validation_details: { errors: { FETCH_ERROR: 1 } } })
  const { items } = (await world.call('GET', '/__mock/requests?limit=1')).body
  t.match(items[0].warnings, [/shop\.invalid\/feed\.tsv is not read: --feed-hosts does not name shop\.invalid/])
})

t.test('the journal says why a feed could not be read', async (t) => {
  const world = await mock(t)
  await processed(world, { location: 'http://shop.invalid/feed.tsv' })
  const { items } = (await world.call('GET', '/__mock/requests?limit=1')).body
  t.match(items[0].warnings, [/Processing result \d+: .*--feed-hosts does not name shop.invalid/])
})

t.test('other calls are answered while a feed is read', async (t) => {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({ ...productRow, id: `TENT-${index}` }))
  const { directory, write } = feedDirectory(t)
  const world = await mock(t, { feedSources: { directory, hosts: [] } })
  const feed = await feedIn(world, { location: write('feed.tsv', tableOf(rows)), format: 'TSV' })
  world.clock.advance(10_000)
  let isDone = false
  const looking = resultsOf(world, feed).then((results) => {
    isDone = true
    return results
  })
  await world.call('GET', '/v5/catalogs')
  t.notOk(isDone, 'a list of catalogs comes first')
  t.match(await looking, [{ product_counts: { original: 20_000, ingested: 20_000 } }])
})
