import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

const refusedItems: Readonly<Record<string, Json>> = {
  'without a name': { objective_type: 'AWARENESS', daily_spend_cap: 1 },
  'without an objective': { name: 'Brand', daily_spend_cap: 1 },
  'with a name that is not text': { ...awareness, name: 7 },
  'with a name of 256 characters': { ...awareness, name: 'x'.repeat(256) },
  'with an objective that does not exist': { ...awareness, objective_type: 'FAME' },
  'with the deprecated objective WEB_SESSIONS': { ...awareness, objective_type: 'WEB_SESSIONS' },
  'with the deprecated objective VIDEO_VIEW': { ...awareness, objective_type: 'VIDEO_VIEW' },
  'with a status that does not exist': { ...awareness, status: 'ARCHIVE' },
  'with a promotion type that does not exist': { ...awareness, intended_promotion_type: 'OTHER' },
  'with a negative cap': { ...awareness, daily_spend_cap: -1 },
  'with a fractional cap': { ...awareness, daily_spend_cap: 1.5 },
  'with a cap above 2^53 - 1': { ...awareness, daily_spend_cap: 2 ** 53 },
  'with a cap in quotes': { ...awareness, daily_spend_cap: '1' },
  'with a flag that is no boolean': { ...awareness, is_flexible_daily_budgets: 'True' },
  'with a start that is no moment': { ...awareness, start_time: '2026-06-01' },
  'with a start of -1': { ...awareness, start_time: -1 },
  'with tracking URLs that are no list': { ...awareness, tracking_urls: { click: 'https://example.com/' } },
  'with a bid factor above 10': { ...awareness, bid_options: { gender_multipliers: { female: 10.5 } } },
  'that is no object': 'Brand',
  'that is null': null,
}

for (const [what, item] of Object.entries(refusedItems)) {
  t.test(`a batch with a campaign ${what} is refused whole`, async (t) => {
    const { post, get } = await mock(t)
    const { status, body, headers } = await post('/campaigns', [awareness, item])
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request/ })
    t.equal(headers['x-mock-rules'], 'request.schema')
    t.same((await get('/campaigns')).body.items, [])
  })
}

const refusedBodies: Readonly<Record<string, unknown>> = {
  'a campaign outside an array': awareness,
  'an empty batch': [],
  'a batch of 31 campaigns': Array(31).fill(awareness),
  'a body that is not JSON': '[{',
  'no body': undefined,
}

for (const [what, body] of Object.entries(refusedBodies)) {
  for (const method of ['POST', 'PATCH']) {
    t.test(`${what} is refused by ${method}`, async (t) => {
      const { call, account } = await mock(t)
      const answer = await call(method, `/v5/ad_accounts/${account}/campaigns`, body)
      t.equal(answer.status, 400)
      t.match(answer.body, { code: 1, message: /^Invalid request/ })
    })
  }
}

t.test('a batch of 30 campaigns is stored', async (t) => {
  const { post, get } = await mock(t)
  t.equal((await post('/campaigns', Array(30).fill(awareness))).body.items.length, 30)
  t.equal((await get('/campaigns?page_size=250')).body.items.length, 30)
})

t.test('an update without an id is refused whole', async (t) => {
  const { create, patch, get } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const { status } = await patch('/campaigns', [{ id, name: 'Renamed' }, { name: 'Nobody' }])
  t.equal(status, 400)
  t.equal((await get(`/campaigns/${id}`)).body.name, 'Brand')
})

t.test('an update of bid options without a mask is refused', async (t) => {
  const { create, patch } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const { status } = await patch('/campaigns', [{ id, bid_options: { gender_multipliers: { female: 2 } } }])
  t.equal(status, 400)
})

t.test('a name has up to 255 characters, whatever their length in bytes', async (t) => {
  const { create } = await mock(t)
  for (const name of ['x'.repeat(255), 'é'.repeat(255), '🌲'.repeat(255)]) {
    t.equal((await create('/campaigns', { ...awareness, name })).name, name)
  }
})

t.test('the largest cap is 2^53 - 1', async (t) => {
  const { create } = await mock(t)
  t.match(await create('/campaigns', { ...awareness, daily_spend_cap: 2 ** 53 - 1 }), { daily_spend_cap: 2 ** 53 - 1 })
})

t.test('an unknown field is ignored, and the journal warns of it', async (t) => {
  const { post, call } = await mock(t)
  const { body, headers } = await post('/campaigns', [{ ...awareness, colour: 'red' }])
  t.notOk('colour' in body.items[0].data)
  const entry = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.same(entry.body.warnings, [
    "No version of the API that is known here (5.23, 5.28) describes the field 'colour' of this call; the API lets such pass",
  ])
})

t.test('a field that only answers have is ignored when it is sent', async (t) => {
  const { create } = await mock(t)
  const sent = { ...awareness, id: '1', created_time: 1, type: 'other', summary_status: 'COMPLETED' }
  const made = await create('/campaigns', sent)
  t.match(made, { created_time: testNow, type: 'campaign', summary_status: 'RUNNING' })
  t.not(made.id, '1')
})

t.test('clients of 5.23 send the ad account in every item; the path counts', async (t) => {
  const { create, change, account } = await mock(t)
  const made = await create('/campaigns', { ...awareness, ad_account_id: '123' })
  t.equal(made.ad_account_id, account)
  t.match(await change('/campaigns', { id: made.id, ad_account_id: account, name: 'Renamed' }), { name: 'Renamed' })
})

t.test('the deprecated default budget of ad groups has no effect', async (t) => {
  const { create } = await mock(t)
  const made = await create('/campaigns', { ...awareness, default_ad_group_budget_in_micro_currency: 5_000_000 })
  t.notOk('default_ad_group_budget_in_micro_currency' in made)
})

for (const method of ['GET', 'POST', 'PATCH']) {
  t.test(`${method} on the campaigns of an ad account that nobody knows is not permitted`, async (t) => {
    const { call } = await mock(t)
    const item = method === 'POST' ? awareness : { id: '1' }
    const { status, body } = await call(method, '/v5/ad_accounts/123/campaigns', method === 'GET' ? undefined : [item])
    t.equal(status, 403)
    t.strictSame(body, { code: 29, message: 'You are not permitted to access that resource.' })
  })
}

t.test("the guide's own paths, without the version, are the same", async (t) => {
  const { call, account, create } = await mock(t)
  const campaign = await create('/campaigns', awareness)
  const { status, body } = await call('GET', `/ad_accounts/${account}/campaigns/${campaign.id}`)
  t.equal(status, 200)
  t.strictSame(body, campaign)
})
