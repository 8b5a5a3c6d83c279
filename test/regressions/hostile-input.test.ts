import t from 'tap'
import { mock } from '../support/mock.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

t.test('a body that is nested deeper than can be compared or written is refused and not stored', async (t) => {
  const { call } = await mock(t)
  const bodies = [
    ['/__mock/requests/verify', `{"match":{"body_equals":${nested(20_000)}}}`],
    ['/__mock/faults', `{"match":{"body_equals":${nested(20_000)}},"effect":"reset"}`],
    ['/__mock/faults', `{"effect":{"type":"status","status":200,"body":${nested(20_000)}}}`],
    ['/v5/ad_accounts', `{"name":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
  ] as const
  for (const [url, body] of bodies) {
    const { status, body: answer } = await call('POST', url, body)
    t.equal(status, 400, url)
    t.match(answer, { code: 1, message: 'more than 100 lists and objects in each other' })
  }
  t.same((await call('GET', '/__mock/faults')).body, { items: [] }, 'faults can still be listed')
})

t.test('brackets within texts are no nesting, and a hundred in each other are taken', async (t) => {
  const { call } = await mock(t)
  const name = `${'['.repeat(200)}\\"${'{'.repeat(200)}\\\\`
  t.equal((await call('POST', '/v5/ad_accounts', `{"name":"${name.slice(0, 200)}"}`)).status, 200)
  const body = `{"match":{"body_equals":${nested(98)},"body_contains":"${name}"}}`
  t.equal((await call('POST', '/__mock/requests/verify', body)).status, 422, 'nothing like it was asked')
})

t.test('a pattern of many wildcards is answered, and not tried in all ways there are', async (t) => {
  const { call } = await mock(t, { journal: 20 })
  const path = `/x${'*a'.repeat(100)}b`
  const fault = await call('POST', '/__mock/faults', { match: { path }, effect: 'reset' })
  t.match(fault, { status: 400, body: { message: /path/ } }, 'no call has such a path')
  await call('GET', `/v5/ad_accounts/${'a'.repeat(900)}`)
  const match = { path: `/ad_accounts/${'*a'.repeat(100)}b` }
  const { status, body } = await call('POST', '/__mock/requests/verify', { match, never: true })
  t.equal(status, 200, JSON.stringify(body))
})

t.test('time is not advanced out of the calendar, and stays as it was', async (t) => {
  const { call } = await mock(t)
  const before = (await call('GET', '/__mock/time')).body
  for (const by of [`P${'9'.repeat(400)}D`, `-P${'9'.repeat(400)}D`, 'P9999999D', '-P99999D']) {
    const { status, body } = await call('POST', '/__mock/time/advance', { by })
    t.equal(status, 400, by.slice(0, 20))
    t.match(body, { code: 1, message: /by leads out of the years 1970 to 9999/ })
  }
  t.same((await call('GET', '/__mock/time')).body, before)
  t.equal((await call('POST', '/__mock/time/advance', { by: 'P2000D' })).status, 200)
})

t.test('ages that nobody has are estimated as those that somebody has', async (t) => {
  const { post } = await mock(t)
  const sizeOf = async (MINIMUM_AGE: string, MAXIMUM_AGE: string) =>
    post('/ad_groups/audience_sizing', { targeting_spec: { LOCATION: ['US'], MINIMUM_AGE, MAXIMUM_AGE } })
  const { status, body } = await sizeOf('0', '626700000828')
  t.equal(status, 200)
  t.same(body, (await sizeOf('18', '65+')).body)
})
