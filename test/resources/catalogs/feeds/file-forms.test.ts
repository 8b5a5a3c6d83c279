import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import t, { type Test } from 'tap'
import { runFeedCommand } from '#server/cli/feed.ts'
import { feedDirectory, feedServer, tableOf, threeProducts } from '#test/fixtures/feed-files.ts'
import { feedIn, productRow, resultsOf } from '#test/fixtures/feeds.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const feed = Buffer.from(threeProducts)
const product = tableOf([productRow])
const stored = { level: 0 } as const

/** A zip file whose header says something else of its first file. */
function zipWith(change: { readonly method?: number; readonly flags?: number }): Uint8Array {
  const zip = Buffer.from(zipSync({ 'feed.tsv': feed }))
  zip.writeUInt16LE(change.flags ?? zip.readUInt16LE(6), 6)
  zip.writeUInt16LE(change.method ?? zip.readUInt16LE(8), 8)
  return zip
}

/** A zip file of which a byte has changed after it was written, which is not compressed. */
function changedZip(zip: Uint8Array): Uint8Array {
  const changed = Buffer.from(zip)
  changed.write('y', changed.indexOf('TENT'))
  return changed
}

/** A zip file as programs write it that do not know the sizes before. */
function streamedZip(entry: ZipDeflate | ZipPassThrough, content = feed): Uint8Array {
  const parts: Uint8Array[] = []
  const zip = new Zip((_error, data) => parts.push(data))
  zip.add(entry)
  entry.push(content, true)
  zip.end()
  return Buffer.concat(parts)
}

const tar = Buffer.alloc(1024)
tar.write('feed.tsv', 0)
tar.write('ustar', 257)

const halfOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2)

