import t from 'tap'
import { readEvents } from '../support/event-reader.ts'
import { mock } from '../support/mock.ts'

t.test('calls that are still being answered are listed to those who ask, until they have ended', async (t) => {
  const { app, call, get } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const { body: fault } = await call('POST', '/__mock/faults', { match: { operation: 'boards/list' }, effect: 'hang' })
  const ended = new AbortController()
  const hanging = fetch(`${origin}/v5/boards`, { headers: { authorization: 'Bearer x' }, signal: ended.signal })
  hanging.catch(() => {})
  const first = await readEvents(t, `${origin}/__mock/events?events=pending`)
  const { data } = await first.next('pending')
  t.match(data.items, [{ operation: 'boards/list', status: null, faults: [`${fault.id}: hang`] }])
  t.equal(data.items.length, 1)
  await get('/campaigns')
  ended.abort()
  t.same((await first.next('pending')).data, { items: [] })
})

t.test('pending calls are those of the world and the criteria', async (t) => {
  const { app, call } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const ended = new AbortController()
  t.teardown(() => ended.abort())
  const hang = (path: string) =>
    void fetch(origin + path, {
      headers: { authorization: 'Bearer x', 'x-mock-fault': 'hang' },
      signal: ended.signal,
    }).catch(() => {})
  hang('/w/one/v5/boards')
  hang('/w/one/v5/pins')
  hang('/w/two/v5/boards')
  const watch = async (query: string) =>
    (await (await readEvents(t, `${origin}/${query}`)).next('pending')).data.items.map(
      ({ world, operation }: { world: string; operation: string }) => `${world} ${operation}`,
    )
  await call('GET', '/__mock')
  t.same(await watch('w/one/__mock/events?events=pending&operation=boards/list'), ['one boards/list'])
  t.same(await watch('w/one/__mock/events?events=pending'), ['one boards/list', 'one pins/list'])
  t.same(await watch('__mock/events?events=pending&world=all'), ['one boards/list', 'one pins/list', 'two boards/list'])
})

t.test('who asks for no types of events gets no pending calls, and a journal is needed for them', async (t) => {
  const { app } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const { received, until } = await readEvents(t, `${origin}/__mock/events`)
  await fetch(`${origin}/v5/ad_accounts`, {
    headers: { authorization: 'Bearer x', 'x-mock-fault': 'latency=600ms' },
  })
  await until(1)
  t.same(
    received.map(({ type }) => type),
    ['call'],
  )
  const off = await mock(t, { journal: 0 })
  t.equal((await off.call('GET', '/__mock/events?events=pending')).status, 409)
})
