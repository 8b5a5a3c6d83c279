import t from 'tap'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'
import { absentColumns } from '#server/resources/reporting/delivery/attribute-columns.ts'
import { delivered, idsOf, rowsOf } from '#test/fixtures/analytics.ts'
import { everything } from '#test/fixtures/every-format.ts'
import { mock } from '#test/support/mock.ts'

const columns = syncColumns.join(',')
t.test('every column has a value where there is everything, or is absent for a reason', async (t) => {
  const world = await mock(t)
  const { campaign, ads, shop } = await everything(world)
  const requested = { columns, from: -80, granularity: 'TOTAL', view_window_days: 60 }
  const rows = [
    ...(await rowsOf(world, '/analytics', requested)),
    ...(await rowsOf(world, '/campaigns/analytics', { ...requested, campaign_ids: campaign.id })),
    ...(await rowsOf(world, '/ads/analytics', { ...requested, ad_ids: idsOf(ads) })),
    ...(await rowsOf(world, '/product_groups/analytics', {
      ...requested,
      product_group_ids: idsOf(shop.productGroups),
    })),
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
  const requested = { columns: 'ADVERTISER_ID,CAMPAIGN_NAME,AD_GROUP_NAME,AD_NAME,PIN_ID', granularity: 'TOTAL' }
  const keysOf = async (path: string, more: object): Promise<readonly string[]> =>
    Object.keys((await rowsOf(world, path, { ...requested, ...more }))[0])
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
