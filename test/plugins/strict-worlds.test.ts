import t from 'tap'
import { consentQuery, granted } from '../fixtures/oauth.ts'
import { type Json, mock } from '../support/mock.ts'

t.test('with strict worlds, a world that nobody made is refused by name, with the nearest', async (t) => {
  const { call, worlds } = await mock(t, { worlds: 'strict' })
  await call('POST', '/__mock/worlds', { name: 'checkout' })
  const answer = await call('GET', '/w/chekout/v5/ad_accounts')
  t.match(answer, { status: 404, headers: { 'x-mock-rules': 'request.unknown-world' }, body: { code: 1 } })
  t.match(answer.body.message, /no world of this name: 'chekout'\. Did you mean checkout\?/)
  t.match(answer.body.message, /POST \/__mock\/worlds/)
  t.same(worlds.names(), ['checkout', 'default'])
})

t.test('with strict worlds, the default one and those that were made pass, by URL and by token', async (t) => {
  const { call } = await mock(t, { worlds: 'strict' })
  const { body: made } = await call('POST', '/__mock/worlds', { name: 'made', from: { seed: 'small' } })
  const authorization = `Bearer ${made.token}`
  t.equal((await call('GET', '/v5/ad_accounts')).status, 200)
  t.equal((await call('GET', '/w/made/v5/ad_accounts')).status, 200)
  t.equal((await call('GET', '/v5/ad_accounts', undefined, { authorization })).body.items.length, 3)
  const ghost = { authorization: 'Bearer pina_ghost~local' }
  t.equal((await call('GET', '/v5/ad_accounts', undefined, ghost)).status, 404)
})

t.test('with strict worlds, a deleted world is refused until it is made again; the default one never is', async (t) => {
  const { call } = await mock(t, { worlds: 'strict' })
  await call('POST', '/__mock/worlds', { name: 'made' })
  await call('DELETE', '/__mock/worlds')
  t.equal((await call('GET', '/w/made/v5/ad_accounts')).status, 404)
  t.equal((await call('GET', '/v5/ad_accounts')).status, 200)
  await call('POST', '/__mock/worlds', { name: 'made' })
  t.equal((await call('GET', '/w/made/v5/ad_accounts')).status, 200)
})

t.test('with strict worlds, those of the data directory pass', async (t) => {
  const dataDir = t.testdir({})
  const first = await mock(t, { dataDir })
  await first.call('GET', '/w/kept/v5/ad_accounts')
  await first.app.close()
  const { call } = await mock(t, { dataDir, worlds: 'strict' })
  t.equal((await call('GET', '/w/kept/v5/ad_accounts')).status, 200)
  t.equal((await call('GET', '/w/lost/v5/ad_accounts')).status, 404)
})

t.test('with strict worlds, a call to a world that nobody made is journaled as one that matched nothing', async (t) => {
  const { call } = await mock(t, { worlds: 'strict' })
  const { headers } = await call('GET', '/w/ghost/v5/ad_accounts')
  const { body } = await call('GET', '/__mock/requests/unmatched')
  t.match(body.items, [{ world: 'ghost', rules: ['request.unknown-world'], status: 404 }])
  const why = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)
  t.match(why.body.reasons, [
    {
      rule: 'request.unknown-world',
      explanation: /Nobody has made the world 'ghost'/,
      passes: /POST \/__mock\/worlds/,
    },
  ])
})

t.test('with strict worlds, test control refuses such a world, too: its counts would look right', async (t) => {
  const { call, worlds } = await mock(t, { worlds: 'strict' })
  const calls: readonly (readonly [string, string, unknown?])[] = [
    ['POST', 'requests/verify', { match: {}, never: true }],
    ['GET', 'requests/count'],
    ['GET', 'time'],
    ['POST', 'faults', { effect: 'rate_limited' }],
    ['POST', 'reset'],
    ['PUT', 'snapshots/x'],
    ['PUT', 'settings', { limits: 'off' }],
    ['POST', 'seed', {}],
  ]
  for (const [method, path, body] of calls) {
    const answer = await call(method, `/w/ghost/__mock/${path}`, body)
    t.match(answer, { status: 404, body: { message: /'ghost'/ } }, path)
  }
  t.same(worlds.names(), ['default'])
  t.equal((await call('POST', '/w/ghost/__mock/worlds', { name: 'ghost' })).status, 200)
  t.equal((await call('GET', '/w/ghost/__mock/time')).status, 200)
})

t.test('with strict worlds, neither consent page nor readiness is of a world that nobody made', async (t) => {
  const world = await mock(t, { worlds: 'strict' })
  t.equal((await world.call('GET', `/w/ghost/oauth/?${consentQuery()}`)).status, 404)
  t.match(await world.call('GET', '/w/ghost/readyz'), { status: 503, body: { message: /'ghost'/ } })
  t.ok((await granted(world)).access_token)
})

t.test('with open worlds, a call makes its world as ever', async (t) => {
  const { call } = await mock(t, { worlds: 'open' })
  t.equal((await call('GET', '/w/new/v5/ad_accounts')).status, 200)
  const names = (await call('GET', '/__mock/worlds')).body.items.map(({ name }: Json) => name)
  t.same(names, ['default', 'new'])
})
