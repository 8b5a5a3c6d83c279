import t from 'tap'
import { attributed, sendAttributed } from '#test/fixtures/msot-events.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The stored events, as an export has them. */
const stored = async ({ call }: Mock): Promise<readonly Json[]> =>
  (await call('GET', '/__mock/state')).body.tables.msot_events ?? []

t.test('an event is stored and answered without a body', async (t) => {
  const world = await mock(t)
  const { status, body } = await sendAttributed(world, { value: 12.5, currency: 'EUR', click_window: '30d' })
  t.strictSame([status, body], [200, ''])
  const [event] = await stored(world)
  t.match(event, { ad_account_id: world.account, name: 'lead', event_key: 'lead-1', happened: world.now - 60 })
  t.strictSame(event.json, { ...attributed, value: 12.5, currency: 'EUR', click_window: '30d' })
})

t.test('an event that comes again counts once, and once for each ad group that has a part in it', async (t) => {
  const world = await mock(t)
  for (const more of [{}, {}, { ad_group_id: '2680000000166', attribution_score: 0.5 }]) {
    t.equal((await sendAttributed(world, more)).status, 200)
  }
  t.equal((await stored(world)).length, 2)
})

t.test('an event that is refused is not stored', async (t) => {
  const world = await mock(t)
  for (const more of [
    { attribution_score: 0 },
    { attribution_score: 1.1 },
    { event_name: 'page_visit' },
    { colour: 1 },
  ]) {
    t.equal((await sendAttributed(world, more)).status, 400, JSON.stringify(more))
  }
  t.match(await sendAttributed(world, { event_name: 'checkout' }), { status: 400, body: { code: 4196 } })
  t.strictSame(await stored(world), [])
})

t.test('version 5.23 requires the scope of the attribution', async (t) => {
  const world = await mock(t)
  const { attribution_scope: _, ...event } = attributed
  const send = (version: string) =>
    world.call('POST', `/v5/ad_accounts/${world.account}/msot/events`, event, { 'x-mock-api-version': version })
  t.equal((await send('5.28')).status, 200)
  t.match(await send('5.23'), { status: 400, body: { message: /attribution_scope/ } })
})

t.test('a deprecated field is a warning in the journal', async (t) => {
  const world = await mock(t)
  const { headers } = await sendAttributed(world, { total_events: 1 })
  const { body } = await world.call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.match(body.warnings, ["The field 'total_events' is deprecated: total_events_fractional takes its place"])
})
