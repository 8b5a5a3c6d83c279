import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { pinOf } from '../fixtures/ads.ts'
import { awareness } from '../fixtures/campaigns.ts'
import { exampleCall } from '../support/example-calls.ts'
import { mock } from '../support/mock.ts'

t.test('the sandbox has the operations that its contract enables, and no others', async (t) => {
  const { call } = await mock(t, { seed: 'small', target: { profile: 'sandbox' } })
  const refused = async (id: string): Promise<boolean> => {
    const { method, path, body, headers } = exampleCall(id)
    const answer = await call(method, `/w/sandbox/v5${path}`, body, headers)
    return answer.headers['x-mock-rules'] === 'request.sandbox-operation' && answer.status === 404
  }
  const built = operations.filter(({ id }) => isDocumented(id))
  t.ok(built.length > 200)
  for (const { id, sandbox } of built) t.equal(await refused(id), !sandbox, id)
})

t.test('a client of the sandbox makes an ad account, a campaign and a Pin, and empties the account', async (t) => {
  const { call } = await mock(t, { target: { profile: 'sandbox' } })
  const { body: account } = await call('POST', '/v5/ad_accounts', { name: 'Sandbox' })
  const below = `/v5/ad_accounts/${account.id}`
  const { body } = await call('POST', `${below}/campaigns`, [awareness])
  t.match(body.items[0].exceptions, [])
  t.equal((await call('POST', `${below}/reports`, {})).status, 404)
  t.equal((await call('DELETE', `${below}/sandbox`)).status, 200)
  t.strictSame((await call('GET', `${below}/campaigns`)).body.items, [])
})

t.test('nothing delivers in the sandbox, whatever the ad account is set to', async (t) => {
  const { call, account } = await mock(t, { seed: 'small' })
  const figures = async (): Promise<number> => {
    const query = 'start_date=2026-05-20&end_date=2026-05-31&columns=IMPRESSION_1&granularity=TOTAL'
    const { body } = await call('GET', `/v5/ad_accounts/${account}/analytics?${query}`)
    return body.reduce((sum: number, row: Record<string, number>) => sum + (row.IMPRESSION_1 ?? 0), 0)
  }
  t.ok((await figures()) > 0)
  await call('PUT', '/__mock/settings', { profile: 'sandbox', delivery: { accounts: { '*': { factor: 2 } } } })
  t.equal(await figures(), 0)
  await call('PUT', '/__mock/settings', { profile: 'off' })
  t.ok((await figures()) > 0)
})

t.test('an app with trial access makes no Pins, and has a thousand calls a day', async (t) => {
  const { call } = await mock(t, { seed: 'small', target: { profile: 'trial' } })
  const { method, path, body } = exampleCall('pins/create')
  const refused = await call(method, `/w/trial/v5${path}`, body)
  t.match(refused, { status: 403, body: { code: 29, message: /^Apps with Trial access may not create Pins/ } })
  t.match(refused.headers['x-ratelimit-limit'], 'safety_net_app_id')
  t.equal((await call('GET', '/w/trial/v5/pins')).status, 200)
  const last = await Promise.all(Array.from({ length: 1000 }, () => call('GET', '/w/trial/v5/user_account')))
  t.ok(last.some(({ status }) => status === 429))
})

t.test('the limits of a world and of the server outrank those of a profile', async (t) => {
  const { call } = await mock(t, { target: { profile: 'trial' } })
  const limits = async (world: string) => (await call('GET', `/w/${world}/__mock/settings`)).body.limits
  await call('PUT', '/w/own/__mock/settings', { limits: { '*': { per_minute: 5 } } })
  t.same([await limits('own'), await limits('other')], [{ '*': { per_minute: 5 } }, 'trial'])
  const server = await mock(t, { target: { profile: 'trial' }, limits: 'standard' })
  t.equal((await server.call('GET', '/w/one/__mock/settings')).body.limits, 'standard')
})

t.test('production creates Pins by the limits of standard access, and empties no account', async (t) => {
  const world = await mock(t, { target: { profile: 'production' } })
  const { call, account } = world
  await pinOf(world)
  t.equal((await call('GET', '/w/other/__mock/settings')).body.limits, 'standard')
  t.match(await call('DELETE', `/v5/ad_accounts/${account}/sandbox`), {
    status: 400,
    body: { code: 1, message: 'Invalid ad account id' },
  })
})

t.test('what the sandbox does not have is a finding of a strict suite', async (t) => {
  const { call, account } = await mock(t, { target: { profile: 'sandbox' } })
  await call('GET', `/v5/ad_accounts/${account}/audiences`)
  const { body } = await call('GET', '/__mock/report?fail_on=unmatched-call')
  t.match(body.findings, [
    { finding: 'unmatched-call', occurrences: [{ message: /is audiences\/list, which the version or/ }] },
  ])
})

t.test('one suite runs in both lives of a client, in worlds of one server', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  await call('PUT', '/w/sandbox/__mock/settings', { profile: 'sandbox' })
  await call('PUT', '/w/production/__mock/settings', { profile: 'production' })
  const { body } = await call('GET', '/w/sandbox/v5/ad_accounts')
  const audiences = `/v5/ad_accounts/${body.items[0].id}/audiences`
  t.equal((await call('GET', `/w/sandbox${audiences}`)).status, 404)
  t.equal((await call('GET', `/w/production${audiences}`)).status, 200)
})

function isDocumented(id: string): boolean {
  try {
    return exampleCall(id).method !== ''
  } catch {
    return false
  }
}
