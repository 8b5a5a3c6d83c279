import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { runFeedCommand } from '#server/cli/feed.ts'
import { feedDirectory, tableOf, threeProducts } from '#test/fixtures/feed-files.ts'
import { productRow } from '#test/fixtures/feeds.ts'

t.test('a file with an error is printed with line, item and attribute, and is not fine', async (t) => {
  const file = fileURLToPath(feedDirectory(t).write('feed.tsv', threeProducts))
  t.strictSame(await runFeedCommand(['check', file]), {
    printed: [
      `${file}:3 item 1 (TENT-2) error IMAGE_LINK_MISSING of IMAGE_LINK: ""`,
      `${file}: COMPLETED, 2 of 3 products are published, 1 IMAGE_LINK_MISSING`,
    ],
    isFine: false,
  })
})

t.test('lines are counted over values with line breaks', async (t) => {
  const rows = [
    { ...productRow, description: '"One\ntwo"' },
    { ...productRow, id: 'TENT-2', title: '' },
  ]
  const file = fileURLToPath(feedDirectory(t).write('feed.csv', tableOf(rows, ',')))
  const { printed } = await runFeedCommand(['check', file])
  t.match(printed[0], /feed\.csv:4 item 1 \(TENT-2\) error TITLE_MISSING of TITLE: ""/)
})

t.test('as JSON a file is an object', async (t) => {
  const file = fileURLToPath(feedDirectory(t).write('feed.tsv', threeProducts))
  const { printed, isFine } = await runFeedCommand(['check', file, '--format', 'json'])
  t.notOk(isFine)
  t.match(JSON.parse(printed[0] ?? ''), {
    file,
    status: 'COMPLETED',
    product_counts: { original: 3, ingested: 2 },
    items: [{ line: 3, item_number: 1, item_id: 'TENT-2', errors: { IMAGE_LINK_MISSING: {} } }],
  })
})

t.test('a file without errors is fine, whatever its warnings', async (t) => {
  const file = fileURLToPath(feedDirectory(t).write('feed.txt', tableOf([{ ...productRow, condition: '' }])))
  const { printed, isFine } = await runFeedCommand(['check', file, '--country', 'DE'])
  t.ok(isFine)
  t.match(printed.join('\n'), /warning COUNTRY_DOES_NOT_MAP_TO_CURRENCY of PRICE: "89.50 USD"/)
})

t.test('a file that cannot be read says why, and is not fine', async (t) => {
  const { printed, isFine } = await runFeedCommand(['check', '/nowhere/feed.xml'])
  t.notOk(isFine)
  t.match(printed, [/FAILED, 0 of 0 products are published, 1 FETCH_ERROR/, /cannot be read: ENOENT/])
})

t.test('what is no command, file or format is refused', async (t) => {
  await t.rejects(runFeedCommand([]), /It is feed check FILE/)
  await t.rejects(runFeedCommand(['check']), /needs a file/)
  await t.rejects(runFeedCommand(['check', 'feed.json']), /--feed-format is TSV, CSV or XML/)
  await t.rejects(runFeedCommand(['check', 'feed.tsv', '--format', 'xml']), /--format is text or json/)
  await t.rejects(runFeedCommand(['check', 'feed.tsv', '--colour']), /colour/)
})

t.test('a country, currency or availability that no feed may have is refused', async (t) => {
  const file = fileURLToPath(feedDirectory(t).write('feed.tsv', tableOf([productRow])))
  const check = (...options: readonly string[]) => runFeedCommand(['check', file, ...options])
  await t.rejects(check('--country', 'UK'), { message: /^--country: there is no 'UK'\. Did you mean \w\w\?$/ })
  await t.rejects(check('--currency', 'euro'), /--currency: there is no 'euro'/)
  await t.rejects(check('--currency', 'usd'), /Did you mean USD\?/)
  await t.rejects(check('--availability', 'STOCK'), /Did you mean IN_STOCK\?/)
  await t.rejects(check('--catalog-type', 'HOTELS'), /Did you mean HOTEL\?/)
  t.ok((await check('--country', 'US', '--currency', 'USD', '--availability', 'PREORDER')).isFine)
})

t.test('hotels and creative assets are checked as such', async (t) => {
  const { write } = feedDirectory(t)
  const hotel = { hotel_id: 'SEA', name: 'Sea view', description: 'By the sea.', link: 'https://stay.example.com' }
  const asset = {
    creative_assets_id: 'FILM',
    title: 'Film',
    description: 'Of hills.',
    link: 'https://a.example.com',
    video_link: 'https://a.example.com/1.mp4',
  }
  for (const [type, row] of [
    ['HOTEL', hotel],
    ['CREATIVE_ASSETS', asset],
  ] as const) {
    const file = fileURLToPath(write(`${type}.tsv`, tableOf([row])))
    t.ok((await runFeedCommand(['check', file, '--catalog-type', type])).isFine, type)
    t.notOk((await runFeedCommand(['check', file])).isFine, `${type} as products`)
  }
})

t.test('endings of files are in any case', async (t) => {
  const file = fileURLToPath(feedDirectory(t).write('FEED.TSV.GZ', gzipSync(tableOf([productRow]))))
  t.ok((await runFeedCommand(['check', file])).isFine)
})

t.test('a file without a column or product says what it has', async (t) => {
  const { write } = feedDirectory(t)
  const reason = async (name: string, content: string) =>
    (await runFeedCommand(['check', fileURLToPath(write(name, content))])).printed.at(-1)
  t.match(
    await reason('named.tsv', tableOf([productRow]).replace('title', 'Title')),
    /has no column title\. Names are compared exactly, and it has "Title"\./,
  )
  t.match(await reason('other.tsv', tableOf([{ sku: '1', name: 'Tent' }])), /Its columns are "sku, name"\./)
  t.match(
    await reason('page.xml', '<html><body>Not found</body></html>'),
    /there is no item or entry in its element html\./,
  )
})
