import t from 'tap'
import { clicks, tryAd } from '#test/fixtures/ads.ts'
import { choice, leadFormIn, newsletter } from '#test/fixtures/lead-forms.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

t.test('a lead form is ACTIVE, and what was not sent of it is empty', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/lead_forms', [newsletter])
  t.equal(status, 200)
  const [{ data }] = body.items
  t.match(data.id, /^77653\d{8}$/)
  const shown = {
    id: data.id,
    ad_account_id: world.account,
    ...newsletter,
    disclosure_language: null,
    policy_links: [],
    status: 'ACTIVE',
    created_time: testNow,
    updated_time: testNow,
  }
  t.strictSame(body, { items: [{ data: shown }] })
  t.strictSame((await world.get(`/lead_forms/${data.id}`)).body, shown)
  t.strictSame((await world.get('/lead_forms')).body, { items: [shown], bookmark: null })
})

t.test('what was sent comes back', async (t) => {
  const sent = {
    name: null,
    completion_message: null,
    privacy_policy_link: null,
    has_accepted_terms: false,
    questions: [choice, { question_type: 'DATE_OF_BIRTH', custom_question_options: null }],
    disclosure_language: 'We keep your address.',
    policy_links: [{ label: 'Copyright', link: 'https://example.com/copyright' }],
    status: 'DRAFT',
  }
  t.match(await leadFormIn(await mock(t), sent), sent)
})

t.test('an update changes what it sends and keeps the rest; null clears a text and changes nothing else', async (t) => {
  const world = await mock(t)
  const before = await leadFormIn(world, { disclosure_language: 'x' })
  world.clock.advance(5000)
  const change = { name: 'Letters', disclosure_language: null, completion_message: null }
  const nothing = { questions: null, has_accepted_terms: null, policy_links: null, status: null }
  const { status, body } = await world.patch('/lead_forms', [{ id: before.id, ...change, ...nothing }])
  t.equal(status, 200)
  t.strictSame(body, { items: [{ data: { ...before, ...change, updated_time: testNow + 5 } }] })
  t.strictSame((await world.get(`/lead_forms/${before.id}`)).body, body.items[0].data)
})

t.test('a draft may be incomplete, and becomes ACTIVE once it is complete', async (t) => {
  const world = await mock(t)
  const { id } = await leadFormIn(world, { status: 'DRAFT', questions: [], has_accepted_terms: false })
  const publish = async (more: object) =>
    (await world.patch('/lead_forms', [{ id, status: 'ACTIVE', ...more }])).body.items[0]
  t.equal((await publish({})).exceptions.length, 2)
  const { data } = await publish({ questions: [choice], has_accepted_terms: true })
  t.equal(data.status, 'ACTIVE')
})

t.test('of a batch, what is right is stored, and the number of a refusal is its error_code', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/lead_forms', [newsletter, { ...newsletter, questions: [] }])
  t.equal(status, 200)
  t.match(body.items[0], { data: { id: String } })
  t.strictSame(body.items[1], {
    exceptions: [{ message: 'questions must have 1 at least while status is ACTIVE.', error_code: 1 }],
  })
  t.equal((await world.get('/lead_forms')).body.items.length, 1)
})

t.test('an account outside the beta is refused as it was recorded, and lists what it has', async (t) => {
  const world = await mock(t)
  const { id } = await leadFormIn(world)
  await world.call('PATCH', `/__mock/entities/ad_accounts/${world.account}`, { features: { lead_forms: false } })
  const refused = { items: [{ exceptions: [{ message: 'Advertiser not in beta', error_code: 3078 }] }] }
  const created = await world.post('/lead_forms', [newsletter])
  t.equal(created.status, 200)
  t.equal(JSON.stringify(created.body), JSON.stringify(refused))
  t.strictSame((await world.patch('/lead_forms', [{ id, name: 'x' }])).body, refused)
  t.match((await world.get('/lead_forms')).body, { items: [{ id, name: 'Newsletter' }], bookmark: null })
})

const mistakes: Readonly<Record<string, Json>> = {
  'no lead form': [],
  'more than thirty': Array(31).fill(newsletter),
  'no questions': [{ ...newsletter, questions: undefined }],
  'eleven questions': [{ ...newsletter, questions: Array(11).fill({ question_type: 'AGE' }) }],
  'a question that there is not': [{ ...newsletter, questions: [{ question_type: 'SHOE_SIZE' }] }],
  'six options': [{ ...newsletter, questions: [{ ...choice, custom_question_options: Array(6).fill('x') }] }],
  'four policies': [{ ...newsletter, policy_links: [{}, {}, {}, {}] }],
  'a status of campaigns': [{ ...newsletter, status: 'PAUSED' }],
}
for (const [what, body] of Object.entries(mistakes)) {
  t.test(`a creation with ${what} is refused`, async (t) => {
    const answer = await (await mock(t)).post('/lead_forms', body)
    t.match(answer, { status: 400, body: { code: 1 } })
  })
}

