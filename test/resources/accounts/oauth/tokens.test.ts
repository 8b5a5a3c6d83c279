import t from 'tap'
import { basic, callWith, codeOf, exchange, granted, planner, send, strict, strictMock } from '#test/fixtures/oauth.ts'
import { mock } from '#test/support/mock.ts'

const minute = 60_000
const day = 24 * 60 * minute
const refused = { code: 283, message: 'The authorization grant is invalid' }
const unknown = { code: 2, message: 'Authentication failed.', status: 'failure' }

t.test('a code is exchanged for a token that reads what was granted', async (t) => {
  const world = await strictMock(t)
  const { status, headers, body } = await send(world, exchange(await codeOf(world)))
  t.equal(status, 200)
  t.equal(headers['content-type'], 'application/json')
  t.match(body.access_token, /^pina_[A-Z2-7]{48}$/)
  t.match(body.refresh_token, /^pinr_[A-Z2-7]{48}$/)
  t.strictSame(body, {
    response_type: 'authorization_code',
    access_token: body.access_token,
    token_type: 'bearer',
    expires_in: 2_592_000,
    scope: 'ads:read user_accounts:read',
    refresh_token: body.refresh_token,
    refresh_token_expires_in: 5_184_000,
    refresh_token_expires_at: world.now + 5_184_000,
  })
  t.match((await callWith(world, body.access_token)).body.items, [{ name: 'Meadow Outdoor', permissions: ['OWNER'] }])
})

t.test('a code has no = in it, and is another one each time', async (t) => {
  const world = await strictMock(t)
  const [one, other] = [await codeOf(world), await codeOf(world)]
  t.match(one, /^[A-Z2-7]{48}$/)
  t.not(one, other)
})

t.test('a code works once', async (t) => {
  const world = await strictMock(t)
  const code = await codeOf(world)
  t.equal((await send(world, exchange(code))).status, 200)
  const again = await send(world, exchange(code))
  t.equal(again.status, 401)
  t.strictSame(again.body, refused)
  t.equal(again.headers['x-mock-rules'], 'oauth.grant')
})

t.test('a code lives for ten minutes', async (t) => {
  const world = await strictMock(t)
  const [inTime, late] = [await codeOf(world), await codeOf(world)]
  world.clock.advance(10 * minute - 1000)
  t.equal((await send(world, exchange(inTime))).status, 200)
  world.clock.advance(1000)
  t.strictSame((await send(world, exchange(late))).body, refused)
})

t.test('a code is for its redirect URI, and a refusal does not use it up', async (t) => {
  const world = await strictMock(t)
  const code = await codeOf(world)
  t.strictSame((await send(world, exchange(code, 'http://localhost:8085/elsewhere'))).body, refused)
  t.equal((await send(world, exchange(code))).status, 200)
})

t.test('a code is for the app that asked', async (t) => {
  const world = await strictMock(t)
  const code = await codeOf(world)
  const other = basic('1512346', 'other-secret')
  t.strictSame((await send(world, exchange(code), { authorization: other })).body, refused)
})

t.test('an unknown code is refused', async (t) => {
  t.strictSame((await send(await strictMock(t), exchange('nothing'))).body, refused)
})

t.test('an access token lives for thirty days', async (t) => {
  const world = await strictMock(t)
  const { access_token } = await granted(world)
  world.clock.advance(30 * day - 1000)
  t.equal((await callWith(world, access_token)).status, 200)
  world.clock.advance(1000)
  const { status, body } = await callWith(world, access_token)
  t.equal(status, 401)
  t.strictSame(body, unknown)
})

t.test('a refresh gives another access token and another refresh token', async (t) => {
  const world = await strictMock(t)
  const first = await granted(world)
  const { status, body } = await send(world, {
    grant_type: 'refresh_token',
    refresh_token: first.refresh_token,
    refresh_on: 'true',
  })
  t.equal(status, 200)
  t.match(body, { response_type: 'refresh_token', scope: first.scope, expires_in: 2_592_000 })
  t.not(body.access_token, first.access_token)
  t.not(body.refresh_token, first.refresh_token)
  for (const token of [first.access_token, body.access_token]) t.equal((await callWith(world, token)).status, 200)
})

t.test('a refresh token works until the last second of sixty days, and each new one as long again', async (t) => {
  const world = await strictMock(t)
  let { refresh_token } = await granted(world)
  for (const turn of ['first', 'second', 'third']) {
    world.clock.advance(60 * day - 1000)
    const { status, body } = await send(world, { grant_type: 'refresh_token', refresh_token })
    t.equal(status, 200, turn)
    refresh_token = body.refresh_token
  }
  world.clock.advance(60 * day)
  t.strictSame((await send(world, { grant_type: 'refresh_token', refresh_token })).body, refused)
})

