import t, { type Test } from 'tap'
import { connectMock, type FetchOptions, type Mock, type StartOptions, startMock } from '#server/index.ts'
import type { Json } from '../support/mock.ts'

async function open(t: Test, options: StartOptions = {}): Promise<Mock> {
  const mock = await startMock({ seed: 'small', listen: false, ...options })
  t.teardown(() => mock.close())
  return mock
}

for (const listen of [true, false]) {
  t.test(`a path is one of the world, with its token, ${listen ? 'over a socket' : 'in the process'}`, async (t) => {
    const mock = await open(t, { listen, auth: 'strict' })
    const world = await mock.fork('apart')
    for (const path of ['/ad_accounts', '/v5/ad_accounts', 'ad_accounts?page_size=1']) {
      t.equal((await world.fetch(path)).status, 200, path)
    }
    t.strictSame(
      (await world.requests.find()).map(({ world, url }) => `${world} ${url}`),
      ['/ad_accounts', '/ad_accounts', '/ad_accounts?page_size=1'].map((path) => `apart /w/apart/v5${path}`),
    )
    t.equal(await mock.requests.count(), 0)
  })
}

t.test('an authorization that the caller sets wins, as an option or as a header', async (t) => {
  const mock = await open(t, { auth: 'strict' })
  for (const headers of [
    { Authorization: 'Bearer none' },
    new Headers({ authorization: '' }),
    [['authorization', 'x']],
  ]) {
    t.equal((await mock.fetch('/ad_accounts', { headers } as FetchOptions)).status, 401)
  }
})

t.test('a whole URL is sent as it is, without a token', async (t) => {
  const mock = await open(t)
  t.equal((await mock.fetch(`${mock.baseUrl}/ad_accounts`)).status, 401)
  t.equal((await mock.fetch(new URL(`${mock.baseUrl}/ad_accounts`))).status, 401)
  t.equal((await mock.fetch(new Request(`${mock.baseUrl}/ad_accounts`))).status, 401)
})

t.test('an object or a list is sent as JSON, and so is a text of JSON', async (t) => {
  const mock = await open(t)
  const { id }: Json = await (await mock.fetch('/ad_accounts', { method: 'POST', body: { name: 'Shop' } })).json()
  const item = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 10_000_000 }
  for (const body of [[item], JSON.stringify([item])]) {
    const response = await mock.fetch(`/ad_accounts/${id}/campaigns`, { method: 'POST', body })
    t.match(await response.json(), { items: [{ data: { name: 'Sale' } }] })
  }
})

t.test('a body that fetch knows itself is left to it', async (t) => {
  const mock = await open(t)
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'ads:read' })
  const headers = { authorization: `Basic ${btoa('1:secret')}` }
  const response = await mock.fetch('/oauth/token', { method: 'POST', headers, body })
  t.match(await response.json(), { access_token: String })
  t.match((await mock.requests.find()).at(-1), { url: '/v5/oauth/token', status: 200 })
})

t.test('a content type that the caller sets wins', async (t) => {
  const mock = await open(t)
  const headers = { 'content-type': 'text/csv' }
  const response = await mock.fetch('/ad_accounts', { method: 'POST', headers, body: { name: 'Shop' } })
  t.notOk(response.ok)
})

t.test('what is beside the API has no /v5 before it', async (t) => {
  const mock = await open(t)
  t.match(await (await mock.fetch('/healthz')).text(), /ok/)
  t.match(await (await mock.fetch('/openapi.json')).json(), { openapi: String })
  t.match(await (await mock.fetch('/oauth/?client_id=1')).text(), /<html|<!doctype/i)
})

t.test('test control gets the token that it wants', async (t) => {
  const mock = await open(t, { controlToken: 'secret', listen: true })
  t.equal((await mock.fetch('/__mock/time')).status, 200)
  t.equal((await connectMock(mock.url, { controlToken: 'secret' }).fetch('/__mock/time')).status, 200)
  t.equal((await connectMock(mock.url).fetch('/__mock/time')).status, 401)
})

t.test('a fetch that is passed on alone keeps its world', async (t) => {
  const { fetch } = await open(t)
  t.equal((await fetch('/ad_accounts')).status, 200)
})
