import t from 'tap'
import { delivered, idsOf, pass, rowsOf, shopping, sumOf } from '#test/fixtures/analytics.ts'
import { type Json, mock } from '#test/support/mock.ts'

const total = { granularity: 'TOTAL', from: -20 } as const
const figures = ({ SPEND_IN_MICRO_DOLLAR, PAID_IMPRESSION }: Json): Json => ({ SPEND_IN_MICRO_DOLLAR, PAID_IMPRESSION })

t.test('ids of another ad account and ids that nothing has are left out', async (t) => {
  const world = await mock(t)
  const { campaign, adGroups, ads } = await delivered(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const [path, parameter, ids] of [
    ['/campaigns/analytics', 'campaign_ids', `${campaign.id},1`],
    ['/ad_groups/analytics', 'ad_group_ids', `1,${idsOf(adGroups)}`],
    ['/ads/analytics', 'ad_ids', `${idsOf(ads)},1`],
  ] as const) {
    const rows = await rowsOf(world, path, { ...total, [parameter]: ids })
    t.equal(rows.length, ids.split(',').length - 1, path)
    const foreign = { ...world, get: (below: string) => world.call('GET', `/v5/ad_accounts/${other}${below}`) }
    t.strictSame(await rowsOf(foreign, path, { ...total, [parameter]: ids }), [], path)
  }
})

t.test(
  'an id that is sent twice has one row, and ids and columns may be repeated or separated by commas',
  async (t) => {
    const world = await mock(t)
    const { campaign } = await delivered(world)
    const query =
      'start_date=2026-06-01&end_date=2026-06-10&granularity=TOTAL&columns=PAID_IMPRESSION&columns=PAID_IMPRESSION'
    const { body } = await world.get(
      `/campaigns/analytics?${query}&campaign_ids=${campaign.id}&campaign_ids=${campaign.id}`,
    )
    t.equal(body.length, 1)
    t.strictSame(Object.keys(body[0]), ['CAMPAIGN_ID', 'PAID_IMPRESSION'])
  },
)

t.test('ads are found by their campaigns and Pins', async (t) => {
  const world = await mock(t)
  const { campaign, ads } = await delivered(world)
  const options = { ...total, campaign_ids: campaign.id, pin_ids: `${ads[1].pin_id},${ads[2].pin_id}` }
  const rows = await rowsOf(world, '/ads/analytics', options)
  t.strictSame(
    rows.map(({ AD_ID }) => AD_ID),
    [ads[1].id, ads[2].id],
  )
  const narrowed = await rowsOf(world, '/ads/analytics', { ...options, ad_ids: idsOf(ads.slice(0, 2)) })
  t.strictSame(
    narrowed.map(({ AD_ID }) => AD_ID),
    [ads[1].id],
    'with ids as well, only those that match all',
  )
})

t.test('one row sums all entities when rows are aggregated, without their ids and attributes', async (t) => {
  const world = await mock(t)
  const { adGroups } = await delivered(world)
  const options = {
    ...total,
    ad_group_ids: idsOf(adGroups),
    columns: 'SPEND_IN_MICRO_DOLLAR,AD_GROUP_NAME,CTR,CLICKTHROUGH_1,PAID_IMPRESSION',
  }
  const rows = await rowsOf(world, '/ad_groups/analytics', options)
  const [row, ...others] = await rowsOf(world, '/ad_groups/analytics', { ...options, aggregate_report_rows: true })
  t.strictSame(others, [])
  t.strictSame(Object.keys(row), ['SPEND_IN_MICRO_DOLLAR', 'CTR', 'CLICKTHROUGH_1', 'PAID_IMPRESSION'])
  t.equal(row.SPEND_IN_MICRO_DOLLAR, sumOf(rows, 'SPEND_IN_MICRO_DOLLAR'))
  t.equal(row.CTR, row.CLICKTHROUGH_1 / row.PAID_IMPRESSION, 'what is divided is not added')
})

