import t from 'tap'
import { basic, callWith, exchange, granted, send, strict, strictMock } from '../fixtures/oauth.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

const day = 86_400

/** The only reason for which a call was refused. */
async function reasonFor({ call }: Mock, { headers }: Answer): Promise<Json> {
  const { body } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)
  return body.reasons[0]
}

t.test('a token that expired says when, by the clock of the world, and what renews it', async (t) => {
  const world = await strictMock(t)
  const { access_token } = await granted(world)
  world.clock.advance(30 * day * 1000)
  const reason = await reasonFor(world, await callWith(world, access_token))
  t.match(reason, {
    rule: 'request.token',
    message: 'Authentication failed.',
    explanation: "The token expired at 2026-07-01T12:00:00Z, and the world's clock stands at 2026-07-01T12:00:00Z.",
    passes: /refresh token/,
  })
  t.notMatch(reason.passes, /any-text/, 'what was refused is not advised')
})

t.test('a declared token that expired says when, and where that is written', async (t) => {
  const tokens = { test: {}, short: { expires: 1_780_000_000 } }
  const world = await mock(t, { auth: { ...strict, tokens } })
  t.match(await reasonFor(world, await callWith(world, 'short')), {
    explanation: /expired at 2026-05-28T20:26:40Z/,
    passes: /--tokens/,
  })
})

t.test(
  'a token without a scope says which scopes it has, which the operation needs, and which is missing',
  async (t) => {
    const tokens = { test: {}, reader: { scopes: ['ads:read'] as const } }
    const world = await mock(t, { auth: { ...strict, tokens } })
    const refused = await callWith(world, 'reader', 'POST', '/v5/ad_accounts', { name: 'x' })
    t.match(await reasonFor(world, refused), {
      rule: 'request.scope',
      explanation: 'The token has ads:read, and ad_accounts/create needs ads:write: it lacks ads:write.',
      passes: 'A token with the scopes ads:read, ads:write.',
    })
  },
)

t.test('a token that was revoked, or that nobody was given, says so, and is not advised again', async (t) => {
  const world = await strictMock(t)
  const { access_token } = await granted(world)
  await send(world, { token: access_token }, { url: '/v5/oauth/token/revoke' })
  t.match(await reasonFor(world, await callWith(world, access_token)), { explanation: /was revoked/ })
  const unknown = await reasonFor(world, await callWith(world, 'any-text'))
  t.match(unknown, { explanation: /No token of this text/, passes: /GET \/__mock\/worlds/ })
  t.notMatch(JSON.stringify(unknown), 'any-text')
})

t.test('a token of another world says which world it selects', async (t) => {
  const world = await strictMock(t)
  const refused = await callWith(world, 'pina_other~local', 'GET', '/w/third/v5/ad_accounts')
  const { body } = await world.call('GET', `/w/third/__mock/requests/${refused.headers['x-mock-request-id']}/why`)
  t.match(body.reasons, [{ explanation: "The token selects the world 'other', and the call is to the world 'third'." }])
})

t.test('without test control no token of a world is advised', async (t) => {
  const world = await mock(t, { auth: strict, control: 'off' })
  await callWith(world, 'any-text')
  const [entry] = world.worlds.world('default').journal.entries.slice(-1)
  t.match(entry?.violations, [{ passes: /that --tokens declares\.$/ }])
})

t.test('a header that is no bearer token says so', async (t) => {
  const world = await mock(t)
  const reasonWith = async (authorization: string | undefined) =>
    reasonFor(world, await world.call('GET', '/v5/ad_accounts', undefined, { authorization: authorization ?? '' }))
  t.match(await reasonWith('Basic eDp5'), {
    explanation: /not of the form "Bearer"/,
    passes: /Bearer, a space and any text/,
  })
})

t.test('a token of the wrong kind says of which kind it is, and which the operation takes', async (t) => {
  const world = await strictMock(t)
  const { body } = await send(world, { grant_type: 'client_credentials', scope: 'ads:read' })
  const refused = await callWith(world, body.access_token, 'POST', '/v5/ad_accounts', { name: 'x' })
  t.match(await reasonFor(world, refused), {
    rule: 'request.token-kind',
    explanation: /app's own token \(client_credentials\), and ad_accounts\/create takes none/,
    passes: "For ad_accounts/create: a user's token.",
  })
})

t.test('a grant that is refused says whether it is unknown, used, expired, or of another app or address', async (t) => {
  const world = await strictMock(t)
  const { refresh_token } = await granted(world)
  const explained = async (form: Readonly<Record<string, string>>, authorization = basic()) =>
    (await reasonFor(world, await send(world, form, { authorization }))).explanation
  const renewal = { grant_type: 'refresh_token', refresh_token }
  t.match(await explained(exchange('unknown')), /has issued no such code/)
  t.match(await explained(renewal, basic('1512346', 'other-secret')), /issued to the app 1512345, and the app 1512346/)
  world.clock.advance(61 * day * 1000)
  t.match(await explained(renewal), /expired at 2026-07-31T12:00:00Z/)
  t.match(await explained(renewal, basic('1512345', 'wrong')), /secret is not that of the app 1512345/)
  t.match(await explained(renewal, basic('77', 'x')), /No app 77 is declared/)
})

t.test('an ad account that is not there, not the user’s, or not for changes, says which of these', async (t) => {
  const tokens = { partner: { user: 'coastal_kitchens' } }
  const world = await mock(t, { seed: 'small', auth: { tokens } })
  const { call, account } = world
  t.match(await reasonFor(world, await call('GET', '/v5/ad_accounts/1/campaigns')), {
    explanation: "The world 'default' has no ad account 1.",
    passes: /GET \/v5\/ad_accounts/,
  })
  const path = `/v5/ad_accounts/${account}/campaigns`
  const stranger = await reasonFor(world, await callWith(world, 'partner', 'GET', path))
  t.match(stranger, { explanation: /has no role in the ad account/, passes: /user who has a role/ })
  const { id } = (await callWith(world, 'partner', 'GET', '/v5/user_account')).body
  await call('PATCH', `/__mock/entities/ad_accounts/${account}`, { roles: { [id]: ['ANALYST'] } })
  const analyst = await callWith(world, 'partner', 'POST', path, [{ name: 'x', objective_type: 'AWARENESS' }])
  t.match(await reasonFor(world, analyst), {
    explanation: /is ANALYST in the ad account \d+, which may not call campaigns\/create/,
    passes: /user who is OWNER or ADMIN or CAMPAIGN_MANAGER/,
  })
})
