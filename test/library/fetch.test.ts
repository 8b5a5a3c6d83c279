import t from 'tap'
import { startMock } from '#server/index.ts'

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }

t.test('a fetch without a socket takes what fetch takes: a URL, a Request, and options', async (t) => {
  const mock = await startMock({ listen: false })
  t.teardown(() => mock.close())
  const url = new URL(`${mock.baseUrl}/ad_accounts?page_size=1`)
  const answers = [
    await mock.fetch(url, { headers }),
    await mock.fetch(String(url), { headers: Object.entries(headers) as [string, string][] }),
    await mock.fetch(new Request(url, { headers: new Headers(headers) })),
  ]
  for (const answer of answers) {
    t.equal(answer.status, 200)
    t.equal(answer.headers.get('content-type'), 'application/json')
    t.match(await answer.json(), { items: [{ name: String }] })
  }
})

t.test('it answers violations as the server does', async (t) => {
  const mock = await startMock({ listen: false })
  t.teardown(() => mock.close())
  const answer = await mock.fetch(`${mock.baseUrl}/ad_accounts`)
  t.equal(answer.status, 401)
  t.notOk(answer.ok)
  t.match(await answer.json(), { code: 2 })
})

t.test('it answers without a body where there is none', async (t) => {
  const mock = await startMock({ listen: false })
  t.teardown(() => mock.close())
  const answer = await mock.fetch(`${mock.baseUrl}/ad_accounts`, { method: 'HEAD', headers })
  t.equal(answer.status, 200)
  t.equal(await answer.text(), '')
})

t.test('a request that is aborted before is not sent', async (t) => {
  const mock = await startMock({ listen: false })
  t.teardown(() => mock.close())
  await t.rejects(mock.fetch(mock.baseUrl, { signal: AbortSignal.abort() }), { name: 'AbortError' })
})
