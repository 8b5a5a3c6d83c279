import t from 'tap'
import { type EventReader, readEvents } from '../support/event-reader.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'

const headers = { authorization: 'Bearer x' }

/** Resolves once the default world's first fault has struck. */
async function struck({ worlds }: Pick<Mock, 'worlds'>): Promise<void> {
  while (worlds.world('default').faults.list()[0]?.hits === 0) await new Promise(setImmediate)
}

/** Returns so many pending calls, once there are as many: they become pending one by one. */
async function listedIn({ next }: EventReader, count: number): Promise<Json> {
  for (;;) {
    const { items } = (await next('pending')).data
    if (items.length >= count) return items
  }
}

t.test('calls that are still being answered are listed to those who ask, until they have ended', async (t) => {
  const { app, call, get, worlds } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const { body: fault } = await call('POST', '/__mock/faults', { match: { operation: 'boards/list' }, effect: 'hang' })
  const ended = new AbortController()
  const hanging = fetch(`${origin}/v5/boards`, { headers, signal: ended.signal })
  hanging.catch(() => {})
  await struck({ worlds })
  const first = await readEvents(t, `${origin}/__mock/events?events=pending`)
  const { data } = await first.next('pending')
  t.match(data.items, [{ operation: 'boards/list', status: null, faults: [`${fault.id}: hang`] }])
  t.equal(data.items.length, 1)
  await get('/campaigns')
  ended.abort()
  t.same((await first.next('pending')).data, { items: [] })
})

t.test('pending calls are those of the world and the criteria', async (t) => {
  const { app } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const ended = new AbortController()
  t.teardown(() => ended.abort())
  const hang = (path: string) =>
    void fetch(origin + path, { headers: { ...headers, 'x-mock-fault': 'hang' }, signal: ended.signal }).catch(() => {})
  hang('/w/one/v5/boards')
  hang('/w/one/v5/pins')
  hang('/w/two/v5/boards')
  const watch = async (query: string, count: number) =>
    (await listedIn(await readEvents(t, `${origin}/${query}`), count))
      .map(({ world, operation }: Json) => `${world} ${operation}`)
      .toSorted()
  const [boards, pins, others] = ['one boards/list', 'one pins/list', 'two boards/list']
  t.same(await watch('__mock/events?events=pending&world=all', 3), [boards, pins, others])
  t.same(await watch('w/one/__mock/events?events=pending', 2), [boards, pins])
  t.same(await watch('w/one/__mock/events?events=pending&operation=boards/list', 1), [boards])
})

t.test('who asks for no types of events gets no pending calls, and a journal is needed for them', async (t) => {
  const { app, call, worlds } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  await call('POST', '/__mock/faults', { effect: 'hang' })
  const ended = new AbortController()
  const hanging = fetch(`${origin}/v5/ad_accounts`, { headers, signal: ended.signal })
  hanging.catch(() => {})
  await struck({ worlds })
  const { received, next } = await readEvents(t, `${origin}/__mock/events`)
  // Who asks for them later is told of the call: whoever has watched for longer would be told before.
  await (await readEvents(t, `${origin}/__mock/events?events=pending`)).next('pending')
  ended.abort()
  await next('call')
  t.same(
    received.map(({ type }) => type),
    ['call'],
  )
  const off = await mock(t, { journal: 0 })
  t.equal((await off.call('GET', '/__mock/events?events=pending')).status, 409)
})
