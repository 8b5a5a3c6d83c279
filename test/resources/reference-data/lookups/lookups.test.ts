import t from 'tap'
import { type Json, mock } from '#test/support/mock.ts'

t.test('countries of ad accounts have a code, a name, their money and a place', async (t) => {
  const { call } = await mock(t)
  const { items } = (await call('GET', '/v5/resources/ad_account_countries')).body
  t.strictSame(items[0], { code: 'US', name: 'United States of America', currency: 'Dollars', index: 1 })
  t.strictSame(
    items.map(({ index }: Json) => index),
    items.map((_: Json, place: number) => place + 1),
  )
})

t.test('an ad account can be created in every country that is listed', async (t) => {
  const { call } = await mock(t)
  const { items } = (await call('GET', '/v5/resources/ad_account_countries')).body
  for (const { code, name } of items) {
    const { status, body } = await call('POST', '/v5/ad_accounts', { name, country: code })
    t.equal(status, 200, code)
    t.equal(body.country, code)
  }
})

t.test('questions of lead forms are told by name', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/resources/lead_form_questions')
  t.equal(status, 200)
  t.ok(['CUSTOM', 'EMAIL', 'ZIP_CODE'].every((name) => body.includes(name)))
  t.equal(body.length, 14)
})
