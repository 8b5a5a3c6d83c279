import t from 'tap'
import { ask } from '#test/plugins/wire.ts'
import fc from '#test/support/fast-check.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'
import { catalogCalls } from './calls.ts'
import { Business } from './model.ts'
import { runCatalogCalls, type Send } from './run-calls.ts'

/** What is read whatever a business has. */
const always = [
  'catalogs',
  'catalogs/feeds',
  'catalogs/product_groups',
  'user_account/websites',
  'catalogs/reports/stats?parameters[catalog_type]=RETAIL&parameters[report][report_type]=DISTRIBUTION_ISSUES',
]

/** The reads of what an answer has created. */
function readsOf(url: string, body: Json): readonly string[] {
  if (url.endsWith('/items/batch')) return [`catalogs/items/batch/${body.batch_id}`]
  if (url.endsWith('/feeds')) return [`catalogs/feeds/${body.id}`, `catalogs/feeds/${body.id}/processing_results`]
  if (!url.endsWith('/product_groups')) return []
  return ['', '/products', '/product_counts'].map((part) => `catalogs/product_groups/${body.id}${part}`)
}

/** Returns what a server answers to a read over the network, each time that it is sent. */
async function answersOf(server: Mock, path: string, times: number): Promise<readonly string[]> {
  const answers: string[] = []
  for (let time = 0; time < times; time++) {
    const { status, body } = await ask(server, path, { headers: { host: 'localhost' } })
    answers.push(`${path} ${status} ${body.toString()}`)
  }
  return answers
}

t.test('no read of catalogs is answered by what was remembered before a change', async (t) => {
  const [cached, uncached] = [await mock(t), await mock(t, { cache: false })]
  let worlds = 0
  let compared = 0
  await fc.assert(
    fc.asyncProperty(catalogCalls, async (sequence) => {
      const name = `/w/world-${++worlds}`
      const reads = [...always]
      const send: Send = async (method, url, body) => {
        const answer = await cached.call(method, name + url, body)
        await uncached.call(method, name + url, body)
        if (method === 'GET') return answer
        if (method === 'POST' && answer.status < 300) reads.push(...readsOf(url, answer.body))
        for (const read of reads) {
          const path = `${name}/v5/${read}`
          const [wanted] = await answersOf(uncached, path, 1)
          for (const found of await answersOf(cached, path, 3)) {
            if (found !== wanted) throw new Error(`${method} ${url}:\n${found}\nand not\n${wanted}`)
          }
          compared++
        }
        return answer
      }
      await runCatalogCalls(send, new Business(), sequence)
    }),
    { numRuns: Number(process.env.INVARIANT_RUNS ?? 8) },
  )
  t.pass(`${compared} reads were answered alike`)
})
