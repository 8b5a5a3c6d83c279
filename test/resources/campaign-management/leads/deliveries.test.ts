import t from 'tap'
import { choice, leadFormIn } from '#test/fixtures/lead-forms.ts'
import { decrypted, makeLead, subscribe, webhook } from '#test/fixtures/leads.ts'
import { mock, testNow } from '#test/support/mock.ts'

t.test('a lead is sent to the webhook of its form, encrypted with the key of the subscription', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world, { questions: [{ question_type: 'EMAIL' }, choice] })
  const subscription = await subscribe(world, hook.url, { lead_form_id })
  const lead = await makeLead(world, { lead_form_id, answers: ['reader@example.com', 'Cat'] })
  const answers = [
    { question_type: 'EMAIL', label: null, answer: 'reader@example.com' },
    { question_type: 'CUSTOM', label: 'Which animal?', answer: 'Cat' },
  ]
  const made = {
    ad_account_id: world.account,
    lead_form_id,
    ad_id: null,
    is_test: false,
    created_time: testNow,
    answers,
  }
  const delivered = {
    subscription_id: subscription.id,
    webhook_url: hook.url,
    state: 'DELIVERED',
    next_attempt_time: null,
    attempts: [{ time: testNow, status: 200, error: null }],
  }
  t.strictSame(lead, { id: lead.id, ...made, deliveries: [delivered] })
  const [sent] = hook.received
  t.equal(hook.received.length, 1)
  t.match(sent, { headers: { 'content-type': 'application/json' }, body: { subscription_id: subscription.id } })
  t.notMatch(JSON.stringify(sent?.body), /reader/)
  const { ad_account_id: advertiser_id, ...rest } = made
  const parents = { ad_group_id: null, campaign_id: null }
  t.strictSame(decrypted(subscription, sent?.body), [{ lead_id: lead.id, advertiser_id, ...rest, ...parents }])
})

t.test('a subscription to all forms receives leads beside that of the form', async (t) => {
  const [world, hook, other] = [await mock(t), await webhook(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  await subscribe(world, hook.url)
  await subscribe(world, other.url, { lead_form_id })
  t.match(await makeLead(world, { lead_form_id }), {
    deliveries: [{ webhook_url: other.url }, { webhook_url: hook.url }],
  })
  t.equal(hook.received.length, 1)
  t.equal(other.received.length, 1)
})

t.test('a webhook that fails is called again by the clock, each time later, five times at most', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  await subscribe(world, hook.url)
  hook.answers = [503, 429, 500, 502, 504]
  const { id, deliveries } = await makeLead(world, { lead_form_id })
  t.match(deliveries, [{ state: 'PENDING', next_attempt_time: testNow + 10, attempts: [{ status: 503 }] }])
  const state = async () => (await world.call('GET', `/__mock/leads/${id}`)).body.deliveries[0]
  t.equal((await state()).attempts.length, 1, 'not before its time')
  for (const [wait, count] of [
    [10, 2],
    [60, 3],
    [300, 4],
  ] as const) {
    world.clock.advance(wait * 1000)
    t.match(await state(), { state: 'PENDING', attempts: { length: count } })
  }
  world.clock.advance(1800_000)
  t.match(await state(), { state: 'FAILED', next_attempt_time: null, attempts: { length: 5 } })
  t.equal(new Set(hook.received.map(({ body }) => body.encrypted_data.slice(0, 16))).size, 5, 'no nonce twice')
})

t.test('whoever looks while an attempt is made is told what came of it, and makes no other', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  await subscribe(world, hook.url)
  hook.answers = [500]
  const { id } = await makeLead(world, { lead_form_id })
  world.clock.advance(10_000)
  const looks = await Promise.all(Array.from({ length: 3 }, () => world.call('GET', `/__mock/leads/${id}`)))
  for (const { body } of looks) t.match(body.deliveries, [{ state: 'DELIVERED', attempts: { length: 2 } }])
  t.equal(hook.received.length, 2)
})

t.test('a webhook that recovers gets the lead', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  await subscribe(world, hook.url)
  hook.answers = [500]
  await makeLead(world, { lead_form_id })
  world.clock.advance(10_000)
  t.match((await world.call('GET', '/__mock/leads')).body.items, [{ deliveries: [{ state: 'DELIVERED' }] }])
})

for (const answer of [400, 404, { status: 302, location: 'http://example.com/' }]) {
  const status = typeof answer === 'number' ? answer : answer.status
  t.test(`a webhook that answers ${status} is not called again`, async (t) => {
    const [world, hook] = [await mock(t), await webhook(t)]
    const { id: lead_form_id } = await leadFormIn(world)
    await subscribe(world, hook.url)
    hook.answers = [answer]
    t.match(await makeLead(world, { lead_form_id }), { deliveries: [{ state: 'FAILED', attempts: [{ status }] }] })
  })
}

t.test('a webhook that nobody answers at is called again', async (t) => {
  const world = await mock(t)
  const { id: lead_form_id } = await leadFormIn(world)
  await subscribe(world, 'http://127.0.0.1:9/leads')
  const [delivery] = (await makeLead(world, { lead_form_id })).deliveries
  t.match(delivery, { state: 'PENDING', attempts: [{ status: null, error: String }] })
})

t.test('nothing is sent to another machine', async (t) => {
  const world = await mock(t)
  const { id: lead_form_id } = await leadFormIn(world)
  await subscribe(world, 'https://crm.example.com/leads')
  const { deliveries } = await makeLead(world, { lead_form_id })
  t.match(deliveries, [{ state: 'BLOCKED', attempts: { length: 0 }, next_attempt_time: null }])
})

t.test('a subscription that is deleted meanwhile receives no more', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  const { id } = await subscribe(world, hook.url)
  hook.answers = [500]
  const lead = await makeLead(world, { lead_form_id })
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/leads/subscriptions/${id}`)
  world.clock.advance(10_000)
  const { deliveries } = (await world.call('GET', `/__mock/leads/${lead.id}`)).body
  t.match(deliveries, [{ state: 'FAILED', attempts: { length: 1 } }])
  t.equal(hook.received.length, 1)
})

t.test('a lead can be delivered again, also to who subscribes later', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  const { id, deliveries } = await makeLead(world, { lead_form_id })
  t.strictSame(deliveries, [])
  await subscribe(world, hook.url)
  t.match((await world.call('POST', `/__mock/leads/${id}/deliver`)).body, { id, deliveries: [{ state: 'DELIVERED' }] })
  t.equal(hook.received.length, 1)
})
