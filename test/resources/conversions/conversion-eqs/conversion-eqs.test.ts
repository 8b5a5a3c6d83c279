import t from 'tap'
import { checkout, hashed, send } from '#test/fixtures/events.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const day = 86_400
const scores = async ({ get }: Mock, query = ''): Promise<Json> =>
  (await get(`/conversion_eqs?lookback_period=1d${query}`)).body

const event = (event_id: string, more: object = {}) => ({ ...checkout, event_id, event_time: testNow - 60, ...more })

t.test('an ad account without events has no score', async (t) => {
  t.strictSame(await scores(await mock(t)), [])
})

t.test('coverage is the share of the events of a name that have a part, in percent', async (t) => {
  const world = await mock(t)
  const both = { em: [hashed], click_id: 'click-1' }
  await send(world, event('1'), event('2'), event('3', { user_data: both }), event('4', { event_name: 'lead' }))
  const [score, ...others] = await scores(world)
  t.strictSame(others, [])
  t.match(score, { ingestion_source: 'CONVERSIONS_API', source_platform: 'WEB', lookback_period: '1d' })
  const { hashed_email, click_id_epik, external_event_id, order_value } = score.quality_components
  t.strictSame(hashed_email, { CHECKOUT: { coverage: 100 }, LEAD: { coverage: 100 } })
  t.match(click_id_epik, {
    CHECKOUT: { coverage: 33.33, issues: [{ id: 'low_click_id_epik' }] },
    LEAD: { coverage: 0 },
  })
  t.strictSame(external_event_id.LEAD, { coverage: 100, overlap: 0 })
  t.equal(order_value.CHECKOUT.coverage, 0)
})

t.test('events that say more have a better status', async (t) => {
  const world = await mock(t)
  await send(world, event('1'))
  t.equal((await scores(world))[0].overall_status, 'NEEDS_IMPROVEMENT')
  const rich = {
    event_source_url: 'https://example.com',
    user_data: {
      em: [hashed],
      external_id: [hashed],
      click_id: 'x',
      client_ip_address: '203.0.113.1',
      client_user_agent: 'a',
    },
    custom_data: { order_id: '7', value: '5', currency: 'USD', content_ids: ['9'] },
  }
  await send(world, ...['2', '3', '4'].map((id) => event(id, rich)))
  t.equal((await scores(world))[0].overall_status, 'GOOD')
})

t.test('platforms have scores of their own, and are filtered, as sources are', async (t) => {
  const world = await mock(t)
  await send(world, event('1'), event('2', { action_source: 'offline' }), event('3', { action_source: 'app_ios' }))
  const platforms = (found: Json) => found.map(({ source_platform }: Json) => source_platform).toSorted()
  t.strictSame(platforms(await scores(world)), ['MOBILE', 'OFFLINE', 'WEB'])
  t.strictSame(platforms(await scores(world, '&source_platform=OFFLINE')), ['OFFLINE'])
  t.strictSame(platforms(await scores(world, '&ingestion_source=TAG')), [])
  t.strictSame(platforms(await scores(world, '&ingestion_source=CONVERSIONS_API&source_platform=WEB')), ['WEB'])
})

t.test('only events of the last day or 14 days count, by the clock', async (t) => {
  const world = await mock(t)
  await send(world, event('1', { event_time: testNow - 2 * day }))
  t.strictSame(await scores(world), [])
  t.equal((await world.get('/conversion_eqs?lookback_period=14d')).body.length, 1)
  world.clock.advance(13 * day * 1000)
  t.strictSame((await world.get('/conversion_eqs?lookback_period=14d')).body, [])
})

t.test('the span is required, and one of two', async (t) => {
  const { get } = await mock(t)
  for (const query of ['', '?lookback_period=7d']) {
    t.match(await get(`/conversion_eqs${query}`), { status: 400, body: { code: 1 } }, query)
  }
})