t.test('a refresh token works again and again, and gives another access and refresh token each time', async (t) => {
  const world = await strictMock(t)
  const { refresh_token } = await granted(world)
  const form = { grant_type: 'refresh_token', refresh_token }
  const bodies = [await send(world, form), await send(world, form), await send(world, form)].map(({ body }) => body)
  t.equal(new Set(bodies.map(({ access_token }) => access_token)).size, 3)
  t.equal(new Set([refresh_token, ...bodies.map((body) => body.refresh_token)]).size, 4)
  for (const body of bodies) {
    t.equal((await callWith(world, body.access_token)).status, 200)
    t.equal((await send(world, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).status, 200)
  }
})

t.test('a refresh token that was used still ends with its sixty days', async (t) => {
  const world = await strictMock(t)
  const { refresh_token } = await granted(world)
  const form = { grant_type: 'refresh_token', refresh_token }
  world.clock.advance(59 * day)
  t.equal((await send(world, form)).status, 200)
  world.clock.advance(day - 1000)
  t.equal((await send(world, form)).status, 200)
  world.clock.advance(1000)
  t.strictSame((await send(world, form)).body, refused)
})

t.test('where refresh tokens rotate each works once, and the one that it gives takes its place', async (t) => {
  const world = await mock(t, { seed: 'small', auth: { ...strict, refresh: 'rotate' } })
  const { refresh_token } = await granted(world)
  const form = { grant_type: 'refresh_token', refresh_token }
  const { status, body } = await send(world, form)
  t.equal(status, 200)
  t.strictSame((await send(world, form)).body, refused)
  t.equal((await send(world, { ...form, refresh_token: body.refresh_token })).status, 200)
})

t.test('a refresh token is no other app’s, and an access token is no refresh token', async (t) => {
  const world = await strictMock(t)
  const { access_token, refresh_token } = await granted(world)
  const authorization = basic('1512346', 'other-secret')
  t.strictSame((await send(world, { grant_type: 'refresh_token', refresh_token }, { authorization })).body, refused)
  t.strictSame((await send(world, { grant_type: 'refresh_token', refresh_token: access_token })).body, refused)
})

t.test('a refresh may ask for less, and the next one for all that was granted again', async (t) => {
  const world = await strictMock(t)
  const { refresh_token } = await granted(world)
  const less = await send(world, { grant_type: 'refresh_token', refresh_token, scope: 'user_accounts:read' })
  t.equal(less.body.scope, 'user_accounts:read')
  t.match((await callWith(world, less.body.access_token)).body, { code: 3, message: /Missing: \['ads:read'\]$/ })
  const all = await send(world, { grant_type: 'refresh_token', refresh_token: less.body.refresh_token })
  t.equal(all.body.scope, 'ads:read user_accounts:read')
})

t.test('a refresh for more than was granted is refused, and uses nothing up', async (t) => {
  const world = await strictMock(t)
  const { refresh_token } = await granted(world)
  const more = await send(world, { grant_type: 'refresh_token', refresh_token, scope: 'ads:write' })
  t.equal(more.status, 400)
  t.match(more.body, { code: 1, message: /ads:write was not granted/ })
  t.equal((await send(world, { grant_type: 'refresh_token', refresh_token })).status, 200)
})

t.test('an app gets a token of its own, without one to refresh it', async (t) => {
  const world = await strictMock(t)
  const { status, body } = await send(world, { grant_type: 'client_credentials', scope: 'user_accounts:read,ads:read' })
  t.equal(status, 200)
  t.strictSame(body, {
    response_type: 'client_credentials',
    access_token: body.access_token,
    token_type: 'bearer',
    expires_in: 2_592_000,
    scope: 'user_accounts:read ads:read',
  })
  t.equal((await callWith(world, body.access_token)).status, 200)
})

const forms: Readonly<Record<string, readonly [Record<string, string>, RegExp]>> = {
  'no kind of grant': [{}, /grant_type/],
  'an unknown kind of grant': [{ grant_type: 'password' }, /grant_type/],
  'a code without a redirect URI': [{ grant_type: 'authorization_code', code: 'x' }, /redirect_uri/],
  'no code': [{ grant_type: 'authorization_code', redirect_uri: planner.redirectUri }, /code/],
  'no refresh token': [{ grant_type: 'refresh_token' }, /refresh_token/],
  'no scope for the app itself': [{ grant_type: 'client_credentials' }, /scope/],
  'an empty scope': [{ grant_type: 'client_credentials', scope: ' ' }, /at least one/],
  'a scope that is none': [{ grant_type: 'client_credentials', scope: 'ads:read,ads:all' }, /no scope ads:all/],
}
for (const [what, [form, message]] of Object.entries(forms)) {
  t.test(`a form with ${what} is refused with 400`, async (t) => {
    const { status, body } = await send(await strictMock(t, 'empty'), form)
    t.equal(status, 400)
    t.match(body, { code: 1, message })
  })
}

t.test('JSON is no form', async (t) => {
  const { call } = await strictMock(t, 'empty')
  const form = { grant_type: 'client_credentials', scope: 'ads:read' }
  const { status, body } = await call('POST', '/v5/oauth/token', form, { authorization: basic() })
  t.equal(status, 400)
  t.match(body, { code: 1, message: /send a form/ })
})

const strangers = {
  'a wrong secret': basic(planner.id, 'wrong'),
  'an unknown app': basic('99', planner.secret),
  'an app by the name of what every object has': basic('constructor', 'undefined'),
  'a bearer token': 'Bearer test',
  'Basic that is no base64': 'Basic %%%',
  nothing: '',
}
for (const [what, authorization] of Object.entries(strangers)) {
  t.test(`an app that comes with ${what} is refused before its form is read`, async (t) => {
    const { status, body, headers } = await send(await strictMock(t, 'empty'), {}, { authorization })
    t.equal(status, 401)
    t.strictSame(body, unknown)
    t.equal(headers['x-mock-rules'], 'request.client')
  })
}

t.test('a revoked access token is refused at once, and the refresh token still works', async (t) => {
  const world = await strictMock(t)
  const { access_token, refresh_token } = await granted(world)
  const { status, body } = await send(world, { token: access_token }, { url: '/v5/oauth/token/revoke' })
  t.equal(status, 200)
  t.equal(body, '')
  t.strictSame((await callWith(world, access_token)).body, unknown)
  t.equal((await send(world, { grant_type: 'refresh_token', refresh_token })).status, 200)
})

t.test('a revoked refresh token takes its access token with it', async (t) => {
  const world = await strictMock(t)
  const { access_token, refresh_token } = await granted(world)
  const form = { token: refresh_token, token_type_hint: 'refresh_token' }
  t.equal((await send(world, form, { url: '/v5/oauth/token/revoke' })).status, 200)
  t.strictSame((await callWith(world, access_token)).body, unknown)
  t.strictSame((await send(world, { grant_type: 'refresh_token', refresh_token })).body, refused)
})

t.test('a revoked refresh token ends all that came of the same code, and nothing of another', async (t) => {
  const world = await strictMock(t)
  const first = await granted(world)
  const other = await granted(world)
  const refreshed = async (refresh_token: string) =>
    (await send(world, { grant_type: 'refresh_token', refresh_token })).body
  const second = await refreshed(first.refresh_token)
  const third = await refreshed(second.refresh_token)
  t.equal((await send(world, { token: second.refresh_token }, { url: '/v5/oauth/token/revoke' })).status, 200)
  for (const { access_token, refresh_token } of [first, second, third]) {
    t.strictSame((await callWith(world, access_token)).body, unknown)
    t.strictSame(await refreshed(refresh_token), refused)
  }
  t.equal((await callWith(world, other.access_token)).status, 200)
  t.match(await refreshed(other.refresh_token), { response_type: 'refresh_token' })
})

t.test('an app revokes its own tokens alone; what nobody was given is as good as revoked', async (t) => {
  const world = await strictMock(t)
  const { access_token } = await granted(world)
  const url = '/v5/oauth/token/revoke'
  const foreign = await send(world, { token: access_token }, { url, authorization: basic('1512346', 'other-secret') })
  t.equal(foreign.status, 403)
  t.strictSame(foreign.body, { code: 29, message: 'You are not permitted to access that resource.' })
  t.equal((await callWith(world, access_token)).status, 200)
  t.equal((await send(world, { token: 'pina_nothing' }, { url })).status, 200)
  t.equal((await send(world, {}, { url })).status, 400)
  t.equal((await send(world, { token: access_token }, { url, authorization: basic('1', '2') })).status, 401)
})

t.test('a conversion token sends conversions for years and does nothing else', async (t) => {
  const world = await strictMock(t)
  const { status, body } = await world.call('POST', '/v5/oauth/conversion_token')
  t.equal(status, 200)
  t.strictSame(body, { access_token: body.access_token, token_type: 'conversion' })
  world.clock.advance(1000 * day)
  const event = {
    event_name: 'checkout',
    action_source: 'web',
    event_time: Math.floor(world.clock.seconds()),
    event_id: 'e1',
    user_data: { em: ['0'.repeat(64)] },
  }
  const events = `/v5/ad_accounts/${world.account}/events`
  const sent = await callWith(world, body.access_token, 'POST', events, { data: [event] })
  t.equal(sent.status, 200)
  const read = await callWith(world, body.access_token)
  t.equal(read.status, 401)
  t.equal(read.headers['x-mock-rules'], 'request.token-kind')
})

t.test('without anything declared every app works, whatever its secret', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { access_token, refresh_token } = await granted(world)
  t.equal((await callWith(world, access_token)).status, 200)
  const again = await send(
    world,
    { grant_type: 'refresh_token', refresh_token },
    { authorization: basic(planner.id, 'any') },
  )
  t.equal(again.status, 200)
})

