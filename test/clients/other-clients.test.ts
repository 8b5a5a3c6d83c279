import t from 'tap'
import { type Json, mock } from '../support/mock.ts'
import { listening } from './listening.ts'

const campaign = { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

t.test('a body that ends with a line break is read, as generated Go clients send it', async (t) => {
  const { call, account } = await mock(t)
  const headers = { 'content-type': 'application/json', 'user-agent': 'OpenAPI-Generator/1.0.0/go' }
  const { body } = await call(
    'POST',
    `/v5/ad_accounts/${account}/campaigns`,
    `${JSON.stringify([campaign])}\n`,
    headers,
  )
  t.match(body.items, [{ data: { name: 'x' } }])
})

t.test('a GET may announce a content that it does not have', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('GET', '/v5/ad_accounts', undefined, { 'content-type': 'application/json' })).status, 200)
})

const accepted = ['application/json', '*/*', 'application/json, text/plain, */*', 'text/html']

t.test('an answer is JSON whatever a client accepts', async (t) => {
  const { origin } = await listening(t)
  for (const accept of accepted) {
    const headers = { authorization: 'Bearer any-text', accept, 'accept-encoding': 'gzip, br, deflate' }
    const answer = await fetch(`${origin}/v5/ad_accounts`, { headers })
    t.equal(answer.headers.get('content-type'), 'application/json')
    t.match(await answer.json(), { items: [{ id: String }] } as Json)
  }
})

t.test('an answer without a body names its content type all the same', async (t) => {
  const { call } = await mock(t)
  const { body: board } = await call('POST', '/v5/boards', { name: 'x' })
  const answer = await call('DELETE', `/v5/boards/${board.id}`)
  t.match(answer, { status: 204, body: '', headers: { 'content-type': 'application/json' } })
})

t.test('a Pin has the keys that the quickstart indexes, and pictures with their sizes', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body } = await call('GET', '/v5/pins?page_size=100')
  t.ok(body.items.length > 0)
  for (const pin of body.items) {
    t.hasProps(pin, ['id', 'title', 'description', 'link', 'board_section_id'])
    for (const picture of Object.values<Json>(pin.media.images ?? {})) t.match(picture, { width: Number, url: String })
  }
})

t.test('lists that are repeated and lists in one value mean the same', async (t) => {
  const { create, get } = await mock(t)
  for (const status of ['ACTIVE', 'PAUSED', 'ARCHIVED']) await create('/campaigns', { ...campaign, status })
  const { body: repeated } = await get('/campaigns?entity_statuses=ACTIVE&entity_statuses=ARCHIVED')
  const { body: joined } = await get('/campaigns?entity_statuses=ACTIVE%2CARCHIVED')
  t.equal(repeated.items.length, 2)
  t.same(joined, repeated)
})
