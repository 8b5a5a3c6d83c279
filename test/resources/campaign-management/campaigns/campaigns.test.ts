import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

const recorded = {
  ...awareness,
  lifetime_spend_cap: 0,
  order_line_id: null,
  tracking_urls: null,
  is_flexible_daily_budgets: false,
  is_automated_campaign: false,
  created_time: testNow,
  updated_time: testNow,
  type: 'campaign',
  summary_status: 'PAUSED',
  is_campaign_budget_optimization: true,
  start_time: testNow,
  end_time: null,
  is_performance_plus: false,
  is_top_of_search: false,
  bid_options: null,
  ext_features: null,
  status: 'PAUSED',
  intended_promotion_type: 'STANDARD_AD',
}

t.test('a created campaign is answered key for key as the real service recorded it', async (t) => {
  const { post, account } = await mock(t)
  const { status, body } = await post('/campaigns', [{ ...awareness, status: 'PAUSED' }])
  t.equal(status, 200)
  t.match(body.items[0].data.id, /^6267\d{8}$/)
  const data = { ...recorded, id: body.items[0].data.id, ad_account_id: account }
  t.strictSame(body, { items: [{ data, exceptions: [] }] })
})

t.test('a read and a list answer the same campaign without an envelope', async (t) => {
  const { create, get, account } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, status: 'PAUSED' })
  const campaign = { ...recorded, id, ad_account_id: account }
  const read = await get(`/campaigns/${id}`)
  t.equal(read.status, 200)
  t.strictSame(read.body, campaign)
  const listed = await get('/campaigns')
  t.equal(listed.status, 200)
  t.strictSame(listed.body, { items: [campaign], bookmark: null })
})

t.test('an update answers the whole campaign in the envelope, with a later updated_time', async (t) => {
  const { create, patch, account, clock } = await mock(t)
  const { id } = await create('/campaigns', { ...awareness, status: 'PAUSED' })
  clock.advance(60_000)
  const { status, body } = await patch('/campaigns', [{ id, name: 'Renamed' }])
  t.equal(status, 200)
  const data = { ...recorded, id, ad_account_id: account, name: 'Renamed', updated_time: testNow + 60 }
  t.strictSame(body, { items: [{ data, exceptions: [] }] })
})

t.test('a read after an update answers what the update answered', async (t) => {
  const { create, change, get } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const changed = await change('/campaigns', { id, name: 'Renamed', daily_spend_cap: 5_000_000, status: 'PAUSED' })
  t.strictSame((await get(`/campaigns/${id}`)).body, changed)
})

t.test('names need not be unique', async (t) => {
  const { post } = await mock(t)
  const { body } = await post('/campaigns', [awareness, awareness])
  t.match(body.items, [{ data: { name: 'Brand' } }, { data: { name: 'Brand' } }])
  t.not(body.items[0].data.id, body.items[1].data.id)
})

t.test('a campaign that nobody created is not found by its path', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get('/campaigns/123123123123')
  t.equal(status, 404)
  t.strictSame(body, {
    code: 1012,
    message: 'Request contains invalid gids: user 1055601737567567993, method GetCampaignsByIds',
  })
})

t.test('who asks for a campaign that is not there is named in the answer', async (t) => {
  const { call } = await mock(t, { seed: 'small', auth: { tokens: { partner: { user: 'coastal_kitchens' } } } })
  for (const token of ['any', 'partner']) {
    const as = (url: string) => call('GET', `/v5${url}`, undefined, { authorization: `Bearer ${token}` })
    const { id } = (await as('/user_account')).body
    const [account] = (await as('/ad_accounts')).body.items
    for (const [path, method] of [
      ['campaigns', 'GetCampaignsByIds'],
      ['ad_groups', 'GetAdGroupsByIds'],
      ['ads', 'GetPinPromotionsByIds'],
    ]) {
      const { status, body } = await as(`/ad_accounts/${account.id}/${path}/123123123123`)
      t.equal(status, 404)
      t.strictSame(body, { code: 1012, message: `Request contains invalid gids: user ${id}, method ${method}` })
    }
  }
})

t.test("another ad account's campaign is neither read, nor listed, nor changed", async (t) => {
  const { create, call, get } = await mock(t)
  const campaign = await create('/campaigns', awareness)
  const other = (await call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const below = `/v5/ad_accounts/${other}/campaigns`
  t.equal((await call('GET', `${below}/${campaign.id}`)).status, 404)
  t.same((await call('GET', `${below}?campaign_ids=${campaign.id}`)).body.items, [])
  const { body } = await call('PATCH', below, [{ id: campaign.id, name: 'Taken' }])
  t.strictSame(body, { items: [{ data: {}, exceptions: [{ code: 2, message: 'Campaign not found.' }] }] })
  t.strictSame((await get(`/campaigns/${campaign.id}`)).body, campaign)
})

t.test('ids rise with creation', async (t) => {
  const { post } = await mock(t)
  const { body } = await post('/campaigns', Array(30).fill(awareness))
  const ids = body.items.map(({ data }: Json) => Number(data.id))
  t.same(
    ids,
    ids.toSorted((one: number, other: number) => one - other),
  )
  t.equal(new Set(ids).size, 30)
})
