import t from 'tap'
import { mock } from '../helper.ts'
import { checkout, hashed, send } from './sample-events.ts'

const processed = { status: 'processed', error_message: '', warning_message: '' }

t.test('events that are right are processed, each told of in order', async (t) => {
  const { status, body } = await send(await mock(t), checkout, { ...checkout, event_id: 'order-2' })
  t.equal(status, 200)
  t.strictSame(body, { num_events_received: 2, num_events_processed: 2, events: [processed, processed] })
})

t.test('a test is answered like any other call, as Python writes it too', async (t) => {
  const world = await mock(t)
  for (const value of ['true', 'True', 'false', 'False']) {
    t.equal((await world.post(`/events?test=${value}`, { data: [checkout] })).status, 200)
  }
  t.equal((await world.post('/events?test=maybe', { data: [checkout] })).status, 400)
})

t.test('null is absent, in an event and in its parts', async (t) => {
  const nulls = {
    app_id: null,
    app_name: null,
    app_version: null,
    custom_data: null,
    device_brand: null,
    device_carrier: null,
    device_model: null,
    device_type: null,
    event_source_url: null,
    language: null,
    opt_out: null,
    os_version: null,
    partner_name: null,
    wifi: null,
  }
  const user_data = { em: [hashed], ph: null, client_ip_address: null }
  const { status, body } = await send(await mock(t), { ...checkout, ...nulls, user_data })
  t.equal(status, 200)
  t.strictSame(body.events, [processed])
})

t.test('all that an event may have is taken', async (t) => {
  const { body } = await send(await mock(t), {
    ...checkout,
    custom_data: {
      currency: 'USD',
      value: '72.39',
      content_ids: ['product-1'],
      contents: [{ id: 'product-1', item_price: '14.99', quantity: 3 }],
      num_items: 3,
    },
    device_info: { os_family: 'ios', battery_level: 78, languages: ['en'] },
    app_info: { app_name: 'Shop', install_time: 1_739_222_269 },
    user_data: { client_ip_address: '216.3.128.12', client_user_agent: 'Browser', external_id: [hashed] },
  })
  t.strictSame(body.events, [processed])
})

t.test('personal data that is not hashed is a 422 that tells of every event', async (t) => {
  const { status, body, headers } = await send(
    await mock(t),
    { ...checkout, user_data: { em: ['reader@example.com'] } },
    checkout,
  )
  t.equal(status, 422)
  t.equal(headers['x-mock-rules'], 'conversion_event.user_data.hashed')
  const [{ error_message }] = body.details.events
  t.match(error_message, /SHA-256.*"em"/)
  t.notOk(JSON.stringify(body).includes('reader@example.com'), 'the data itself is not told')
  t.strictSame(body, {
    code: 1,
    message: 'Not all events were successfully processed.',
    details: {
      num_events_received: 2,
      num_events_processed: 1,
      events: [{ status: 'failed', error_message, warning_message: '' }, processed],
    },
  })
})

const fields = ['em', 'hashed_maids', 'ph', 'ge', 'db', 'ln', 'fn', 'ct', 'st', 'zp', 'country', 'external_id']
for (const field of fields) {
  t.test(`${field} must be hashed`, async (t) => {
    const world = await mock(t)
    const withField = (values: readonly string[]) => ({ ...checkout, user_data: { em: [hashed], [field]: values } })
    t.equal((await send(world, withField([hashed, 'plain']))).status, 422)
    t.equal((await send(world, withField([hashed.slice(1)]))).status, 422)
    t.equal((await send(world, withField([hashed, hashed.toUpperCase()]))).status, 200)
  })
}

t.test('an event of a name that is no standard is processed with a warning', async (t) => {
  const { status, body } = await send(await mock(t), { ...checkout, event_name: 'wish' })
  t.equal(status, 200)
  t.match(body.events, [{ status: 'processed', error_message: '', warning_message: /wish/ }])
})

t.test('a request takes 1 to 1,000 events', async (t) => {
  const world = await mock(t)
  const { body } = await send(world, ...Array(1000).fill(checkout))
  t.match(body, { num_events_received: 1000, num_events_processed: 1000 })
  for (const data of [[], Array(1001).fill(checkout)]) {
    t.match(await world.post('/events', { data }), { status: 400, body: { code: 1 } })
  }
})

t.test('an event says what was done, where, when, by whom, and which it is', async (t) => {
  const world = await mock(t)
  for (const field of Object.keys(checkout)) {
    const answer = await send(world, { ...checkout, [field]: undefined })
    t.match(answer, { status: 400, body: { code: 1, message: /is a required property/ } }, field)
  }
  t.equal((await world.post('/events', { data: checkout })).status, 400)
  t.equal((await send(world, { ...checkout, event_time: '2026-06-01' })).status, 400)
})

t.test('events of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('POST', '/v5/ad_accounts/123/events', { data: [checkout] })).status, 403)
})
