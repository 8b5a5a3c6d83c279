import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const long = { name: 'x'.repeat(250), objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

for (const [what, url, itemsOf] of [
  ['a list', '/__mock/requests?limit=1000', (body: Json) => body.items.map(({ id }: Json) => id)],
  ['an archive', '/__mock/requests/har', (body: Json) => body.log.entries.map(({ comment }: Json) => comment)],
] as const) {
  t.test(`${what} of requests that is too long for one piece has all of them, in their order`, async (t) => {
    const { call, post } = await mock(t, { journal: 100 })
    const ids: string[] = []
    for (let count = 0; count < 60; count++) {
      const { headers } = await post('/campaigns', Array(30).fill(long))
      ids.push(headers['x-mock-request-id'])
    }
    const { status, headers, body } = await call('GET', url)
    t.equal(status, 200)
    t.match(headers, { 'content-type': 'application/json; charset=utf-8', 'transfer-encoding': 'chunked' })
    t.same(itemsOf(body).slice(-60), ids)
  })
}

t.test('a short list leaves as one text', async (t) => {
  const { call, get } = await mock(t)
  await get('/campaigns')
  const { headers, body } = await call('GET', '/__mock/requests?limit=1')
  t.equal(Number(headers['content-length']), Buffer.byteLength(JSON.stringify(body)))
})

t.test('of calls that matched nothing all are told, with what was meant, however long their paths are', async (t) => {
  const { call } = await mock(t)
  const paths = [`/v5/${'a/'.repeat(5000)}`, `/v5/${'a'.repeat(10_000)}`, '/v5/ad_accounts/1/campaings']
  for (const path of paths) t.equal((await call('GET', path)).status, 404)
  const { items } = (await call('GET', '/__mock/requests/unmatched')).body
  t.equal(items.length, 3)
  for (const { near_operations } of items) t.equal(near_operations.length, 3)
  t.equal(items[2].near_operations[0].operation, 'campaigns/list')
})
