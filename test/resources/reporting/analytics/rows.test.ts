import t from 'tap'
import { dayFrom, delivered, idsOf, pass, report, rowsOf } from '#test/fixtures/analytics.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('what delivered nothing has no rows', async (t) => {
  const world = await mock(t)
  const { status, body } = await report(world, '/analytics')
  t.equal(status, 200)
  t.strictSame(body, [])
})

t.test('each day of delivery has a row, by day and then by id, and days without it have none', async (t) => {
  const world = await mock(t)
  const first = await delivered(world, { days: 3 })
  const second = await delivered(world, { days: 2 })
  const campaign_ids = idsOf([second.campaign, first.campaign])
  const rows = await rowsOf(world, '/campaigns/analytics', { from: -30, campaign_ids })
  const [one, other] = [first.campaign.id, second.campaign.id]
  t.strictSame(
    rows.map(({ DATE, CAMPAIGN_ID }) => [DATE, CAMPAIGN_ID]),
    [
      [dayFrom(world, -5), one],
      [dayFrom(world, -4), one],
      [dayFrom(world, -3), one],
      [dayFrom(world, -2), one],
      [dayFrom(world, -2), other],
      [dayFrom(world, -1), one],
      [dayFrom(world, -1), other],
      [dayFrom(world, 0), one],
      [dayFrom(world, 0), other],
    ],
  )
})

t.test('the own id is a text though no column names it, and other ids are numbers', async (t) => {
  const world = await mock(t)
  const { ads } = await delivered(world)
  const [ad] = ads
  const { body } = await world.call(
    'GET',
    `/v5/ad_accounts/${world.account}/ads/analytics?start_date=${dayFrom(world, -5)}&end_date=${dayFrom(world, 0)}&granularity=TOTAL&columns=CAMPAIGN_ID,AD_GROUP_ID,ADVERTISER_ID,PIN_PROMOTION_ID&ad_ids=${ad.id}`,
  )
  t.strictSame(body, [
    {
      AD_ID: ad.id,
      CAMPAIGN_ID: Number(ad.campaign_id),
      AD_GROUP_ID: Number(ad.ad_group_id),
      ADVERTISER_ID: Number(world.account),
      PIN_PROMOTION_ID: Number(ad.id),
    },
  ])
})

t.test('an id with more digits than a number has is written whole', async (t) => {
  const world = await mock(t)
  const { ads } = await delivered(world, { adGroups: 1, ads: 1 })
  const query = `start_date=${dayFrom(world, -5)}&end_date=${dayFrom(world, 0)}&granularity=TOTAL&columns=PIN_ID`
  const { payload } = await world.app.inject({
    url: `/v5/ad_accounts/${world.account}/ads/analytics?${query}&ad_ids=${ads[0].id}`,
    headers: { authorization: 'Bearer test' },
  })
  t.equal(payload, `[{"AD_ID":"${ads[0].id}","PIN_ID":${ads[0].pin_id}}]`)
})

t.test('a column that is 0 is left out of its row, but for those that every row has', async (t) => {
  const world = await mock(t)
  const { campaign } = await delivered(world, { campaign: { daily_spend_cap: 1_000_000 }, days: 1 })
  const columns =
    'SPEND_IN_DOLLAR,SPEND_IN_MICRO_DOLLAR,PAID_IMPRESSION,TOTAL_VIDEO_P0_COMBINED,PAID_VIDEO_VIEWABLE_RATE'
  const [row] = await rowsOf(world, '/campaigns/analytics', { campaign_ids: campaign.id, columns, from: 0 })
  t.ok(row.PAID_IMPRESSION > 0)
  t.equal(row.SPEND_IN_MICRO_DOLLAR, row.SPEND_IN_DOLLAR * 1_000_000)
  t.notOk('TOTAL_VIDEO_P0_COMBINED' in row)
  t.notOk('PAID_VIDEO_VIEWABLE_RATE' in row)
})

t.test('rates are fractions of the sums of their row', async (t) => {
  const world = await mock(t)
  const { campaign } = await delivered(world)
  const columns =
    'CTR,ECTR,CLICKTHROUGH_1,TOTAL_CLICKTHROUGH,PAID_IMPRESSION,TOTAL_IMPRESSION,CPM_IN_DOLLAR,SPEND_IN_DOLLAR'
  const rows = await rowsOf(world, '/campaigns/analytics', { campaign_ids: campaign.id, columns })
  t.ok(rows.length > 5)
  for (const row of rows) {
    t.equal(row.CTR, row.CLICKTHROUGH_1 / row.PAID_IMPRESSION)
    t.equal(row.ECTR, row.TOTAL_CLICKTHROUGH / row.TOTAL_IMPRESSION)
    t.ok(Math.abs(row.CPM_IN_DOLLAR - (row.SPEND_IN_DOLLAR / row.PAID_IMPRESSION) * 1000) < 1e-9)
  }
})

