import t from 'tap'
import { type Operation, operations } from '#openapi/operations.ts'
import type { Scope } from '#server/domain/access/scopes.ts'
import type { TokenScheme } from '#server/domain/access/tokens.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { tokenOfWorld } from '#server/domain/world-name.ts'
import { insertAccessToken, nextGrantSequence } from '#server/resources/accounts/oauth/repository.ts'
import { basic, callWith, granted, strict, strictMock } from '../fixtures/oauth.ts'
import { type Mock, mock } from '../support/mock.ts'

/** A token of the world that is like none other: what it is, and which scopes it has. */
function issue({ worlds, now }: Mock, scheme: TokenScheme, scopes: readonly string[]): string {
  const { db } = worlds.world('default')
  const seq = nextGrantSequence(db, 'access_tokens')
  const token = `pina_${'A'.repeat(43)}${String(seq)
    .padStart(5, 'A')
    .replaceAll(/\d/g, (digit) => 'QRSTUVWXYZ'[Number(digit)] ?? '')}`
  const row = { seq, token, scheme, app: '1', user_id: defaultUser.id, scopes: JSON.stringify(scopes) }
  insertAccessToken(db, { ...row, expires_at: now + 60, is_revoked: 0, refresh_token_seq: null })
  return token
}

const call = (world: Mock, { method, path }: Operation, authorization: string) =>
  world.call(method, `/v5${path.replaceAll(/{\w+}/g, '1')}`, undefined, { authorization })

const withToken = operations.filter(({ security }) => security.basic === undefined)

t.test('in strict mode every operation refuses a token without its scopes, and names them', async (t) => {
  const world = await strictMock(t, 'empty')
  const token = issue(world, 'pinterest_oauth2', [])
  for (const operation of withToken) {
    const { status, body, headers } = await call(world, operation, `Bearer ${token}`)
    const missing = (operation.security.pinterest_oauth2 ?? []).map((scope) => `'${scope}'`).join(', ')
    t.equal(status, 401, operation.id)
    t.match(body, { code: 3, status: undefined })
    t.ok(body.message.endsWith(`Missing: [${missing}]`), `${operation.id}: ${body.message}`)
    t.equal(headers['x-mock-rules'], 'request.scope')
    t.equal(headers['x-ratelimit-limit'], undefined)
  }
  t.equal(withToken.length, operations.length - 2)
})

t.test('in strict mode every operation lets a token with exactly its scopes pass', async (t) => {
  const world = await strictMock(t, 'empty')
  for (const operation of withToken) {
    const token = issue(world, 'pinterest_oauth2', operation.security.pinterest_oauth2 ?? [])
    const { status } = await call(world, operation, `Bearer ${token}`)
    t.not(status, 401, operation.id)
  }
})

t.test('in strict mode every operation refuses a token that lacks one of several scopes', async (t) => {
  const world = await strictMock(t, 'empty')
  const several = withToken.filter(({ security }) => (security.pinterest_oauth2?.length ?? 0) > 1)
  t.ok(several.length > 20)
  for (const operation of several) {
    const [lacking = '', ...others] = operation.security.pinterest_oauth2 ?? []
    const { body } = await call(world, operation, `Bearer ${issue(world, 'pinterest_oauth2', others)}`)
    t.ok(body.message.endsWith(`Missing: ['${lacking}']`), operation.id)
  }
})

t.test('in strict mode an app’s own token passes where the operation lists that, and nowhere else', async (t) => {
  const world = await strictMock(t, 'empty')
  const all: readonly Scope[] = ['ads:read', 'ads:write', 'boards:read', 'boards:write', 'pins:read', 'pins:write']
  const more = ['user_accounts:read', 'catalogs:read', 'catalogs:write', 'boards:read_secret', 'pins:read_secret']
  const token = issue(world, 'client_credentials', [...all, ...more])
  for (const operation of withToken) {
    const { status, headers } = await call(world, operation, `Bearer ${token}`)
    if (operation.security.client_credentials !== undefined) t.not(status, 401, operation.id)
    else t.same([status, headers['x-mock-rules']], [401, 'request.token-kind'], operation.id)
  }
})

t.test('an app proves itself where tokens are given, and a bearer token does not', async (t) => {
  const world = await strictMock(t, 'empty')
  const ofApps = operations.filter(({ security }) => security.basic !== undefined)
  t.same(ofApps.map(({ id }) => id).sort(), ['oauth/token', 'token/revoke'])
  for (const operation of ofApps) {
    t.equal((await call(world, operation, 'Bearer test')).status, 401, operation.id)
    t.equal((await call(world, operation, basic())).status, 400, operation.id)
  }
})