t.test('tokens are the same on every run, and another world’s are marked with its name', async (t) => {
  const [one, other] = [await granted(await strictMock(t)), await granted(await strictMock(t))]
  t.strictSame(one, other)
  const world = await strictMock(t)
  const code = await codeOf(world, '', '/w/two/oauth/')
  t.match(code, /^two~/)
  const { body } = await send(world, exchange(code), { url: '/w/two/v5/oauth/token' })
  t.match(body.access_token, /^pina_two~[A-Z2-7]{48}$/)
  t.match(body.refresh_token, /^pinr_two~/)
})

t.test('codes and tokens select their world where the URL names none', async (t) => {
  const world = await strictMock(t)
  await world.call('POST', '/w/two/v5/ad_accounts', { name: 'Only in two' })
  const { body } = await send(world, exchange(await codeOf(world, '', '/w/two/oauth/')))
  const names = async (token: string) =>
    (await callWith(world, token)).body.items.map(({ name }: { name: string }) => name)
  t.ok((await names(body.access_token)).includes('Only in two'))
  const again = await send(world, { grant_type: 'refresh_token', refresh_token: body.refresh_token })
  t.ok((await names(again.body.access_token)).includes('Only in two'))
  t.equal((await send(world, { token: again.body.access_token }, { url: '/v5/oauth/token/revoke' })).status, 200)
  t.equal((await callWith(world, again.body.access_token)).status, 401)
})