t.test('TOTAL has a row for each entity, without a date', async (t) => {
  const world = await mock(t)
  const { adGroups } = await delivered(world)
  const rows = await rowsOf(world, '/ad_groups/analytics', { ad_group_ids: idsOf(adGroups), granularity: 'TOTAL' })
  t.strictSame(
    rows.map(({ AD_GROUP_ID, DATE }) => [AD_GROUP_ID, DATE]),
    adGroups.map(({ id }) => [id, undefined]),
  )
})

t.test('a week is named by its Monday and a month by its first day', async (t) => {
  const world = await mock(t)
  await delivered(world, { days: 40 })
  const datesOf = async (granularity: string): Promise<readonly string[]> =>
    (await rowsOf(world, '/analytics', { granularity, from: -40 })).map(({ DATE }) => DATE)
  // The world began on Monday, 1 June 2026.
  t.strictSame(await datesOf('WEEK'), [
    '2026-06-01',
    '2026-06-08',
    '2026-06-15',
    '2026-06-22',
    '2026-06-29',
    '2026-07-06',
  ])
  t.strictSame(await datesOf('MONTH'), ['2026-06-01', '2026-07-01'])
})

t.test('an hour is named by its begin, and has no conversions', async (t) => {
  const world = await mock(t)
  await delivered(world, { days: 3, campaign: { objective_type: 'CATALOG_SALES', daily_spend_cap: 900_000_000 } })
  const columns = 'PAID_IMPRESSION,TOTAL_PAGE_VISIT'
  const days = await rowsOf(world, '/analytics', { columns, from: -2, to: -1 })
  t.ok(days.every(({ TOTAL_PAGE_VISIT }) => TOTAL_PAGE_VISIT > 0))
  const hours = await rowsOf(world, '/analytics', { columns, from: -2, to: -1, granularity: 'HOUR' })
  t.strictSame(
    hours.map(({ DATE }) => DATE).slice(0, 3),
    ['00', '01', '02'].map((hour) => `${dayFrom(world, -2)}T${hour}:00:00`),
  )
  t.equal(hours.length, 48)
  t.notOk(hours.some((hour) => 'TOTAL_PAGE_VISIT' in hour))
})

t.test('attributes are those of the entity as it is now, and statuses are numbers', async (t) => {
  const world = await mock(t)
  const { campaign, adGroups, ads } = await delivered(world)
  await world.change('/campaigns', { id: campaign.id, name: 'Renamed', status: 'PAUSED' })
  const columns =
    'CAMPAIGN_NAME,CAMPAIGN_ENTITY_STATUS,AD_GROUP_ENTITY_STATUS,CAMPAIGN_DAILY_SPEND_CAP,CAMPAIGN_LIFETIME_SPEND_CAP,AD_NAME'
  const rows = await rowsOf(world, '/ads/analytics', { ad_ids: idsOf(ads), columns, granularity: 'TOTAL' })
  t.equal(rows.length, ads.length)
  t.strictSame(rows[0], {
    AD_ID: ads[0].id,
    CAMPAIGN_NAME: 'Renamed',
    CAMPAIGN_ENTITY_STATUS: 2,
    AD_GROUP_ENTITY_STATUS: 1,
    CAMPAIGN_DAILY_SPEND_CAP: 100_000_000,
    CAMPAIGN_LIFETIME_SPEND_CAP: 0,
  })
  const [group] = await rowsOf(world, '/ad_groups/analytics', {
    ad_group_ids: adGroups[0].id,
    columns: 'AD_GROUP_NAME,AD_NAME,PIN_ID',
    granularity: 'TOTAL',
  })
  t.strictSame(group, { AD_GROUP_ID: adGroups[0].id, AD_GROUP_NAME: 'Ad group' }, 'an ad group has nothing of ads')
})

t.test('a closed day is answered again after its campaign was paused, at any granularity', async (t) => {
  const world = await mock(t)
  const { campaign, ads } = await delivered(world)
  const requested = async (granularity: string, from: number): Promise<Json> =>
    rowsOf(world, '/ads/analytics', { ad_ids: idsOf(ads), granularity, from: from - 1, to: -1 - passed })
  let passed = 0
  const before = [await requested('DAY', -5), await requested('HOUR', -2), await requested('TOTAL', -5)]
  await world.change('/campaigns', { id: campaign.id, status: 'PAUSED', daily_spend_cap: 1_000_000 })
  await world.change('/ads', { id: ads[0].id, status: 'ARCHIVED' })
  pass(world, 1)
  passed = 1
  const later = [await requested('DAY', -6), await requested('HOUR', -3), await requested('TOTAL', -6)]
  t.strictSame(later, before)
})
