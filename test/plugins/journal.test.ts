import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const adGroup = { name: 'x', billable_event: 'IMPRESSION', bid_in_micro_currency: 1_000_000 }
const campaign = { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

t.test('an answer is found in the journal by the id that it carries', async (t) => {
  const { call, post } = await mock(t)
  const { headers } = await post('/campaigns', [{ name: 'x', objective_type: 'AWARENESS' }])
  const { body } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(body, {
    world: 'default',
    method: 'POST',
    operation: 'campaigns/create',
    status: 200,
    rules: ['campaign.budget.required'],
    warnings: [],
    duration_ms: Number,
  })
})

t.test('fields that the API does not know pass, and the journal tells of them', async (t) => {
  const { call, post } = await mock(t)
  const { headers, body } = await post('/campaigns', [{ ...campaign, colour: 'red' }])
  t.match(body.items, [{ data: { name: 'x' } }])
  t.notOk('colour' in body.items[0].data)
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body.warnings, [/'colour'/])
})

t.test('an ad group without a place passes, and the journal tells that Pinterest documents one', async (t) => {
  const { call, post, create } = await mock(t)
  const { id } = await create('/campaigns', campaign)
  const { headers } = await post('/ad_groups', [{ ...adGroup, campaign_id: id }])
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(entry.body.warnings, [/LOCATION nor GEO/])
})

t.test('the journal shows the requests of one world, the latest last', async (t) => {
  const { call } = await mock(t)
  for (const name of ['one', 'two', 'one']) await call('GET', `/w/${name}/v5/ad_accounts`)
  const { body } = await call('GET', '/w/one/__mock/requests')
  t.equal(body.items.length, 2)
  t.match(body.items[0].url, '/w/one/v5/ad_accounts')
})

t.test('an id that the journal does not have is not found', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('GET', '/__mock/requests/1')).status, 404)
})

t.test('an answer that does not reach the client is lost, whether or not it was written', async (t) => {
  const { app, call } = await mock(t)
  await call('DELETE', '/__mock/requests')
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const isWritten of [true, false]) {
    app.server.prependOnceListener('request', (_request, response) => {
      const end = response.end.bind(response)
      response.end = (...args: unknown[]) => {
        response.destroy()
        return isWritten ? end(args[0]) : response
      }
    })
    await t.rejects(fetch(`${origin}/v5/ad_accounts`, { headers: { authorization: 'Bearer x' } }))
  }
  await fetch(`${origin}/v5/ad_accounts`, { headers: { authorization: 'Bearer x' } })
  await call('POST', '/__mock/requests/wait', { count: 3 })
  const { body } = await call('GET', '/__mock/requests')
  t.same(
    body.items.map(({ answer }: Json) => answer.lost),
    [true, true, false],
  )
})

t.test('a URL that cannot be decoded is in the journal of its world, and makes no world', async (t) => {
  const { call, worlds } = await mock(t)
  await call('GET', '/w/one/v5/ad_accounts')
  const { status, headers } = await call('GET', '/w/one/v5/ad_accounts/%zz')
  t.equal(status, 404)
  const { body } = await call('GET', `/w/one/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(body, { world: 'one', status: 404, rules: ['request.path'], url: '/w/one/v5/ad_accounts/%zz' })
  for (const name of ['two', '!!']) t.equal((await call('GET', `/w/${name}/v5/ad_accounts/%zz`)).status, 404)
  t.same(worlds.names(), ['default', 'one'])
})

t.test('a URL of test control that cannot be decoded is in no journal', async (t) => {
  const { call } = await mock(t)
  await call('DELETE', '/__mock/requests')
  for (const url of ['/__mock/%zz', '/docs/%zz', '/w/one/__mock/requests/%zz'])
    t.equal((await call('GET', url)).status, 404)
  for (const world of ['', '/w/one']) t.same((await call('GET', `${world}/__mock/requests`)).body.items, [])
})
