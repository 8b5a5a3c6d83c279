import t from 'tap'
import { checkout, hashed, send } from '#test/fixtures/events.ts'
import { mock } from '#test/support/mock.ts'

const message = 'The action could not be processed properly due to some or all data provided being invalid.'
const day = 86_400
const processed = { status: 'processed', error_message: '', warning_message: '' }

t.test('events that are right are processed, each told of in order', async (t) => {
  const { status, body } = await send(await mock(t), checkout, { ...checkout, event_id: 'order-2' })
  t.equal(status, 200)
  t.strictSame(body, { num_events_processed: 2, num_events_received: 2, events: [processed, processed] })
})

t.test('a test is answered like any other call, as Python writes it too', async (t) => {
  const world = await mock(t)
  for (const value of ['true', 'True', 'false', 'False']) {
    t.equal((await world.post(`/events?test=${value}`, { data: [checkout] })).status, 200)
  }
  t.equal((await world.post('/events?test=maybe', { data: [checkout] })).status, 400)
})

t.test('an event of long ago fails, literally as recorded', async (t) => {
  const world = await mock(t)
  const event_time = world.now - 570 * day
  const { status, body } = await send(world, { ...checkout, event_time })
  t.equal(status, 422)
  const error_message = `Invalid event_timestamp parameter. Given timestamp is in the past. Current timestamp: ${world.now}, Given event_timestamp: ${event_time}`
  const events = [{ status: 'failed', error_message, warning_message: '' }]
  const details = { num_events_processed: 0, num_events_received: 1, events }
  t.equal(JSON.stringify(body), JSON.stringify({ code: 953, message, details }), 'in this order of keys')
})

t.test('an event of a year ago is processed, and one of 450 days is the oldest', async (t) => {
  const world = await mock(t)
  const ago = async (seconds: number) => (await send(world, { ...checkout, event_time: world.now - seconds })).status
  t.strictSame([await ago(366 * day), await ago(450 * day), await ago(450 * day + 1)], [200, 200, 422])
})

t.test('how old an event is goes by the clock of the world', async (t) => {
  const world = await mock(t)
  world.clock.advance(451 * day * 1000)
  t.equal((await send(world, checkout)).status, 422)
  world.clock.advance(-2 * day * 1000)
  t.equal((await send(world, checkout)).status, 200)
})

t.test('an event of up to a day ahead is processed, and one in milliseconds fails', async (t) => {
  const world = await mock(t)
  t.equal((await send(world, { ...checkout, event_time: world.now + day })).status, 200)
  const { status, body } = await send(world, { ...checkout, event_time: world.now * 1000 })
  t.equal(status, 422)
  t.match(body.details.events, [
    { error_message: /^Invalid event_timestamp parameter\. Given timestamp is in the future/ },
  ])
})

t.test('an event that breaks several rules is told all of them', async (t) => {
  const world = await mock(t)
  const { headers, body } = await send(world, { ...checkout, action_source: 'app', event_time: 0, user_data: {} })
  const rules = ['user_data.who', 'action_source.known', 'event_time.past']
  t.equal(headers['x-mock-rules'], rules.map((rule) => `conversion_event.${rule}`).join(','))
  t.match(body.details.events, [{ error_message: /hashed_maids.*action_source.*in the past/ }])
})

t.test('an event that a fault fails is told of as one that a rule fails, unless the fault has a code', async (t) => {
  const { call, account } = await mock(t)
  const failing = async (fault: string) =>
    call('POST', `/v5/ad_accounts/${account}/events`, { data: [checkout] }, { 'x-mock-fault': fault })
  t.match(await failing('items=0'), { status: 422, body: { code: 953, message, details: { num_events_processed: 0 } } })
  const own = JSON.stringify({ type: 'items', items: [{ item: 0, code: 4196, message: 'No.' }] })
  t.match(await failing(own), { status: 422, body: { code: 4196, details: { events: [{ error_message: 'No.' }] } } })
})

t.test('what clients send since June 2026 is taken, and 5.28 describes', async (t) => {
  const world = await mock(t)
  const contents = [{ id: 'product-1', item_brand_id: 'b'.repeat(64) }]
  const { body } = await send(world, {
    ...checkout,
    advertiser_tracking_enabled: true,
    app_info: { advertiser_tracking_enabled: false, app_name: 'Shop' },
    custom_data: { predicted_ltv: '250.00', contents },
  })
  t.strictSame(body.events, [processed])
  t.equal((await send(world, { ...checkout, custom_data: { predicted_ltv: 250.5 } })).status, 200)
  const wrong = await send(world, { ...checkout, custom_data: { predicted_ltv: true } })
  t.match(wrong, { status: 400, body: { message: /True is not of type string or number at data\[0\]/ } })
  const long = [{ id: 'product-1', item_brand_id: 'b'.repeat(65) }]
  t.equal((await send(world, { ...checkout, custom_data: { contents: long } })).status, 400)
})

t.test('the kinds of devices and networks that are described are taken, and no others', async (t) => {
  const world = await mock(t)
  const sent = async (device_info: object) => (await send(world, { ...checkout, device_info })).status
  t.equal(await sent({ form_factor: 'smartwatch', os_family: 'bsd', network_type: 'cellular_6g' }), 200)
  for (const field of ['form_factor', 'os_family', 'network_type']) t.equal(await sent({ [field]: 'none' }), 400)
})

const names =
  'add_payment_info add_to_cart add_to_wishlist app_install app_open checkout contact custom customize_product find_location initiate_checkout lead page_visit schedule search signup start_trial submit_application subscribe view_category view_content watch_video'

t.test('every event that has a name is processed without a warning', async (t) => {
  const events = names.split(' ').map((event_name) => ({ ...checkout, event_name }))
  t.equal(events.length, 22)
  const { status, body } = await send(await mock(t), ...events)
  t.equal(status, 200)
  t.strictSame(body.events, Array(22).fill(processed))
})

t.test('an unknown property refuses all events of a request, and none is processed', async (t) => {
  const world = await mock(t)
  const answer = await send(world, checkout, { ...checkout, custom_data: { category_name: 'Shoes', colour: 'red' } })
  t.equal(answer.status, 400)
  t.strictSame(answer.body, {
    code: 1,
    message: "Invalid request: Additional properties are not allowed ('category_name', 'colour' were unexpected)",
  })
})

t.test('user_data is open: what it does not know passes, with a warning in the journal', async (t) => {
  const world = await mock(t)
  const { status, headers } = await send(world, { ...checkout, user_data: { em: [hashed], shoe_size: ['42'] } })
  t.equal(status, 200)
  const entry = (await world.call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body
  t.match(entry.warnings, [/'data\.user_data\.shoe_size'/])
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
    code: 953,
    message,
    details: {
      num_events_processed: 1,
      num_events_received: 2,
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
