import { deepStrictEqual, strictEqual } from 'node:assert'
import { feedBody, productRow } from '#test/fixtures/feeds.ts'
import fc from '#test/support/fast-check.ts'
import type { Answer, Json } from '#test/support/mock.ts'
import type { Send } from './hold-sequences.ts'

const keys = ['A', 'B', 'C', 'D']
const names = ['One', 'Two', 'Three']

const name = fc.constantFrom(...names)
const key = fc.constantFrom(...keys)
const title = fc.constantFrom('red', 'green', 'blue')

const call = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('process' as const),
      name,
      title,
      brought: fc.subarray(keys, { minLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('process again' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete feed' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('update item' as const), key, title }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete item' as const), key }) },
)

/** One call about feeds that bring the same items. */
type SharingCall = typeof call extends fc.Arbitrary<infer One> ? One : never

/** A sequence of calls. */
export const sharingCalls: fc.Arbitrary<readonly SharingCall[]> = fc.array(call, { maxLength: 25, size: 'max' })

interface Version {
  readonly feed: string
  title: string
}

/** What feeds bring of each item, the last one last: it knows nothing of the server. */
class SharedItems {
  readonly #versions = new Map<string, Version[]>(keys.map((key) => [key, []]))

  /** Takes what a feed brings in place of what it brought before. */
  replace(feed: string, brought: readonly string[], title: string): void {
    for (const [key, versions] of this.#versions) {
      const others = versions.filter((version) => version.feed !== feed)
      this.#versions.set(key, brought.includes(key) ? [...others, { feed, title }] : others)
    }
  }

  update(key: string, title: string): void {
    const last = this.#versions.get(key)?.at(-1)
    if (last !== undefined) last.title = title
  }

  remove(key: string): void {
    this.#versions.set(key, [])
  }

  get titles(): Readonly<Record<string, string>> {
    const last = [...this.#versions].map(([key, versions]) => [key, versions.at(-1)?.title] as const)
    return Object.fromEntries(last.filter(([, title]) => title !== undefined)) as Record<string, string>
  }
}

/** A feed that is there: its id and what it brought last, as text. */
interface KnownFeed {
  readonly id: string
  content: string
}

/** Makes the calls of a sequence, and compares the items after each with the model. */
export async function runSharingCalls(send: Send, calls: readonly SharingCall[]): Promise<void> {
  const model = new SharedItems()
  const feeds = new Map<string, KnownFeed>()
  const market = { country: 'US', language: 'EN' }

  const ingest = async ({ id }: KnownFeed): Promise<Json> => {
    await send('POST', `/v5/catalogs/feeds/${id}/ingest`)
    await send('POST', '/__mock/time/advance', { by: '10s' })
    return (await send('GET', `/v5/catalogs/feeds/${id}/processing_results`)).body.items[0]
  }
  const feedNamed = async (name: string): Promise<KnownFeed> => {
    const known = feeds.get(name)
    if (known !== undefined) return known
    const { id } = (await send('POST', '/v5/catalogs/feeds', { ...feedBody, name, status: 'INACTIVE' })).body
    const feed = { id, content: '' }
    feeds.set(name, feed)
    return feed
  }
  const process = async (name: string, title: string, brought: readonly string[]): Promise<void> => {
    const feed = await feedNamed(name)
    const rows = brought.map((id) => ({ ...productRow, id, title }))
    await send('PUT', `/__mock/feeds/${feed.id}/content`, { rows })
    const content = JSON.stringify(rows)
    const expected = content === feed.content ? 'COMPLETED_EARLY' : 'COMPLETED'
    strictEqual((await ingest(feed)).status, expected)
    if (expected === 'COMPLETED') model.replace(name, brought, title)
    feed.content = content
  }
  const batch = (item: Json): Promise<Answer> =>
    send('POST', '/v5/catalogs/items/batch', { catalog_type: 'RETAIL', ...market, items: [item] })

  await send('POST', '/__mock/time/freeze', {})
  for (const call of calls) {
    if (call.do === 'process') await process(call.name, call.title, call.brought)
    else if (call.do === 'update item') {
      await batch({ operation: 'UPDATE', item_id: call.key, attributes: { title: call.title } })
      model.update(call.key, call.title)
    } else if (call.do === 'delete item') {
      await batch({ operation: 'DELETE', item_id: call.key })
      model.remove(call.key)
    } else {
      const feed = feeds.get(call.name)
      if (feed === undefined) continue
      if (call.do === 'process again') strictEqual((await ingest(feed)).status, 'COMPLETED_EARLY')
      else {
        await send('DELETE', `/v5/catalogs/feeds/${feed.id}`)
        feeds.delete(call.name)
        model.replace(call.name, [], '')
      }
    }
    const filters = { catalog_type: 'RETAIL', item_ids: keys }
    const { items = [] } = (await send('POST', '/v5/catalogs/items', { ...market, filters })).body
    const found = items.filter(({ attributes }: Json) => attributes != null)
    const titles = Object.fromEntries(found.map(({ item_id, attributes }: Json) => [item_id, attributes.title]))
    deepStrictEqual(titles, model.titles, JSON.stringify(call))
  }
}
