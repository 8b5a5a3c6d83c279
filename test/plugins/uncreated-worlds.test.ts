import { readdirSync } from 'node:fs'
import t from 'tap'
import { basic, send, strict, strictMock } from '../fixtures/oauth.ts'
import { unimplemented, withoutBoards } from '../fixtures/unimplemented.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'

const unknownToken = `pina_ghost~${'A'.repeat(48)}`
const json = { 'content-type': 'application/json' }

/** Calls that are refused before a world is wanted: what, the call as `mock().call` takes it, and its status. */
const refused: readonly (readonly [string, number, Parameters<Mock['call']>])[] = [
  ['a path that no operation has', 404, ['GET', '/w/ghost/v5/nonsense']],
  ['a method that the path has not', 405, ['PUT', '/w/ghost/v5/ad_accounts']],
  ['an operation that is not implemented', 501, ['GET', `/w/ghost/v5${unimplemented.path}`]],
  ['no token', 401, ['GET', '/w/ghost/v5/ad_accounts', undefined, { authorization: '' }]],
  ['a parameter that is none', 400, ['GET', '/w/ghost/v5/ad_accounts?page_size=x']],
  ['a bookmark that is none', 400, ['GET', '/w/ghost/v5/ad_accounts?bookmark=x']],
  ['a body that is not JSON', 400, ['POST', '/w/ghost/v5/ad_accounts', '{', json]],
  ['a body that breaks the schema', 400, ['POST', '/w/ghost/v5/ad_accounts', { name: 1 }]],
  ['a body of another type', 400, ['POST', '/w/ghost/v5/ad_accounts', 'x', { 'content-type': 'text/plain' }]],
  ['a URL that cannot be decoded', 404, ['GET', '/w/ghost/v5/ad_accounts/%zz']],
  ['a token that selects the world, for nothing', 404, ['GET', '/v5/x', undefined, bearer('pina_ghost~local')]],
  ['a fault that is none', 400, ['GET', '/w/ghost/v5/ad_accounts', undefined, { 'x-mock-fault': 'x' }]],
  ['a fault', 429, ['GET', '/w/ghost/v5/ad_accounts', undefined, { 'x-mock-fault': 'rate_limited' }]],
]

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

for (const [what, status, call] of refused) {
  t.test(`a call that is refused for ${what} makes no world, and the next one that passes does`, async (t) => {
    const dataDir = t.testdir({})
    const { call: send, worlds } = await mock(t, { ...withoutBoards, dataDir })
    t.equal((await send(...call)).status, status)
    t.same(worlds.names(), ['default'])
    t.same(
      readdirSync(dataDir).filter((file) => file.includes('ghost')),
      [],
    )
    t.equal((await send('GET', '/w/ghost/v5/ad_accounts')).status, 200)
    t.same(worlds.names(), ['default', 'ghost'])
  })
}

t.test('a list that is asked for with a bookmark of another list makes no world', async (t) => {
  const { call, worlds } = await mock(t, { seed: 'small' })
  const { body } = await call('GET', '/v5/ad_accounts?page_size=1')
  t.equal((await call('GET', `/w/ghost/v5/boards?bookmark=${body.bookmark}`)).status, 400)
  t.same(worlds.names(), ['default'])
})

t.test('a read makes its world of the seed, also one of what the world has not', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  t.equal((await call('GET', '/w/one/v5/ad_accounts')).body.items.length, 3)
  t.equal((await call('GET', '/w/two/v5/pins/1')).status, 404)
  t.same(
    (await call('GET', '/__mock/worlds')).body.items.map(({ name }: Json) => name),
    ['default', 'one', 'two'],
  )
})

t.test('a read that looks at no data makes its world, too', async (t) => {
  const { call, worlds } = await mock(t)
  t.equal((await call('GET', '/w/one/v5/resources/ad_account_countries')).status, 200)
  t.same(worlds.names(), ['default', 'one'])
})

t.test(
  'a world that is one too many is refused when it is wanted, and the call that would not want it as ever',
  async (t) => {
    const { call, worlds } = await mock(t, { mostWorlds: 1 })
    t.equal((await call('GET', '/w/ghost/v5/nonsense')).status, 404)
    t.equal((await call('GET', '/w/ghost/v5/resources/ad_account_countries')).status, 503)
    t.equal((await call('GET', '/w/ghost/v5/ad_accounts')).status, 503)
    t.same(worlds.names(), ['default'])
  },
)

t.test('in strict mode a token that nobody was given makes no world, and a declared one does', async (t) => {
  const { call, worlds } = await strictMock(t)
  for (const token of ['any', 'pina_local', 'pina_other~local', unknownToken]) {
    t.equal((await call('GET', '/w/ghost/v5/ad_accounts', undefined, bearer(token))).status, 401, token)
  }
  t.same(worlds.names(), ['default'])
  t.equal((await call('GET', '/w/ghost/v5/ad_accounts')).status, 200)
  t.same(worlds.names(), ['default', 'ghost'])
})

