import t from 'tap'
import { Clock } from '#server/domain/time/clock.ts'
import { type Json, type Mock, type MockOptions, mock } from '#test/support/mock.ts'
import { kindCount, known, mark, markedCalls, placed, token } from './marked-calls.ts'

const settings: MockOptions = {
  seed: 'small',
  journal: 100_000,
  control: { token: known.control },
  auth: {
    apps: { planner: { secret: known.app, redirect_uris: [] } },
    tokens: { [known.declared]: {}, test: {} },
  },
}
const withToken = { 'x-mock-token': known.control }

/** Where the mark is in a text, with what is around it; undefined where it is not, in whatever letters. */
function found(text: string): string | undefined {
  const at = text.toUpperCase().indexOf(mark)
  return at === -1 ? undefined : text.slice(Math.max(0, at - 100), at + 100)
}

/** The texts of everything that test control tells of the calls. */
async function* shownTexts({ call, app }: Mock, worlds: readonly string[]): AsyncGenerator<readonly [string, string]> {
  const text = async (url: string, body?: unknown): Promise<readonly [string, string]> => {
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
    const headers = { ...withToken, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const answer = await app.inject({ method: body === undefined ? 'GET' : 'POST', url, headers, ...payload })
    return [`${url} ${JSON.stringify(body) ?? ''}`, answer.body]
  }
  for (const world of worlds) {
    const below = `${world}/__mock`
    yield text(`${below}/requests?limit=100000`)
    yield text(`${below}/requests?limit=100000&order=DESCENDING&status=4xx`)
    yield text(`${below}/requests/har`)
    yield text(`${below}/requests/unmatched`)
    yield text(`${below}/requests/find`, { match: {}, limit: 100_000 })
    for (const match of [
      { path: '/pins/nowhere', method: 'DELETE' },
      { ad_account: '1', method: 'GET' },
      { body_path: '[0].name', body_equals: 'x', method: 'POST' },
      { body_contains: 'zz', method: 'PATCH' },
      { warnings: false, method: 'POST' },
      { rule: 'request.schema', method: 'GET' },
    ]) {
      yield text(`${below}/requests/verify`, { match })
      yield text(`${below}/requests/verify`, { in_order: [match, { method: 'PUT' }] })
    }
    yield text(`${below}/report`)
    yield text(`${below}/report?world=all`)
    yield text(`${below}/report?world=all&format=markdown&fail_on=any`)
    yield text(`${below}/worlds`)
    yield text(`${below}/settings`)
    yield text(`${below}/rules`)
    yield text(`${below}/seed`)
    yield text(below)
    const { body } = await call('GET', `${below}/requests?limit=100000`, undefined, withToken)
    for (const [index, { id }] of (body.items as Json[]).entries()) {
      if (index % 10 === 0) yield text(`${below}/requests/${id}`)
      yield text(`${below}/requests/${id}?as=curl`)
      yield text(`${below}/requests/${id}/why`)
    }
  }
}

t.setTimeout(0)

for (const mode of ['open', 'strict'] as const) {
  t.test(`in ${mode} mode no secret is in what is shownTexts of a call, wherever it stood in the call`, async (t) => {
    t.equal(kindCount.found, kindCount.named)
    const world = await mock(t, { ...settings, auth: { ...settings.auth, mode } })
    world.clock.restore(new Clock().state)
    for (const { method, url, headers, body } of markedCalls()) {
      const sentHeaders = { authorization: `Bearer ${known.declared}`, ...headers }
      await world.app.inject({
        method: method as 'GET',
        url,
        headers: sentHeaders,
        ...(body !== undefined && { payload: body }),
      })
    }
    const leaks: string[] = []
    let texts = 0
    for await (const [where, text] of shownTexts(world, ['', '/w/other'])) {
      texts++
      const leak = found(text)
      if (leak !== undefined && leaks.length < 20) leaks.push(`${where}: ${leak}`)
    }
    t.same(leaks, [])
    t.ok(texts > 3000, `${texts} texts were searched`)
  })
}

t.test('what stands in a secret’s place is never stored, and what was sent as a name is told as it was', async (t) => {
  const { call, app } = await mock(t, settings)
  const type = { 'content-type': 'application/json', authorization: `Bearer ${placed}` }
  const item = { name: 'A shop', access_token: placed, client_secret: placed }
  const payload = JSON.stringify(item)
  await app.inject({ method: 'POST', url: `/v5/ad_accounts?access_token=${placed}`, headers: type, payload })
  await call('POST', '/v5/ad_accounts', { name: token })
  const state = await app.inject({ url: '/__mock/state', headers: withToken })
  t.equal(state.statusCode, 200)
  t.notMatch(state.body, placed)
  t.match(state.body, token)
})

t.test('the answer to who sent a secret is literal, and what is kept of it is not', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { body, headers } = await call('POST', '/v5/ad_accounts', { name: [token] })
  t.match(body.message, token)
  const kept = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(kept.body.answer.body, /pina_…/)
  t.notMatch(JSON.stringify(kept.body), mark)
})
