import { deepStrictEqual, ok, strictEqual } from 'node:assert'
import { feedBody, productRow } from '#test/fixtures/feeds.ts'
import fc from '#test/support/fast-check.ts'
import type { Answer, Json } from '#test/support/mock.ts'
import type { Send } from './hold-sequences.ts'

const daySeconds = 86_400
const farthest = 40 * daySeconds

const seconds = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: least, max: most }), fc.integer({ min: Math.max(least, -15), max: 15 }))

const call = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('set' as const), seconds: seconds(-farthest, farthest) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('advance' as const), seconds: seconds(0, 2 * daySeconds) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ingest' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('switch' as const), status: fc.constantFrom('ACTIVE', 'INACTIVE') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('freeze' as const, 'tick' as const) }) },
)

/** One call about the feed of a world, or its clock. */
type ClockCall = typeof call extends fc.Arbitrary<infer One> ? One : never

/** A sequence of calls. */
export const clockCalls: fc.Arbitrary<readonly ClockCall[]> = fc.array(call, { maxLength: 25, size: 'max' })

const open = new Set(['QUEUED_FOR_PROCESSING', 'PROCESSING'])

/** A feed in a world whose clock goes back and forth, and what is known of it. */
class WatchedFeed {
  readonly #send: Send
  readonly #id: string
  readonly #ingested = new Set<string>()
  /** Results that were over when they were read, by their ids. */
  readonly #over = new Map<string, Json>()
  contents = 0

  constructor(send: Send, id: string) {
    this.#send = send
    this.#id = id
  }

  async change(): Promise<void> {
    const rows = [{ ...productRow, title: `Content ${++this.contents}` }]
    await this.#send('PUT', `/__mock/feeds/${this.#id}/content`, { rows })
  }

  async switch(status: string): Promise<void> {
    await this.#send('PATCH', `/v5/catalogs/feeds/${this.#id}`, { catalog_type: 'RETAIL', status })
  }

  async ingest(): Promise<void> {
    const { status, body } = await this.#send('POST', `/v5/catalogs/feeds/${this.#id}/ingest`)
    strictEqual(status, 200, JSON.stringify(body))
    this.#ingested.add(body.id)
  }

  /** Reads the results, and holds them to what was read before. */
  async read(): Promise<readonly Json[]> {
    const path = `/v5/catalogs/feeds/${this.#id}/processing_results?page_size=250`
    const results: readonly Json[] = (await this.#send('GET', path)).body.items
    const ids = results.map(({ id }) => id)
    strictEqual(new Set(ids).size, ids.length)
    for (const id of this.#ingested) ok(ids.includes(id), `the ingestion ${id} is lost`)
    for (const [id, before] of this.#over)
      deepStrictEqual(
        results.find((one) => one.id === id),
        before,
      )
    for (const result of results) {
      ok(result.created_at <= result.updated_at, JSON.stringify(result))
      strictEqual(open.has(result.status), result.product_counts === null, JSON.stringify(result))
      if (!open.has(result.status)) this.#over.set(result.id, result)
    }
    const read = results.filter(({ status }) => status === 'COMPLETED')
    ok(read.length <= this.contents, `${read.length} readings of ${this.contents} contents`)
    return results
  }

  async title(): Promise<string> {
    const body = { country: 'US', language: 'EN', filters: { catalog_type: 'RETAIL', item_ids: [productRow.id] } }
    return (await this.#send('POST', '/v5/catalogs/items', body)).body.items[0].attributes.title
  }
}

/** Makes the calls of a sequence, and holds the results of a feed to what must be true of them on any clock. */
export async function runClockCalls(send: Send, start: number, calls: readonly ClockCall[]): Promise<void> {
  const time = (verb: string, body?: Json): Promise<Answer> => send('POST', `/__mock/time/${verb}`, body)
  const advance = (by: string): Promise<Answer> => time('advance', { by })
  await time('freeze', { at: start })
  const feed = new WatchedFeed(send, (await send('POST', '/v5/catalogs/feeds', feedBody)).body.id)
  await feed.change()
  for (const call of calls) {
    if (call.do === 'set') await time('set', { to: start + call.seconds })
    else if (call.do === 'advance') await advance(`${call.seconds}s`)
    else if (call.do === 'switch') await feed.switch(call.status)
    else if (call.do === 'freeze' || call.do === 'tick') await time(call.do, call.do === 'freeze' ? {} : undefined)
    else await feed[call.do]()
  }
  await time('freeze', {})
  await feed.switch('ACTIVE')
  await feed.change()
  await feed.ingest()
  await advance('10s')
  const results = await feed.read()
  ok(
    results.every(({ status }) => !open.has(status)),
    JSON.stringify(results),
  )
  strictEqual(await feed.title(), `Content ${feed.contents}`)
  await advance('1d')
  ok((await feed.read()).length > results.length, 'no processing comes on the next day')
}