t.test(
  'a token that is declared for a user is looked for among the users of the seed, and makes no world',
  async (t) => {
    const auth = {
      ...strict,
      tokens: { test: {}, partner: { user: 'coastal_kitchens' }, stranger: { user: 'nobody' } },
    }
    const { call, worlds } = await mock(t, { seed: 'small', auth })
    t.equal((await call('GET', '/w/ghost/v5/user_account', undefined, bearer('stranger'))).status, 401)
    t.equal((await call('GET', '/w/ghost/v5/user_account?x[', undefined, bearer('partner'))).status, 200)
    t.same(worlds.names(), ['default', 'ghost'])
  },
)

t.test('a role that does not allow a call makes no world', async (t) => {
  const auth = { tokens: { partner: { user: 'coastal_kitchens' } } }
  const { call, worlds } = await mock(t, { seed: 'small', auth })
  const { body } = await call('GET', '/v5/ad_accounts')
  const url = `/w/ghost/v5/ad_accounts/${body.items[0].id}/campaigns`
  t.equal((await call('GET', url, undefined, bearer('partner'))).status, 403)
  t.same(worlds.names(), ['default'])
})

t.test('codes and tokens that nobody gave make no world, wherever they stand', async (t) => {
  const world = await strictMock(t)
  const secret = `ghost~${'A'.repeat(48)}`
  const grants = [
    { grant_type: 'authorization_code', code: secret, redirect_uri: 'http://localhost:8085/' },
    { grant_type: 'refresh_token', refresh_token: `pinr_${secret}` },
  ]
  for (const form of grants) t.equal((await send(world, form)).status, 401)
  for (const form of grants) t.equal((await send(world, form, { url: '/w/ghost/v5/oauth/token' })).status, 401)
  const revocation = { url: '/v5/oauth/token/revoke', authorization: basic() }
  t.equal((await send(world, { token: `pina_${secret}` }, revocation)).status, 200)
  t.same(world.worlds.names(), ['default'])
})

t.test('what was refused is among the calls that matched nothing, with the world that it asked for', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/w/ghost/v5/nonsense')
  await call('GET', '/w/!!/v5/ad_accounts')
  await call('GET', '/w/ghost/v5/ad_accounts', undefined, { authorization: '' })
  await call('GET', '/w/ghost/v5/ad_accounts?page_size=x')
  const refusal = async (world: string) =>
    (await call('GET', `${world}/__mock/requests/unmatched`)).body.items.map(({ world, rules }: Json) => [
      world,
      ...rules,
    ])
  const ofGhost = ['request.path', 'request.token', 'request.schema'].map((rule) => ['ghost', rule])
  t.same(await refusal(''), [ofGhost[0], ['!!', 'request.world'], ...ofGhost.slice(1)])
  t.same(await refusal('/w/ghost'), ofGhost)
  t.same(await refusal('/w/other'), [])
  t.same((await call('GET', '/__mock/report?world=all')).body.worlds, ['!!', 'default', 'ghost'])
  t.same(
    (await call('GET', '/__mock/worlds')).body.items.map(({ name }: Json) => name),
    ['default'],
  )
  await call('GET', '/w/ghost/v5/ad_accounts')
  t.same(await refusal('/w/ghost'), ofGhost.slice(0, 1), 'of a world that is there, what matched no operation')
  t.same(await refusal(''), [['!!', 'request.world']])
})

t.test('a world that is made then has what was refused before, and the root no longer', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', '/w/ghost/v5/nonsense')
  const id = headers['x-mock-request-id']
  t.equal((await call('GET', `/__mock/requests/${id}`)).body.world, 'ghost')
  await call('GET', '/w/ghost/v5/ad_accounts')
  t.same(
    (await call('GET', '/w/ghost/__mock/requests')).body.items.map(({ status }: Json) => status),
    [404, 200],
  )
  t.equal((await call('GET', `/w/ghost/__mock/requests/${id}`)).status, 200)
  t.equal((await call('GET', `/__mock/requests/${id}`)).status, 404)
})

t.test('a call that is refused counts against the limits of the world that is made then', async (t) => {
  const limits = { ads_read: { per_minute: 3 } }
  const { call, worlds } = await mock(t, { limits })
  const left = async (query = '') => {
    const { status, headers } = await call('GET', `/w/ghost/v5/ad_accounts${query}`)
    return [status, headers['x-ratelimit-remaining']]
  }
  t.same(await left('?page_size=x'), [400, '2'])
  t.same(await left('?page_size=x'), [400, '1'])
  t.same(await left(), [200, '0'])
  t.same(await left(), [429, '0'])
  t.same(worlds.names(), ['default', 'ghost'])
})

t.test('a call that the limits refuse makes no world', async (t) => {
  const { call, worlds } = await mock(t, { limits: { ads_read: { per_minute: 1 } } })
  await call('GET', '/w/ghost/v5/ad_accounts?page_size=x')
  t.equal((await call('GET', '/w/ghost/v5/ad_accounts')).status, 429)
  t.same(worlds.names(), ['default'])
})