const many = tableOf(Array.from({ length: 5000 }, (_, index) => ({ ...productRow, id: `TENT-${index * 7919}` })))
const cutZip = halfOf(zipSync({ 'feed.tsv': Buffer.from(many) }))
const accented = tableOf([{ ...productRow, title: 'Théière' }])
const declared = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><rss><channel><item><title>Théière</title></item></channel></rss>`

/** Returns the result of a feed with a file of this content, and the warnings of the call that looked. */
async function processed(world: Mock, location: string, format: string): Promise<{ result: Json; warnings: Json }> {
  const { id } = await feedIn(world, { location, format, default_availability: null })
  world.clock.advance(10_000)
  const [result] = await resultsOf(world, { id })
  const { items } = (await world.call('GET', '/__mock/requests?limit=1')).body
  return { result, warnings: items[0].warnings }
}

const read: Readonly<Record<string, readonly [content: Uint8Array | string, name?: string]>> = {
  'a gzip file of several members': [
    Buffer.concat([halfOf(feed), feed.subarray(feed.length / 2)].map((part) => gzipSync(part))),
  ],
  'a plain file that is named .gz': [feed, 'feed.tsv.gz'],
  'a plain file that is named .zip': [feed, 'feed.tsv.zip'],
  'a gzip file that is named .tsv': [gzipSync(feed), 'feed.tsv'],
  'a zip file that is named .gz': [zipSync({ 'feed.tsv': feed }), 'feed.tsv.gz'],
  'a zip file without compression': [zipSync({ 'feed.tsv': [feed, stored] })],
  'a zip file with a folder': [zipSync({ 'shop/': new Uint8Array(), 'shop/feed.tsv': feed })],
  'a zip file that was written without knowing the size': [streamedZip(new ZipDeflate('feed.tsv'))],
  'a zip file without compression that was written so': [streamedZip(new ZipPassThrough('feed.tsv'))],
  'UTF-8 with a byte order mark': [`\uFEFF${threeProducts}`],
  'UTF-16, little end first': [Buffer.from(`\uFEFF${threeProducts}`, 'utf16le')],
  'UTF-16, big end first': [Buffer.from(`\uFEFF${threeProducts}`, 'utf16le').swap16()],
  'UTF-16 in a gzip file': [gzipSync(Buffer.from(`\uFEFF${threeProducts}`, 'utf16le'))],
}

for (const [what, [content, name = 'feed.tsv']] of Object.entries(read)) {
  t.test(`${what} is read`, async (t) => {
    const { directory, write } = feedDirectory(t)
    const world = await mock(t, { feedSources: { directory, hosts: [] } })
    const { result } = await processed(world, write(name, content), 'TSV')
    t.match(result, { status: 'COMPLETED', product_counts: { original: 3, ingested: 2 } })
  })
}

const refused: Readonly<Record<string, readonly [content: Uint8Array, reason: RegExp, format?: string]>> = {
  'a zip file with bzip2': [zipWith({ method: 12 }), /feed\.tsv of the zip file is compressed by bzip2: only Deflate/],
  'a zip file with LZMA': [zipWith({ method: 14 }), /compressed by LZMA/],
  'a zip file with Zstandard': [zipWith({ method: 93 }), /compressed by Zstandard/],
  'a zip file with an unknown method': [zipWith({ method: 77 }), /compressed by the method 77/],
  'a zip file with a password': [zipWith({ flags: 1 }), /feed\.tsv of the zip file is encrypted: only files without/],
  'a zip file with a password by AES': [zipWith({ flags: 1, method: 99 }), /feed\.tsv of the zip file is encrypted/],
  'a zip file of several files': [
    zipSync({ 'a.tsv': Buffer.from(product), 'b.tsv': feed }),
    /several files, a\.tsv and b\.tsv: one is/,
  ],
  'a zip file of hidden files': [zipSync({ '.DS_Store': feed }), /The zip file has no file/],
  'an empty zip file': [zipSync({}), /The zip file has no file/],
  'a zip file that is cut off': [cutZip, /The zip file ends within feed\.tsv/],
  'a zip file with another checksum': [
    changedZip(zipSync({ 'feed.tsv': [Buffer.from(product), stored] })),
    /feed\.tsv of the zip file is broken: its checksum is another one/,
  ],
  'a zip file with another checksum that was written without knowing the size': [
    changedZip(streamedZip(new ZipPassThrough('feed.tsv'), Buffer.from(product))),
    /its checksum is another one/,
  ],
  'an Excel workbook': [zipSync({ '[Content_Types].xml': feed, 'xl/workbook.xml': feed }), /an Excel workbook/],
  'a gzip file in a zip file': [
    zipSync({ 'feed.gz': [gzipSync(feed), stored] }),
    /file in the zip file is a gzip file itself/,
  ],
  'a zip file in a gzip file': [gzipSync(zipSync({ 'feed.tsv': feed })), /file in the gzip file is a zip file itself/],
  'a gzip file in a gzip file': [gzipSync(gzipSync(feed)), /file in the gzip file is a gzip file itself/],
  'a tar archive in a gzip file': [gzipSync(tar), /file in the gzip file is a tar archive itself: only plain text/],
  'a tar archive': [tar, /The file is a tar archive: only plain text is read/],
  'a gzip file that is cut off': [halfOf(gzipSync(many)), /The gzip file is broken: unexpected end of file/],
  'a bzip2 file': [Buffer.from('BZh91AY&SY'), /The file is a bzip2 file/],
  'a Zstandard file': [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x04]), /The file is a Zstandard file/],
  'an xz file': [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]), /The file is an xz file/],
  'a 7z file': [Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), /The file is a 7z file/],
  'Latin-1': [
    Buffer.from(accented, 'latin1'),
    /no valid UTF-8 .*may be Latin-1 or Windows-1252: UTF-8 is read, and UTF-16/,
  ],
  'XML that says that it is Latin-1': [
    Buffer.from(declared('ISO-8859-1'), 'latin1'),
    /no valid UTF-8 .*XML declaration says ISO-8859-1: UTF-8 is read/,
    'XML',
  ],
  'UTF-16 without a mark': [Buffer.from(threeProducts, 'utf16le'), /or is UTF-16 without a mark: UTF-8 is read/],
  'half a character of UTF-16': [Buffer.from(`\uFEFF${product}\uD800`, 'utf16le'), /no valid UTF-16LE/],
  'UTF-32': [Buffer.from([0xff, 0xfe, 0, 0, 0x69, 0, 0, 0]), /The file is UTF-32/],
}

for (const [what, [content, reason, format = 'TSV']] of Object.entries(refused)) {
  t.test(`${what} is refused with ENCODING_ERROR, and a reason that says what it is and what is read`, async (t) => {
    const { directory, write } = feedDirectory(t)
    const location = write('feed', content)
    const world = await mock(t, { feedSources: { directory, hosts: [] } })
    const { result, warnings } = await processed(world, location, format)
    t.strictSame([result.status, result.validation_details.errors], ['FAILED', { ENCODING_ERROR: 1 }])
    t.match(warnings, [reason])
    const { printed, isFine } = await runFeedCommand(['check', fileURLToPath(location), '--feed-format', format])
    t.notOk(isFine)
    t.match(printed, [/1 ENCODING_ERROR/, reason])
  })
}

t.test('XML in UTF-8 is read, whatever encoding it names', async (t) => {
  const { directory, write } = feedDirectory(t)
  const world = await mock(t, { feedSources: { directory, hosts: [] } })
  const { result } = await processed(world, write('feed.xml', declared('ISO-8859-1')), 'XML')
  t.match(result, { product_counts: { original: 1 }, validation_details: { errors: { ITEMID_MISSING: 1 } } })
})

/** Returns what a feed comes to whose host answers with a content coding. */
async function answeredIn(t: Test, coding: string, body: Uint8Array): Promise<{ result: Json; warnings: Json }> {
  const url = await feedServer(t, (_request, response) => {
    response.writeHead(200, { 'content-encoding': coding }).end(body)
  })
  return processed(await mock(t), `${url}/feed.tsv`, 'TSV')
}

t.test('an answer in the content coding gzip is read, and one in another is refused with FETCH_ERROR', async (t) => {
  t.match((await answeredIn(t, 'gzip', gzipSync(feed))).result, { status: 'COMPLETED' })
  const { result, warnings } = await answeredIn(t, 'br', brotliCompressSync(feed))
  t.match(result, { status: 'FAILED', validation_details: { errors: { FETCH_ERROR: 1 } } })
  t.match(warnings, [/feed\.tsv answers in the coding br: gzip is read, or none/])
})