t.test('lists are in the order of creation, or the other way round, by pages', async (t) => {
  const world = await mock(t)
  for (const name of ['a', 'b', 'c']) await leadFormIn(world, { name })
  const names = async (query: string) =>
    (await world.get(`/lead_forms?${query}`)).body.items.map(({ name }: Json) => name)
  t.strictSame(await names(''), ['a', 'b', 'c'])
  t.strictSame(await names('order=DESCENDING'), ['c', 'b', 'a'])
  const { bookmark } = (await world.get('/lead_forms?page_size=2')).body
  t.strictSame(await names(`page_size=2&bookmark=${bookmark}`), ['c'])
  t.equal((await world.get(`/lead_forms?order=DESCENDING&bookmark=${bookmark}`)).status, 400)
})

t.test('a lead form that is not there is a 404, in other words where it is tested', async (t) => {
  const { get, post } = await mock(t)
  const answers = { answers: [] }
  for (const id of ['7765300000001', '1072068023705238984']) {
    t.match(await get(`/lead_forms/${id}`), { status: 404, body: { code: 4842, message: 'Lead form is not found.' } })
    const tested = await post(`/lead_forms/${id}/test`, answers)
    t.match(tested, { status: 404, body: { code: 4842, message: 'Lead not found.' } })
  }
})

t.test('a lead form of another ad account is neither listed, found nor changed, and no ad takes it', async (t) => {
  const world = await mock(t)
  const other = `/v5/ad_accounts/${(await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id}/lead_forms`
  const { id } = (await world.call('POST', other, [newsletter])).body.items[0].data
  t.strictSame((await world.get('/lead_forms')).body.items, [])
  t.equal((await world.get(`/lead_forms/${id}`)).status, 404)
  t.match((await world.patch('/lead_forms', [{ id }])).body, { items: [{ exceptions: [{ error_code: 4842 }] }] })
  const { body } = await tryAd(world, clicks(world), { lead_form_id: id })
  t.match(body.items, [{ exceptions: { code: 4842 } }])
})

t.test('a test lead with an answer to each question goes to the subscription of its form', async (t) => {
  const world = await mock(t)
  const [one, two] = [await leadFormIn(world), await leadFormIn(world, { questions: [choice, choice] })]
  const tested = async ({ id }: Json, ...answers: readonly string[]) =>
    world.post(`/lead_forms/${id}/test`, { answers })
  const { status, body } = await tested(one, 'reader@example.com')
  t.equal(status, 200)
  t.match(body.subscription_id, /^80784320\d{11}$/)
  t.strictSame((await tested(one, 'other@example.com')).body, body)
  t.not((await tested(two, 'Dog', 'Cat')).body.subscription_id, body.subscription_id)
  t.match(await tested(two, 'Dog'), { status: 400, body: { code: 1, message: 'Invalid parameters.' } })
})

t.test('a direct edit leads back to DRAFT, and publishes nothing', async (t) => {
  const world = await mock(t)
  const { id } = await leadFormIn(world)
  const edit = (change: object) => world.call('PATCH', `/__mock/entities/lead_forms/${id}`, change)
  t.match(await edit({ status: 'DRAFT', created_time: 5 }), { status: 200, body: { status: 'DRAFT', created_time: 5 } })
  t.match((await world.get(`/lead_forms/${id}`)).body, { status: 'DRAFT', created_time: 5 })
  t.equal((await edit({ status: 'ACTIVE' })).status, 400)
})

t.test('the lead form of an ad is named by its alias in a seed', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const { status, body } = await call('POST', '/__mock/seed', {
    ad_accounts: [{ alias: 'club', name: 'Club' }],
    lead_forms: [{ alias: 'form', ad_account: 'club', ...newsletter }],
    campaigns: [{ alias: 'c', ad_account: 'club', name: 'c', objective_type: 'LEADS', daily_spend_cap: 100_000_000 }],
    ad_groups: [
      { alias: 'g', campaign: 'c', name: 'g', billable_event: 'IMPRESSION', bid_in_micro_currency: 5_000_000 },
    ],
    boards: [{ alias: 'board', name: 'Club' }],
    pins: [
      { alias: 'pin', board: 'board', media_source: { source_type: 'image_url', url: 'https://example.com/1.jpg' } },
    ],
    ads: [{ ad_group: 'g', pin: 'pin', lead_form: 'form', creative_type: 'REGULAR' }],
  })
  t.equal(status, 200, JSON.stringify(body))
  const below = `/v5/ad_accounts/${(await call('GET', '/v5/ad_accounts')).body.items.at(-1).id}`
  const [form] = (await call('GET', `${below}/lead_forms`)).body.items
  const [ad] = (await call('GET', `${below}/ads`)).body.items
  t.equal(ad.lead_form_id, form.id)
})
