import { load } from 'js-yaml'
import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const examplesOf = ({ components: { parameters } }: Json): Json =>
  Object.fromEntries(
    ['StartDate', 'EndDate', 'PinsStartDate', 'PinsEndDate'].map((name) => [name, parameters[name].schema.example]),
  )

const september = {
  StartDate: '2026-09-08',
  EndDate: '2026-09-08',
  PinsStartDate: '2026-08-15',
  PinsEndDate: '2026-08-21',
}

t.test('examples of days are counted from the day on which the document is read', async (t) => {
  const { app, clock } = await mock(t)
  clock.freeze(Date.parse('2026-09-15T23:59:59Z'))
  for (const url of ['/openapi.json', '/docs/json']) {
    t.strictSame(examplesOf((await app.inject(url)).json()), september, url)
  }
  t.strictSame(examplesOf(load((await app.inject('/docs/yaml')).body)), september)
  const { components } = (await app.inject('/openapi.json?version=3.1')).json()
  t.strictSame(components.parameters.StartDate.schema.examples, [september.StartDate])
})

t.test('the next day the document is another one', async (t) => {
  const { app, clock } = await mock(t)
  clock.freeze(Date.parse('2026-09-15T23:59:59Z'))
  const { etag } = (await app.inject('/openapi.json')).headers
  clock.advance(1000)
  const { statusCode, body } = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': String(etag) } })
  t.equal(statusCode, 200)
  t.equal(examplesOf(JSON.parse(body)).StartDate, '2026-09-09')
})

t.test('a world has days of its own, and reading about it creates none', async (t) => {
  const { app, call, worlds } = await mock(t)
  await call('POST', '/w/past/__mock/time/freeze', { at: '2025-01-01T00:00:00Z' })
  t.equal(examplesOf((await app.inject('/w/past/openapi.json')).json()).StartDate, '2024-12-25')
  const { StartDate } = examplesOf((await app.inject('/w/nobody/openapi.json')).json())
  t.ok(StartDate > '2026-06-01')
  t.notOk(worlds.has('nobody'))
})

t.test('figures of the days in the examples are answered', async (t) => {
  const { app, account, get, call } = await mock(t, { seed: 'small' })
  const { StartDate, EndDate, PinsStartDate, PinsEndDate } = examplesOf((await app.inject('/openapi.json')).json())
  const days = `start_date=${StartDate}&end_date=${EndDate}&columns=SPEND_IN_DOLLAR&granularity=DAY`
  t.match(await get(`/analytics?${days}`), { status: 200, body: [{ AD_ACCOUNT_ID: account }] })
  const ofPins = `start_date=${PinsStartDate}&end_date=${PinsEndDate}`
  t.match(await call('GET', `/v5/user_account/analytics?${ofPins}`), { status: 200, body: { all: Object } })
})
