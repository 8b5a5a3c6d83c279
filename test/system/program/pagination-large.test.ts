import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { start } from './start.ts'

const headers = { authorization: 'Bearer any' }

/** Every item below an ad account, by all pages of its lists. */
async function walk(base: string, path: string): Promise<number> {
  let count = 0
  let bookmark: string | null = ''
  do {
    const response: Json = await fetch(`${base}${path}?page_size=250&bookmark=${bookmark}`, { headers })
    const page: Json = await response.json()
    count += page.items.length
    bookmark = page.bookmark
  } while (bookmark !== null)
  return count
}

t.test('a tool walks the whole tree of the seed large, page by page', async (t) => {
  const { banner } = await start(t, ['--seed', 'large'])
  const response = await fetch(`${banner.base_url}/ad_accounts`, { headers })
  const { items } = (await response.json()) as Json
  const account = `/ad_accounts/${items[0].id}`
  const startedAt = performance.now()
  const counts = await Promise.all(
    ['campaigns', 'ad_groups', 'ads', 'labels'].map((name) => walk(banner.base_url, `${account}/${name}`)),
  )
  t.same(counts, [1000, 5000, 10_000, 60])
  t.comment(`walked in ${Math.round(performance.now() - startedAt)} ms`)
})
