import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { type ControlError, connectMock, MockWorld, startMock, type WorldEvent } from '#server/index.ts'
import { fetchFrom } from '#server/library/transport.ts'
import { mock } from '../support/mock.ts'

/** A mock that is closed with the test. */
async function started(t: Test, options: Parameters<typeof startMock>[0] = {}) {
  const mock = await startMock({ seed: 'small', ...options })
  t.teardown(() => mock.close())
  return mock
}

/** Reads that many events. */
async function take(events: AsyncIterable<WorldEvent>, count: number): Promise<readonly WorldEvent[]> {
  const taken: WorldEvent[] = []
  for await (const event of events) if (taken.push(event) === count) break
  return taken
}

/** A world that is reached by HTTP, or without a socket, and the number of those who watch its server. */
async function reached(t: Test, isByHttp: boolean) {
  const { app, worlds } = await mock(t, { seed: 'small' })
  const origin = isByHttp ? await app.listen({ port: 0, host: '127.0.0.1' }) : 'http://localhost'
  const world = new MockWorld({ origin, fetch: isByHttp ? fetch : fetchFrom(app) }, 'one')
  const isUnwatched = async (): Promise<void> => {
    while (worlds.journals.events.listenerCount > 0) await new Promise(setImmediate)
  }
  return { world, isUnwatched }
}

for (const isByHttp of [true, false]) {
  const how = isByHttp ? 'by HTTP' : 'without a socket'

  t.test(`events are iterated over, and break ends the watch, ${how}`, async (t) => {
    const { world, isUnwatched } = await reached(t, isByHttp)
    await world.clock.tick()
    await world.fetch('/ad_accounts')
    const [call] = await take(world.events({ after: '0', events: ['call'] }), 1)
    t.match(call, { type: 'call', data: { operation: 'ad_accounts/list', status: 200 } })
    await world.clock.advance('1d')
    const watched = take(world.events({ after: call?.id ?? '', events: ['clock', 'faults'] }), 2)
    await world.faults.add({ effect: 'unavailable' })
    t.match(
      (await watched).map(({ type, data }) => [type, 'action' in data && data.action]),
      [
        ['clock', 'advanced'],
        ['faults', 'added'],
      ],
    )
    await isUnwatched()
  })

  t.test(`a signal ends the iteration without an error, ${how}`, async (t) => {
    const { world, isUnwatched } = await reached(t, isByHttp)
    const ended = new AbortController()
    const watching = take(world.events({ signal: ended.signal }), 1)
    await world.clock.now()
    ended.abort()
    t.same(await watching, [])
    await isUnwatched()
  })
}

t.test('the iteration ends when the server closes', async (t) => {
  const mock = await started(t)
  await mock.fetch('/ad_accounts')
  const types: string[] = []
  for await (const { type } of mock.events({ after: '0', events: ['call'] })) {
    types.push(type)
    void mock.close()
  }
  t.same(types, ['call'])
})

t.test('a refusal is an error with its reason', async (t) => {
  const mock = await started(t, { controlToken: 'hush' })
  await t.rejects(mock.events({ after: 'x' }).next(), { name: 'ControlError', status: 400, message: /id of an event/ })
  const { status } = (await connectMock(mock.url)
    .events()
    .next()
    .catch((error: ControlError) => error)) as ControlError
  t.ok(status >= 401)
  await mock.fetch('/ad_accounts')
  t.match(await take(mock.events({ after: '0' }), 1), [{ type: 'call' }])
})

t.test('a connection that is lost is made again after the last event', async (t) => {
  const urls: string[] = []
  const server: Server = createServer((request, response: ServerResponse) => {
    urls.push(String(request.url))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const event = (id: number, type: string) => `id: ${id}\nevent: ${type}\ndata: {"missed":${id}}\n\n`
    if (urls.length === 1) response.write(event(1, 'ready'), () => response.destroy())
    else if (urls.length === 2) response.end(event(2, 'gap'))
    else response.end(`${event(3, 'gap')}${event(4, 'close')}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const world = connectMock(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  t.match(await take(world.events(), 9), [{ id: '2' }, { id: '3', data: { missed: 3 } }])
  t.match(urls, ['/__mock/events', '/__mock/events?last_event_id=1', '/__mock/events?last_event_id=2'])
})

t.test('a server that is not there is an error', async (t) => {
  await t.rejects(connectMock('http://127.0.0.1:9').events().next())
})