t.test('a row of a Pin sums the ads of the campaign that show it', async (t) => {
  const world = await mock(t)
  const { campaign, ads } = await delivered(world, { adGroups: 1, ads: 2, days: 0 })
  const again = await world.create('/ads', {
    ad_group_id: ads[0].ad_group_id,
    creative_type: 'REGULAR',
    pin_id: ads[0].pin_id,
  })
  pass(world, 5)
  const pin_ids = `${ads[0].pin_id},${ads[1].pin_id},1`
  const rows = await rowsOf(world, '/pins/analytics', { ...total, campaign_id: campaign.id, pin_ids })
  t.same(new Set(rows.map(({ PIN_ID }) => PIN_ID)), new Set([ads[0].pin_id, ads[1].pin_id]))
  const ofAds = await rowsOf(world, '/ads/analytics', { ...total, ad_ids: idsOf([ads[0], again]) })
  const row = rows.find(({ PIN_ID }) => PIN_ID === ads[0].pin_id)
  t.equal(ofAds.length, 2)
  t.equal(row.SPEND_IN_MICRO_DOLLAR, sumOf(ofAds, 'SPEND_IN_MICRO_DOLLAR'))
  t.strictSame(await rowsOf(world, '/pins/analytics', { ...total, campaign_id: '1', pin_ids }), [])
})

t.test('product groups make their ad group', async (t) => {
  const world = await mock(t)
  const { adGroup, productGroups } = await shopping(world)
  pass(world, 5)
  const rows = await rowsOf(world, '/product_groups/analytics', { ...total, product_group_ids: idsOf(productGroups) })
  t.strictSame(
    rows.map(({ PRODUCT_GROUP_ID }) => PRODUCT_GROUP_ID),
    productGroups.map(({ id }: Json) => id),
  )
  const [whole] = await rowsOf(world, '/ad_groups/analytics', { ...total, ad_group_ids: adGroup.id })
  t.ok(whole.SPEND_IN_MICRO_DOLLAR > 0)
  t.strictSame(figures(whole), {
    SPEND_IN_MICRO_DOLLAR: sumOf(rows, 'SPEND_IN_MICRO_DOLLAR'),
    PAID_IMPRESSION: sumOf(rows, 'PAID_IMPRESSION'),
  })
})

t.test('a product group delivers from its creation, while it is ACTIVE and included', async (t) => {
  const world = await mock(t)
  const { adGroup, productGroups } = await shopping(world, [{}, { status: 'PAUSED' }, { included: false }])
  pass(world, 2)
  const { body } = await world.post('/product_group_promotions', {
    ad_group_id: adGroup.id,
    product_group_promotion: [{ creative_type: 'SHOPPING' }],
  })
  pass(world, 1)
  const late = body.items[0].data
  await world.patch('/product_group_promotions', {
    ad_group_id: adGroup.id,
    product_group_promotion: [{ id: productGroups[0].id, status: 'PAUSED' }],
  })
  pass(world, 2)
  const rows = await rowsOf(world, '/product_groups/analytics', {
    product_group_ids: idsOf([...productGroups, late]),
    from: -10,
  })
  const days = (id: string) => rows.filter(({ PRODUCT_GROUP_ID }) => PRODUCT_GROUP_ID === id).length
  t.equal(days(productGroups[0].id), 4, 'until it was paused: the days on which it began and ended are half')
  t.equal(days(productGroups[1].id), 0)
  t.equal(days(productGroups[2].id), 0)
  t.equal(days(late.id), 4)
})

t.test('a direct edit of a product group leaves its past as it was', async (t) => {
  const world = await mock(t)
  const { productGroups } = await shopping(world, [{}])
  pass(world, 3)
  const [{ id }] = productGroups
  const requested = () => rowsOf(world, '/product_groups/analytics', { product_group_ids: id, from: -3, to: -1 })
  const before = await requested()
  t.equal(before.length, 3)
  await world.call('PATCH', `/__mock/product_group_promotions/${id}`, { status: 'ARCHIVED' })
  t.strictSame(await requested(), before)
})
