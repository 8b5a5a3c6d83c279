import t from 'tap'
import { clicks, tryAd } from '#test/fixtures/ads.ts'
import { choice, leadFormIn } from '#test/fixtures/lead-forms.ts'
import { decrypted, makeLead, subscribe, webhook } from '#test/fixtures/leads.ts'
import { mock, testNow } from '#test/support/mock.ts'

t.test('a test lead goes to the webhook, and its response names the subscription', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  const { id: lead_form_id } = await leadFormIn(world)
  const subscription = await subscribe(world, hook.url)
  const { body } = await world.post(`/lead_forms/${lead_form_id}/test`, { answers: ['reader@example.com'] })
  t.strictSame(body, { subscription_id: subscription.id })
  const [lead] = decrypted(subscription, hook.received[0]?.body)
  t.match(lead, { lead_form_id, is_test: true, answers: [{ answer: 'reader@example.com' }] })
  t.match((await world.call('GET', '/__mock/leads')).body.items, [{ id: lead.lead_id, is_test: true }])
})

t.test('without answers, an invented person answers', async (t) => {
  const world = await mock(t)
  const questions = [{ question_type: 'FULL_NAME' }, { question_type: 'EMAIL' }, choice, { question_type: 'AGE' }]
  const { id: lead_form_id } = await leadFormIn(world, { questions })
  const { answers } = await makeLead(world, { lead_form_id })
  t.match(answers, [
    { answer: 'Robin Miller' },
    { answer: 'robin.miller@example.com' },
    { answer: 'Dog' },
    { answer: '36' },
  ])
})

t.test('a lead of an ad has the lead form of the ad', async (t) => {
  const world = await mock(t)
  const { id: lead_form_id } = await leadFormIn(world)
  const { body } = await tryAd(world, clicks(world), { lead_form_id })
  const ad_id = body.items[0].data.id
  t.match(await makeLead(world, { ad_id, created_time: '2026-05-30T12:00:00Z' }), {
    ad_id,
    lead_form_id,
    created_time: testNow - 2 * 86_400,
  })
  const other = (await leadFormIn(world)).id
  t.match(await makeLead(world, { ad_id, lead_form_id: other }), { code: 1, message: /has the lead form/ })
})

t.test('a lead needs a form that there is, and as many answers as questions', async (t) => {
  const world = await mock(t)
  const { id: lead_form_id } = await leadFormIn(world)
  for (const [lead, message] of [
    [{}, /lead_form_id or ad_id is needed/],
    [{ lead_form_id: '1' }, /there is no lead form 1/],
    [{ ad_id: '1' }, /there is no ad 1/],
    [{ lead_form_id, answers: [] }, /Invalid parameters/],
    [{ lead_form_id, answer: 'x' }, /answer/],
  ] as const) {
    t.match(await world.call('POST', '/__mock/leads', lead), { status: 400, body: { message } })
  }
  t.equal((await world.call('GET', '/__mock/leads/1')).status, 404)
  t.equal((await world.call('POST', '/__mock/leads/1/deliver')).status, 404)
  t.strictSame((await world.call('GET', '/__mock/leads')).body.items, [])
})

t.test('leads are data of the world: copies have them, their deliveries do not', async (t) => {
  const [world, hook] = [await mock(t), await webhook(t)]
  await subscribe(world, hook.url)
  const { id } = await makeLead(world, { lead_form_id: (await leadFormIn(world)).id })
  await world.call('POST', '/__mock/worlds', { name: 'copy', from: { world: 'default' } })
  t.match((await world.call('GET', '/w/copy/__mock/leads')).body.items, [{ id, deliveries: { length: 0 } }])
  t.equal(hook.received.length, 1)
})

t.test('the list has the latest', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const all = (await world.call('GET', '/__mock/leads')).body.items
  t.equal(all.length, 2)
  t.match((await world.call('GET', '/__mock/leads?limit=1')).body.items, [{ id: all[1].id }])
})
