import t from 'tap'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'
import { absentColumns } from '#server/resources/reporting/delivery/attribute-columns.ts'
import { pinOf } from '../../../fixtures/ads.ts'
import { delivered, idsOf, pass, rowsOf, shopping } from '../../../fixtures/analytics.ts'
import { orderLineIn } from '../../../fixtures/campaigns.ts'
import { discountIn } from '../../../fixtures/discounts.ts'
import { apply, labelIn } from '../../../fixtures/labels.ts'
import { videoIn } from '../../../fixtures/pins.ts'
import { type Json, type Mock, mock } from '../../../support/mock.ts'

const columns = syncColumns.join(',')
const sales = { objective_type: 'CATALOG_SALES', daily_spend_cap: 5_000_000_000 }
const adGroup = { billable_event: 'IMPRESSION', bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null }

/** A quiz whose one result is a Pin. */
const quizOf = async (world: Mock): Promise<Json> => ({
  creative_type: 'QUIZ',
  quiz_pin_data: {
    questions: [{ question_id: 1, question_text: 'Where to?', options: [{ id: 1, text: 'Up' }] }],
    results: [{ result_id: 1, organic_pin_id: await pinOf(world), destination_url: 'https://example.com' }],
  },
})

/** Ads of every format, with whatever a campaign and an ad group can have, that have delivered for 80 days. */
async function everything(world: Mock): Promise<Json> {
  const source = {
    source_type: 'video_id',
    media_id: await videoIn(world),
    cover_image_url: 'https://example.com/a.jpg',
  }
  const pin_id = await pinOf(world, { media_source: source })
  const promotion = await discountIn(world)
  const { campaign, adGroups } = await delivered(world, {
    adGroups: 1,
    ads: 1,
    days: 0,
    campaign: { ...sales, order_line_id: orderLineIn(world, { name: 'Spring' }) },
    adGroup: { ...adGroup, promotion_ids: [promotion.id], bid_multiplier: 1.5 },
    ad: { name: 'Still' },
  })
  await apply(world, await labelIn(world, 'Acme', 'BRAND'), [campaign.id])
  const formats = [{ creative_type: 'VIDEO', pin_id }, await quizOf(world)]
  for (const creative_type of ['IDEA', 'SHOWCASE', 'REGULAR', 'REGULAR']) formats.push({ creative_type })
  for (const format of formats) {
    await world.create('/ads', { ad_group_id: adGroups[0].id, pin_id: await pinOf(world), ...format })
  }
  // The one of a campaign with budget optimization has no budget of its own.
  await delivered(world, {
    days: 0,
    adGroups: 1,
    ads: 1,
    campaign: { is_campaign_budget_optimization: false, daily_spend_cap: 0 },
  })
  const shop = await shopping(world, [{ selected_image_tag: 'image', selected_video_tag: 'video' }])
  pass(world, 80)
  return { campaign, ads: (await world.get('/ads')).body.items, shop }
}

t.test('every column has a value where there is everything, or is absent for a reason', async (t) => {
  const world = await mock(t)
  const { campaign, ads, shop } = await everything(world)
  const asked = { columns, from: -80, granularity: 'TOTAL', view_window_days: 60 }
  const rows = [
    ...(await rowsOf(world, '/analytics', asked)),
    ...(await rowsOf(world, '/campaigns/analytics', { ...asked, campaign_ids: campaign.id })),
    ...(await rowsOf(world, '/ads/analytics', { ...asked, ad_ids: idsOf(ads) })),
    ...(await rowsOf(world, '/product_groups/analytics', { ...asked, product_group_ids: idsOf(shop.productGroups) })),
  ]
  t.equal(syncColumns.length, 175)
  for (const name of syncColumns) {
    const isThere = rows.some((row) => row[name] !== undefined)
    t.equal(isThere, !(name in absentColumns), isThere ? name : `${name}: ${absentColumns[name]}`)
  }
})

t.test('nothing is in a row that was not asked for, but the own id and the date', async (t) => {
  const world = await mock(t)
  const { campaign } = await delivered(world)
  const rows = await rowsOf(world, '/campaigns/analytics', { campaign_ids: campaign.id, columns: 'PAID_IMPRESSION' })
  for (const row of rows) t.strictSame(Object.keys(row), ['DATE', 'CAMPAIGN_ID', 'PAID_IMPRESSION'])
})

t.test('rows have the columns of their level and of those above', async (t) => {
  const world = await mock(t)
  const { campaign, adGroups, ads } = await delivered(world, { ad: { name: 'Ad' } })
  const asked = { columns: 'ADVERTISER_ID,CAMPAIGN_NAME,AD_GROUP_NAME,AD_NAME,PIN_ID', granularity: 'TOTAL' }
  const keysOf = async (path: string, more: object): Promise<readonly string[]> =>
    Object.keys((await rowsOf(world, path, { ...asked, ...more }))[0])
  const account = ['AD_ACCOUNT_ID', 'ADVERTISER_ID']
  t.strictSame(await keysOf('/analytics', {}), account)
  t.strictSame(await keysOf('/campaigns/analytics', { campaign_ids: campaign.id }), [
    'CAMPAIGN_ID',
    'ADVERTISER_ID',
    'CAMPAIGN_NAME',
  ])
  t.strictSame(await keysOf('/ad_groups/analytics', { ad_group_ids: adGroups[0].id }), [
    'AD_GROUP_ID',
    'ADVERTISER_ID',
    'CAMPAIGN_NAME',
    'AD_GROUP_NAME',
  ])
  t.strictSame(await keysOf('/ads/analytics', { ad_ids: ads[0].id }), [
    'AD_ID',
    'ADVERTISER_ID',
    'CAMPAIGN_NAME',
    'AD_GROUP_NAME',
    'AD_NAME',
    'PIN_ID',
  ])
  t.strictSame(await keysOf('/pins/analytics', { campaign_id: campaign.id, pin_ids: ads[0].pin_id }), [
    'PIN_ID',
    'ADVERTISER_ID',
    'CAMPAIGN_NAME',
  ])
})