t.test('a world plays by what its seed was told, also before it is made', async (t) => {
  const first = await mock(t, { seed: 'small' })
  await first.call('PUT', '/__mock/settings', { limits: { ads_read: { per_minute: 1 } } })
  const file = `${t.testdir({ 'state.json': JSON.stringify((await first.call('GET', '/__mock/state')).body) })}/state.json`
  const { call } = await mock(t, { seed: file })
  const { headers } = await call('GET', '/w/ghost/v5/ad_accounts?page_size=x')
  t.equal(headers['x-ratelimit-limit'], '1, 1;w=60;name="ads_read_app_id_user_id"')
  t.equal((await call('GET', '/w/ghost/v5/ad_accounts')).status, 429)
})

t.test('a file that is uploaded under a key that nobody gave out makes no world', async (t) => {
  const { call, worlds } = await mock(t)
  const form = '--x\r\ncontent-disposition: form-data; name="key"\r\n\r\nuploads/12345\r\n--x--\r\n'
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  const { status } = await call('POST', '/w/ghost/__mock/uploads', form, type)
  t.equal(status, 204)
  t.notOk(worlds.has('ghost'))
})

t.test('no more worlds that there are not are remembered than a thousand, the latest', async (t) => {
  const { call, worlds } = await mock(t)
  for (let number = 0; number < 1002; number++) await call('GET', `/w/ghost-${number}/v5/nonsense`)
  t.equal(worlds.inMemory.uncreatedJournals().length, 1000)
  t.equal((await call('GET', '/__mock/requests/unmatched')).body.items[0].world, 'ghost-2')
})

t.test('the default world that was deleted is not made by a call that is refused, which is told once', async (t) => {
  const { call, worlds } = await mock(t)
  await call('DELETE', '/__mock/worlds')
  await call('GET', '/v5/nonsense')
  t.same(worlds.names(), [])
  const { body } = await call('GET', '/__mock/requests/unmatched')
  t.same(
    body.items.map(({ world, url }: Json) => [world, url]),
    [['default', '/v5/nonsense']],
  )
  t.equal((await call('GET', '/v5/ad_accounts')).status, 200)
  t.same(worlds.names(), ['default'])
})

t.test('of what matched nothing, no more is told than one world remembers', async (t) => {
  const { call } = await mock(t, { journal: 5 })
  for (let number = 0; number < 8; number++) await call('GET', `/w/ghost-${number}/v5/nonsense`)
  const { body } = await call('GET', '/__mock/requests/unmatched')
  t.same(
    body.items.map(({ world }: Json) => world),
    ['ghost-3', 'ghost-4', 'ghost-5', 'ghost-6', 'ghost-7'],
  )
})

t.test('test control’s questions about what a world was asked make no world, and what changes it does', async (t) => {
  const { call, worlds } = await mock(t)
  for (const path of ['requests', 'requests/count', 'requests/unmatched', 'report', 'time', 'settings', 'faults']) {
    t.equal((await call('GET', `/w/ghost/__mock/${path}`)).status, 200, path)
  }
  t.equal((await call('POST', '/w/ghost/__mock/faults', { effect: 'x' })).status, 400)
  t.equal((await call('POST', '/w/ghost/__mock/time/freeze', { at: 'x' })).status, 400)
  t.equal((await call('GET', '/w/ghost/__mock/nothing')).status, 404)
  t.same(worlds.names(), ['default'])
  t.equal((await call('POST', '/w/one/__mock/faults', { effect: 'rate_limited' })).status, 200)
  t.equal((await call('GET', '/w/one/v5/ad_accounts')).status, 429)
  t.equal((await call('POST', '/w/two/__mock/time/freeze', { at: 5 })).status, 200)
  t.equal((await call('GET', '/w/two/__mock/time')).body.now, 5)
  t.same(worlds.names(), ['default', 'one', 'two'])
})

t.test('readiness is told for a world that there is not, and makes none', async (t) => {
  const { call, worlds } = await mock(t)
  t.match(await call('GET', '/w/ghost/readyz'), { status: 200, body: { status: 'ready', world: 'ghost' } })
  t.equal((await call('GET', '/w/!!/readyz')).status, 400)
  t.same(worlds.names(), ['default'])
})

t.test('a token is no world’s name', async (t) => {
  const { call, worlds } = await mock(t)
  const url = '/w/pina_secret/v5/ad_accounts'
  t.match(await call('GET', url), { status: 400, headers: { 'x-mock-rules': 'request.world' } })
  t.equal((await call('POST', '/__mock/worlds', { name: 'pinr_secret' })).status, 400)
  t.equal((await call('POST', '/w/pinc_secret/__mock/reset')).status, 400)
  t.equal((await call('GET', '/w/pins/v5/ad_accounts')).status, 200)
  t.same(worlds.names(), ['default', 'pins'])
})