t.test('a code that nobody gave brings no world to life', async (t) => {
  const world = await strictMock(t)
  t.equal((await send(world, exchange('elsewhere~nothing'))).status, 401)
  t.notOk(world.worlds.has('elsewhere'))
})

t.test('a refreshed token counts with the one before, and that of another user does not', async (t) => {
  const limits = { ads_read: { per_minute: 1 } }
  const world = await mock(t, { seed: 'small', auth: strict, limits })
  const { access_token, refresh_token } = await granted(world)
  t.equal((await callWith(world, access_token)).status, 200)
  const { body } = await send(world, { grant_type: 'refresh_token', refresh_token })
  t.equal((await callWith(world, body.access_token)).status, 429)
  const other = await granted(world, '&user=coastal_kitchens')
  t.equal((await callWith(world, other.access_token)).status, 200)
})

t.test('a token is known in its world alone, in a fork of it, and after a snapshot is restored', async (t) => {
  const world = await strictMock(t)
  const { access_token } = await granted(world)
  const read = (base: string) => callWith(world, access_token, 'GET', `${base}/v5/ad_accounts`)
  t.equal((await read('/w/two')).status, 401)
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  t.equal((await read('/w/fork')).status, 200)
  await world.call('PUT', '/__mock/snapshots/with-token')
  await world.call('POST', '/__mock/reset')
  t.equal((await read('')).status, 401)
  await world.call('POST', '/__mock/snapshots/with-token/restore')
  t.equal((await read('')).status, 200)
})

t.test('a declared token acts as its user, with its scopes, until it expires', async (t) => {
  const now = 1_780_315_200
  const tokens = {
    test: {},
    partner: { user: 'coastal_kitchens', scopes: ['user_accounts:read'] as const, expires: now + 60 },
    ghost: { user: 'nobody' },
  }
  const world = await mock(t, { seed: 'small', auth: { ...strict, tokens } })
  t.match((await callWith(world, 'partner', 'GET', '/v5/user_account')).body, { username: 'coastal_kitchens' })
  t.match((await callWith(world, 'partner')).body, { code: 3 })
  t.equal((await callWith(world, 'ghost')).status, 401)
  world.clock.advance(minute)
  t.equal((await callWith(world, 'partner', 'GET', '/v5/user_account')).status, 401)
})