t.test('in strict mode a token that nobody was given is refused, whatever it looks like', async (t) => {
  const world = await strictMock(t, 'empty')
  for (const token of ['any-text', `pina_${'A'.repeat(48)}`, 'constructor', 'pinr_x']) {
    const { status, body } = await callWith(world, token)
    t.equal(status, 401, token)
    t.strictSame(body, { code: 2, message: 'Authentication failed.', status: 'failure' })
  }
})

t.test('in strict mode a missing scope is told before the schema, the ad account and the business', async (t) => {
  const world = await strictMock(t, 'empty')
  const token = issue(world, 'pinterest_oauth2', ['pins:read'])
  for (const url of [
    '/v5/ad_accounts/x/campaigns?page_size=0',
    '/v5/ad_accounts/1/campaigns',
    '/v5/businesses/1/members',
  ]) {
    t.match((await callWith(world, token, 'GET', url)).body, { code: 3 }, url)
  }
  t.equal((await callWith(world, token, 'GET', '/v5/nothing')).status, 404)
  t.equal((await callWith(world, token, 'PUT', '/v5/ad_accounts')).status, 405)
})

t.test(
  'in open mode any token passes with all scopes, and one that was issued acts as its user for ever',
  async (t) => {
    const world = await mock(t, { seed: 'small' })
    const user = async (token: string) => (await callWith(world, token, 'GET', '/v5/user_account')).body.username
    t.equal(await user('any-text'), 'mock_advertiser')
    const { access_token } = await granted(world, '&user=coastal_kitchens')
    t.equal(await user(access_token), 'coastal_kitchens')
    t.equal((await callWith(world, access_token, 'GET', '/v5/pins')).status, 200, 'beyond its scopes')
    world.clock.advance(400 * 86_400_000)
    t.equal(await user(access_token), 'coastal_kitchens')
  },
)

t.test('in open mode a declared token acts as its user', async (t) => {
  const world = await mock(t, {
    seed: 'small',
    auth: { tokens: { partner: { user: 'coastal_kitchens', scopes: [] } } },
  })
  t.match((await callWith(world, 'partner', 'GET', '/v5/user_account')).body, { username: 'coastal_kitchens' })
})

t.test("in strict mode a world's own token passes there with every scope, and nowhere else", async (t) => {
  const world = await strictMock(t, 'empty')
  const { body: other } = await world.call('POST', '/__mock/worlds', { name: 'other' })
  await world.call('POST', '/__mock/worlds', { name: 'third' })
  const statusOf = async (url: string, token: string) => (await callWith(world, token, 'GET', url)).status
  t.equal(await statusOf('/v5/ad_accounts', other.token), 200, 'it selects its world')
  t.equal(await statusOf('/w/other/v5/ad_accounts', other.token), 200)
  t.equal(await statusOf('/w/third/v5/ad_accounts', other.token), 401)
})

t.test(
  'in strict mode the tokens pass that the mock hands out: of the default world, of its own list, of others',
  async (t) => {
    const world = await strictMock(t, 'empty')
    const { body } = await world.call('GET', '/__mock/worlds')
    t.equal((await callWith(world, body.items[0].token)).status, 200)
    t.equal(
      (await callWith(world, tokenOfWorld('default'), 'POST', '/v5/ad_accounts', { name: 'All scopes' })).status,
      200,
    )
  },
)

t.test(
  'in strict mode the token of a world passes before the world is made: the library hands it out then',
  async (t) => {
    const world = await strictMock(t, 'empty')
    const statusOf = async (token: string) => (await callWith(world, token)).status
    t.equal(await statusOf('pina_other~local'), 200)
    t.ok(world.worlds.has('other'))
    await world.call('DELETE', '/__mock/worlds/other')
    t.equal(await statusOf('pina_other~local'), 200)
  },
)

t.test('in strict mode a declared token that is worded as that of a world has its own scopes', async (t) => {
  const tokens = { test: {}, pina_local: { scopes: ['pins:read'] as const } }
  const world = await mock(t, { auth: { ...strict, tokens } })
  t.match(await callWith(world, 'pina_local'), { status: 401, headers: { 'x-mock-rules': 'request.scope' } })
})

t.test('in strict mode without test control no token of a world passes, since nobody gives it out', async (t) => {
  const world = await mock(t, { auth: strict, control: 'off' })
  t.equal((await callWith(world, 'test', 'GET', '/w/other/v5/ad_accounts')).status, 200)
  for (const url of ['/v5/ad_accounts', '/w/other/v5/ad_accounts']) {
    t.equal((await callWith(world, 'pina_other~local', 'GET', url)).status, 401, url)
  }
  t.equal((await callWith(world, 'pina_local')).status, 401)
})
