import type { RequestOptions } from 'node:http'
import t, { type Test } from 'tap'
import { buildApp } from '#server/app/app.ts'
import type { AppOptions } from '#server/app/options.ts'
import { Clock } from '#server/domain/time/clock.ts'
import { logsRequests } from '#server/http/connection/logging.ts'
import { seededImage } from '#server/seeds/image.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { testNow } from '../support/mock.ts'
import { ask, exchange } from './wire.ts'

const path = '/v5/ad_accounts/549755885262/campaigns'

/** Starts a server whose campaigns were read twice over the network: the next such read is the first not routed. */
async function readTwice(t: Test, options: Partial<AppOptions> = {}) {
  const clock = new Clock()
  clock.freeze(testNow * 1000)
  const worlds = new WorldRegistry({ image: seededImage('small'), clock: () => clock })
  const app = buildApp({ worlds, ...options })
  let routed = 0
  app.addHook('onSend', (_request, _reply, payload, next) => {
    routed++
    next(null, payload)
  })
  t.teardown(() => app.close())
  const read = async (options?: RequestOptions, sent?: string) => {
    const before = routed
    const { status, headers, body } = await ask({ app }, path, options, sent)
    return { status, headers, body, isRouted: routed > before }
  }
  const control = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
    (await app.inject({ method, url: `/__mock${path}`, ...(payload && { payload }) })).json()
  // The world is made by its first call.
  for (let time = 0; time < 3; time++) t.ok((await read()).isRouted)
  return { app, worlds, clock, read, control }
}

t.test('a read that is the same to the letter is not routed a third time', async (t) => {
  const { read } = await readTwice(t)
  const [third, fourth] = [await read(), await read()]
  t.same([third.isRouted, fourth.isRouted], [false, false])
  t.same(third.body, fourth.body)
  t.not(third.headers['x-mock-request-id'], fourth.headers['x-mock-request-id'])
})

t.test('a read that is not routed has all letters of its answer, also those that are not ASCII', async (t) => {
  const { app, read } = await readTwice(t)
  const payload = [{ name: 'Été ☀', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }]
  await app.inject({ method: 'POST', url: path, headers: { authorization: 'Bearer test' }, payload })
  const [first] = [await read(), await read()]
  const third = await read()
  t.match(third.body.toString(), /"Été ☀"/)
  t.same([third.body, third.isRouted], [first.body, false])
})

for (const [title, options] of Object.entries<RequestOptions>({
  'with a header more': { headers: { 'x-trace': '1' } },
  'by another caller': { headers: { authorization: 'Bearer another' } },
  'by HEAD': { method: 'HEAD' },
  'of another path': { path: `${path}?page_size=2` },
})) {
  t.test(`a read ${title} is routed`, async (t) => {
    const { read } = await readTwice(t)
    t.ok((await read(options)).isRouted)
  })
}

t.test('a read with a body is routed each time', async (t) => {
  const { read } = await readTwice(t)
  for (let time = 0; time < 3; time++) t.ok((await read({ headers: { 'content-length': '2' } }, '{}')).isRouted)
})

t.test('a read by HTTP/1.0 is answered as HTTP/1.0 has it, whatever was kept', async (t) => {
  const { app } = await readTwice(t)
  const lines = ['host: x', 'authorization: Bearer test', '', '']
  for (let time = 0; time < 3; time++) {
    const received = await exchange({ app }, [`GET ${path} HTTP/1.0`, ...lines].join('\r\n'))
    t.match(received, /^HTTP\/1.1 200[\s\S]*connection: close/i)
  }
})

for (const [kind, added] of Object.entries({
  faults: { effect: { type: 'status', status: 418 } },
  stubs: { match: { operation: 'campaigns/list' }, response: { status: 418 } },
})) {
  t.test(`a read that is kept reaches ${kind} that are added after it`, async (t) => {
    const { read, control } = await readTwice(t)
    t.notOk((await read()).isRouted)
    await control('POST', `/${kind}`, added)
    t.equal((await read()).status, 418)
  })
}

t.test('a read that is kept is routed in the next second, and after a change', async (t) => {
  const { read, clock, control } = await readTwice(t)
  t.notOk((await read()).isRouted)
  clock.advance(1000)
  t.ok((await read()).isRouted)
  for (let time = 0; time < 2; time++) await read()
  t.notOk((await read()).isRouted)
  await control('POST', '/reset')
  t.ok((await read()).isRouted)
})

t.test('a read that is not routed is counted, and refused when its limit is used up', async (t) => {
  const { read, control } = await readTwice(t)
  await control('PUT', '/settings', { limits: { ads_read: { per_minute: 5 } } })
  const answers: Awaited<ReturnType<typeof read>>[] = []
  for (let time = 0; time < 7; time++) answers.push(await read())
  t.same(
    answers.map(({ status, isRouted }) => [status, isRouted]),
    [...[true, true, false, false, false].map((isRouted) => [200, isRouted]), [429, true], [429, true]],
  )
  t.same(
    answers.map(({ headers }) => headers['x-ratelimit-remaining']),
    ['4', '3', '2', '1', '0', '0', '0'],
  )
  const warningsOf = async (at: number) =>
    (await control('GET', `/requests/${answers[at]?.headers['x-mock-request-id']}`)).warnings.length
  t.same([await warningsOf(5), await warningsOf(6)], [0, 1], 'only the second refusal came after one')
})

t.test('a read that is not routed has an entry in the journal, which ends with its answer', async (t) => {
  const { read, control } = await readTwice(t)
  await read()
  const { items } = await control('GET', '/requests')
  const [, , second, third] = items
  const { id, sequence, duration_ms, answer, ...rest } = third
  t.match(rest, { operation: 'campaigns/list', status: 200, url: path, received: String })
  t.ok(duration_ms > 0)
  t.same([sequence, answer.body], [4, second.answer.body])
  t.same(Object.keys(answer.headers), Object.keys(second.answer.headers))
  t.equal(answer.headers['x-mock-request-id'], id)
})

t.test('reads that are forwarded are routed, and so are those that are logged', async (t) => {
  const { read } = await readTwice(t, { forward: async () => {} })
  t.ok((await read()).isRouted)
  t.same(['trace', 'debug', 'info', 'warn', 'silent'].map(logsRequests), [true, true, true, false, false])
})

t.test('a server that closes answers no kept read', async (t) => {
  const { app, read } = await readTwice(t)
  t.notOk((await read()).isRouted)
  const { port } = app.server.address() as { readonly port: number }
  const closed = app.close()
  await t.rejects(fetch(`http://127.0.0.1:${port}${path}`))
  await closed
})
