import t from 'tap'
import { delivered, shopping } from '#test/fixtures/analytics.ts'
import { apply, labelIn } from '#test/fixtures/labels.ts'
import { daysAgo, rowsByKey, rowsOf } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const week = { start_date: daysAgo(0), end_date: daysAgo(-6), granularity: 'TOTAL', columns: ['SPEND_IN_MICRO_DOLLAR'] }
const ofAds = { ...week, level: 'PIN_PROMOTION' }
const keys = async (world: Mock, request: object): Promise<readonly string[]> =>
  Object.keys(await rowsByKey(world, request))
const sum = (rows: readonly Json[]): number => rows.reduce((total, row) => total + row.SPEND_IN_MICRO_DOLLAR, 0)
const idsOf = (entities: readonly Json[]): readonly string[] => entities.map(({ id }) => id)

t.test('ids narrow what is counted, of each kind and all together', async (t) => {
  const world = await mock(t)
  const first = await delivered(world)
  const second = await delivered(world, { campaign: { name: 'Second' } })
  const days = { ...ofAds, end_date: daysAgo(-20) }
  t.strictSame(await keys(world, { ...days, campaign_ids: [second.campaign.id] }), idsOf(second.ads))
  t.strictSame(await keys(world, { ...days, ad_group_ids: [first.adGroups[1].id] }), idsOf(first.ads.slice(2)))
  t.strictSame(await keys(world, { ...days, ad_ids: [first.ads[0].id, second.ads[3].id] }), [
    first.ads[0].id,
    second.ads[3].id,
  ])
  t.strictSame(await keys(world, { ...days, campaign_ids: [first.campaign.id], ad_ids: [second.ads[3].id] }), [])
  t.strictSame(await keys(world, { ...days, ad_ids: ['1'] }), [])
})

t.test('what is filtered below an entity narrows its own figures', async (t) => {
  const world = await mock(t)
  const { campaign, ads } = await delivered(world)
  const ofTwo = await rowsOf(world, { ...ofAds, ad_ids: idsOf(ads.slice(0, 2)) })
  const report = await rowsByKey(world, { ...week, ad_ids: idsOf(ads.slice(0, 2)) })
  t.strictSame(Object.keys(report), [campaign.id])
  t.equal(sum(report[campaign.id] ?? []), sum(ofTwo))
})

t.test('statuses are those of now: of campaigns, ad groups and ads', async (t) => {
  const world = await mock(t)
  const first = await delivered(world)
  const second = await delivered(world, { campaign: { name: 'Second' } })
  const days = { ...ofAds, end_date: daysAgo(-20) }
  await world.change('/campaigns', { id: first.campaign.id, status: 'PAUSED' })
  await world.change('/ad_groups', { id: second.adGroups[0].id, status: 'PAUSED' })
  await world.change('/ads', { id: second.ads[3].id, status: 'PAUSED' })
  t.strictSame(await keys(world, { ...days, campaign_statuses: ['PAUSED', 'ARCHIVED'] }), idsOf(first.ads))
  t.strictSame(
    await keys(world, { ...days, campaign_statuses: ['RUNNING'], ad_group_statuses: ['PAUSED'] }),
    idsOf(second.ads.slice(0, 2)),
  )
  t.strictSame(await keys(world, { ...days, ad_statuses: ['APPROVED'] }), [second.ads[2].id])
})

t.test('campaigns are narrowed by objective and by their labels', async (t) => {
  const world = await mock(t)
  const first = await delivered(world)
  const second = await delivered(world, {
    campaign: { name: 'Second', objective_type: 'CONSIDERATION' },
    adGroup: { billable_event: 'CLICKTHROUGH' },
  })
  await apply(world, await labelIn(world, 'Garden', 'BRAND'), [first.campaign.id])
  await apply(world, await labelIn(world, 'Spring'), [second.campaign.id])
  const days = {
    ...week,
    end_date: daysAgo(-20),
    columns: ['CAMPAIGN_BRAND_LABEL', 'CAMPAIGN_CUSTOM_LABELS', ...week.columns],
  }
  t.strictSame(await keys(world, { ...days, campaign_objective_types: ['CONSIDERATION'] }), [second.campaign.id])
  t.match(await rowsOf(world, { ...days, campaign_brand_label: 'Garden' }), [
    { CAMPAIGN_ID: Number(first.campaign.id), CAMPAIGN_BRAND_LABEL: 'Garden' },
  ])
  t.match(await rowsOf(world, { ...days, campaign_custom_label: 'Spring' }), [
    { CAMPAIGN_ID: Number(second.campaign.id), CAMPAIGN_CUSTOM_LABELS: 'Spring' },
  ])
})

t.test('filters of product groups leave ads out, and those of ads product groups', async (t) => {
  const world = await mock(t)
  const { productGroups } = await shopping(world, [{}, {}, { included: false }])
  const { ads } = await delivered(world)
  const days = { ...week, end_date: daysAgo(-9) }
  const ofGroups = { ...days, level: 'PRODUCT_GROUP' }
  t.strictSame(
    await keys(world, { ...ofGroups, product_group_statuses: ['RUNNING'] }),
    idsOf(productGroups.slice(0, 2)),
  )
  t.strictSame(await keys(world, { ...ofGroups, product_group_statuses: ['EXCLUDED'] }), [])
  t.strictSame(await keys(world, { ...ofGroups, product_group_ids: [productGroups[1].id] }), [productGroups[1].id])
  t.strictSame(await keys(world, { ...days, level: 'PIN_PROMOTION', product_group_statuses: ['RUNNING'] }), [])
  t.strictSame(await keys(world, { ...ofGroups, ad_ids: idsOf(ads) }), [])
})

t.test('filters of metrics keep the rows that compare so with any of their values', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const daily = { ...week, granularity: 'DAY', columns: ['TOTAL_CLICKTHROUGH', 'TOTAL_IMPRESSION'] }
  const rows = await rowsOf(world, daily)
  const counts = rows.map(({ TOTAL_IMPRESSION }) => TOTAL_IMPRESSION).sort((one, other) => one - other)
  const middle = counts[3]
  const filtered = async (...metrics_filters: object[]) =>
    (await rowsOf(world, { ...daily, metrics_filters })).map(({ TOTAL_IMPRESSION }) => TOTAL_IMPRESSION)
  const more = { field: 'TOTAL_IMPRESSION', operator: 'GREATER_THAN', values: [middle] }
  t.same((await filtered(more)).sort(), counts.slice(4).sort())
  t.same((await filtered({ ...more, operator: 'LESS_THAN' })).sort(), counts.slice(0, 3).sort())
  t.same((await filtered({ ...more, values: [middle, 1e9] })).length, 3)
  t.same(await filtered(more, { field: 'SPEND_IN_DOLLAR', operator: 'GREATER_THAN', values: [1e9] }), [])
})

t.test('what a filter looks at need not be among the columns, and is not shown', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const filter = { field: 'SPEND_IN_DOLLAR', operator: 'GREATER_THAN', values: [0] }
  const rows = await rowsOf(world, { ...week, columns: ['TOTAL_IMPRESSION'], metrics_filters: [filter] })
  t.strictSame(Object.keys(rows[0]), ['CAMPAIGN_ID', 'TOTAL_IMPRESSION'])
  t.same(await rowsOf(world, { ...week, columns: ['TOTAL_VIDEO_MRC_VIEWS'], metrics_filters: [filter] }), [])
})
