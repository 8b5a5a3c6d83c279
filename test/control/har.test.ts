import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

/** What HAR 1.2 demands, by the object's place. */
const required: readonly [(entry: Json) => Json, readonly string[]][] = [
  [(entry) => entry, ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings']],
  [
    ({ request }) => request,
    ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'],
  ],
  [
    ({ response }) => response,
    ['status', 'statusText', 'httpVersion', 'cookies', 'headers', 'content', 'redirectURL', 'headersSize', 'bodySize'],
  ],
  [({ response }) => response.content, ['size', 'mimeType']],
  [({ timings }) => timings, ['send', 'wait', 'receive']],
]

t.test('the journal is an HTTP archive with all that the format demands', async (t) => {
  const { call, account, post } = await mock(t)
  await call('DELETE', '/__mock/requests')
  const sent = [{ name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }]
  await post('/campaigns?a=1&a=2', sent)
  await call('GET', '/v5/ad_accounts')
  const { log } = (await call('GET', '/__mock/requests/har')).body
  t.match(log, { version: '1.2', creator: { name: 'pinterest-ads-mock', version: String } })
  t.equal(log.entries.length, 2)
  for (const entry of log.entries) {
    for (const [part, fields] of required) for (const field of fields) t.ok(field in part(entry), field)
    t.equal(new Date(entry.startedDateTime).toISOString(), entry.startedDateTime)
  }
  const [{ request, response }] = log.entries
  t.equal(request.url, `http://localhost:80/v5/ad_accounts/${account}/campaigns?a=1&a=2`)
  t.same(request.queryString, [
    { name: 'a', value: '1' },
    { name: 'a', value: '2' },
  ])
  t.same(JSON.parse(request.postData.text), sent)
  t.equal(request.postData.mimeType, 'application/json')
  t.equal(request.bodySize, JSON.stringify(sent).length)
  t.same(request.headers.find(({ name }: Json) => name === 'authorization').value, 'Bearer …')
  t.match(response, { status: 200, statusText: 'OK', content: { mimeType: 'application/json' } })
})

t.test('an answer that was lost has the status 0, as where nothing came, and what it would have been', async (t) => {
  const { app, call } = await mock(t)
  const url = await app.listen({ port: 0 })
  const headers = { authorization: 'Bearer any', 'x-mock-fault': 'answer_lost' }
  await t.rejects(fetch(`${url}/v5/boards`, { headers }))
  const { log } = (await call('GET', '/__mock/requests/har?operation=boards/list')).body
  t.match(log.entries[0].response, { status: 0, statusText: '', comment: /its status was 200/ })
})

t.test('an archive can have what matches alone', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/v5/boards')
  const { log } = (await call('GET', '/__mock/requests/har?operation=boards/list')).body
  t.equal(log.entries.length, 1)
})
