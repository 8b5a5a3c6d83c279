import t from 'tap'
import { type PausedHost, pausedHost, tableOf } from '#test/fixtures/feed-files.ts'
import { feedBody, productRow } from '#test/fixtures/feeds.ts'
import type { Json } from '#test/support/mock.ts'
import { start } from './start.ts'

const rows = Array.from({ length: 500 }, (_, index) => ({ ...productRow, id: `TENT-${index}` }))

/** Makes calls to a server that was started. */
const caller =
  (url: string) =>
  async (method: string, path: string, body?: Json): Promise<Json> => {
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
    const answer = await fetch(new URL(path, url), { method, headers, ...(body && { body: JSON.stringify(body) }) })
    return answer.json()
  }

const endings: Readonly<Record<string, readonly [signal: 'SIGTERM' | 'SIGKILL', before: (host: PausedHost) => void]>> =
  {
    'that is ended while its host still sends': ['SIGTERM', () => undefined],
    'that is ended while its host ends': ['SIGTERM', (host) => host.finish()],
    'that is killed': ['SIGKILL', () => undefined],
  }

for (const [what, [signal, before]] of Object.entries(endings)) {
  t.test(`a server ${what} reads the feed to its end when it is started again`, async (t) => {
    const host = await pausedHost(t, tableOf(rows))
    const args = ['--data-dir', t.testdir(), '--seed', 'empty']
    const first = await start(t, args)
    const call = caller(first.banner.base_url)
    // Far from the time of day at which it is read again.
    await call('POST', '/__mock/time/freeze', { at: '2026-06-01T12:00:00Z' })
    const feed = await call('POST', '/v5/catalogs/feeds', { ...feedBody, format: 'TSV', location: host.url })
    await call('POST', '/__mock/time/advance', { by: '10s' })
    const results = `/v5/catalogs/feeds/${feed.id}/processing_results`
    const looking = call('GET', results).catch(() => undefined)
    await host.half
    before(host)
    t.equal(await first.end(signal), signal === 'SIGKILL' ? null : 0)
    await looking
    host.finish()
    const second = await start(t, args)
    const { items } = await caller(second.banner.base_url)('GET', results)
    t.match(items, [{ product_counts: { original: 500, ingested: 500 } }])
    t.equal(items.length, 1)
    const found = await caller(second.banner.base_url)('POST', '/v5/catalogs/items', {
      country: 'US',
      language: 'EN',
      filters: { catalog_type: 'RETAIL', item_ids: ['TENT-0', 'TENT-499'] },
    })
    t.strictSame(
      found.items.map(({ attributes }: Json) => attributes.title),
      [productRow.title, productRow.title],
    )
  })
}
