import t from 'tap'
import { delivered, shopping } from '#test/fixtures/analytics.ts'
import { daysAgo, fileOf, rowsByKey, rowsOf } from '#test/fixtures/reports.ts'
import { type Json, mock } from '#test/support/mock.ts'

/** The week after the present day of the tests, in which what `delivered` makes delivers. */
const week = { start_date: daysAgo(0), end_date: daysAgo(-6) }
const spend = ['SPEND_IN_MICRO_DOLLAR']
const sum = (rows: readonly Json[], column = 'SPEND_IN_MICRO_DOLLAR'): number =>
  rows.reduce((total, row) => total + (row[column] ?? 0), 0)

t.test(
  'a report is an object with the rows of each entity by its id, all ids numbers and statuses words',
  async (t) => {
    const world = await mock(t)
    const { campaign, ads } = await delivered(world)
    const columns = [
      'PIN_PROMOTION_ID',
      'CAMPAIGN_ID',
      'CAMPAIGN_ENTITY_STATUS',
      'CAMPAIGN_STATUS',
      'AD_STATUS',
      ...spend,
    ]
    const report = await rowsByKey(world, { ...week, level: 'PIN_PROMOTION', columns })
    t.strictSame(
      Object.keys(report),
      ads.map(({ id }) => id),
    )
    for (const [id, rows] of Object.entries(report)) {
      t.equal(rows.length, 7)
      for (const row of rows) {
        t.match(row, {
          DATE: /^2026-06-0[1-7]$/,
          PIN_PROMOTION_ID: Number(id),
          CAMPAIGN_ID: Number(campaign.id),
          CAMPAIGN_ENTITY_STATUS: 'ACTIVE',
          CAMPAIGN_STATUS: 'RUNNING',
          AD_STATUS: 'APPROVED',
        })
        t.ok(Number.isInteger(row.SPEND_IN_MICRO_DOLLAR))
      }
    }
  },
)

t.test('what is 0 is left out of a row, and a row of which all is 0 out of the report', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const columns = ['TOTAL_IMPRESSION', 'TOTAL_VIDEO_MRC_VIEWS']
  for (const row of await rowsOf(world, { ...week, columns }))
    t.strictSame(Object.keys(row).sort(), ['CAMPAIGN_ID', 'DATE', 'TOTAL_IMPRESSION'])
  t.same(await rowsByKey(world, { ...week, columns: ['TOTAL_VIDEO_MRC_VIEWS'] }), {})
})

t.test('in CSV there is a line of column names, and figures without a value are 0', async (t) => {
  const world = await mock(t)
  const { campaign } = await delivered(world, { campaign: { name: 'Spring, "new"' } })
  const columns = ['CAMPAIGN_NAME', 'ORDER_LINE_ID', 'PAID_IMPRESSION', 'TOTAL_VIDEO_MRC_VIEWS']
  const file = await fileOf(world, { ...week, columns, report_format: 'CSV' })
  const [header, first, ...others] = file.split('\n')
  t.equal(header, 'DATE,CAMPAIGN_ID,CAMPAIGN_NAME,ORDER_LINE_ID,PAID_IMPRESSION,TOTAL_VIDEO_MRC_VIEWS')
  t.match(first, new RegExp(`^2026-06-01,${campaign.id},"Spring, ""new""",,[1-9]\\d*,0$`))
  t.equal(others.length, 7, 'a line for each other day, and an end of the last one')
})

t.test('JSON and CSV say the same', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const columns = ['AD_GROUP_ID', 'SPEND_IN_MICRO_DOLLAR', 'CTR', 'TOTAL_CLICKTHROUGH', 'TOTAL_CONVERSIONS']
  const request = { ...week, level: 'AD_GROUP', columns }
  const [names = '', ...lines] = (await fileOf(world, { ...request, report_format: 'CSV' })).trim().split('\n')
  const ofCsv = lines.map((line) => {
    const cells = line.split(',').map((cell) => (cell.includes('-') ? cell : Number(cell)))
    return Object.fromEntries(
      names
        .split(',')
        .map((name, index) => [name, cells[index]] as const)
        .filter(([, cell]) => cell !== 0),
    )
  })
  t.strictSame(ofCsv, await rowsOf(world, request))
})

t.test('an empty CSV has its line of names', async (t) => {
  t.equal(await fileOf(await mock(t), { report_format: 'CSV' }), 'DATE,CAMPAIGN_ID,SPEND_IN_MICRO_DOLLAR\n')
})

t.test('sorted by date, the dates are the keys, and in CSV the first of the lines', async (t) => {
  const world = await mock(t)
  const { ads } = await delivered(world)
  const request = { ...week, level: 'PIN_PROMOTION', columns: ['PIN_PROMOTION_ID', ...spend], primary_sort: 'BY_DATE' }
  const report = await rowsByKey(world, request)
  t.strictSame(
    Object.keys(report),
    [0, 1, 2, 3, 4, 5, 6].map((day) => daysAgo(-day)),
  )
  for (const rows of Object.values(report)) {
    t.strictSame(
      rows.map(({ PIN_PROMOTION_ID }) => String(PIN_PROMOTION_ID)),
      ads.map(({ id }) => id),
    )
  }
  const byId = await rowsOf(world, { ...request, primary_sort: 'BY_ID' })
  t.equal(sum(Object.values(report).flat()), sum(byId))
  const dates = (await fileOf(world, { ...request, report_format: 'CSV' }))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, 10))
  t.strictSame(dates, dates.toSorted())
})

t.test('without a granularity of time there are no dates, whatever the order', async (t) => {
  const world = await mock(t)
  const { campaign } = await delivered(world)
  for (const primary_sort of ['BY_ID', 'BY_DATE']) {
    const report = await rowsByKey(world, { ...week, granularity: 'TOTAL', primary_sort })
    t.strictSame(Object.keys(report), [campaign.id])
    t.equal(report[campaign.id]?.length, 1)
    t.notOk('DATE' in (report[campaign.id]?.[0] ?? {}))
  }
})

t.test('every granularity has the same sums', async (t) => {
  const world = await mock(t)
  await delivered(world, { days: 8 })
  const days = { start_date: daysAgo(-1), end_date: daysAgo(-3) }
  const sums = []
  for (const granularity of ['TOTAL', 'DAY', 'HOUR', 'WEEK', 'MONTH'])
    sums.push(sum(await rowsOf(world, { ...days, granularity })))
  t.ok(sums[0])
  t.equal(new Set(sums).size, 1)
})

t.test('hours are those from the first of the first day to the last of the last, both included', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const hourly = { start_date: daysAgo(-3), end_date: daysAgo(-4), granularity: 'HOUR' }
  const rows = await rowsOf(world, { ...hourly, start_hour: 22, end_hour: 1 })
  t.strictSame(
    rows.map(({ DATE }) => DATE),
    ['2026-06-04T22:00:00', '2026-06-04T23:00:00', '2026-06-05T00:00:00', '2026-06-05T01:00:00'],
  )
})

t.test('reports by the hour have no conversions', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const request = { start_date: daysAgo(3), end_date: daysAgo(1), columns: ['TOTAL_CONVERSIONS', 'PAID_IMPRESSION'] }
  t.ok(sum(await rowsOf(world, request), 'TOTAL_CONVERSIONS') > 0)
  const hourly = await rowsOf(world, { ...request, granularity: 'HOUR' })
  t.ok(sum(hourly, 'PAID_IMPRESSION') > 0)
  t.equal(sum(hourly, 'TOTAL_CONVERSIONS'), 0)
})

t.test('days of the time zone of the ad account begin with its midnight', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const days = { start_date: daysAgo(-1), end_date: daysAgo(-1) }
  const utc = sum(await rowsOf(world, days))
  const own = sum(await rowsOf(world, { ...days, reporting_timezone: 'AD_ACCOUNT_TIME_ZONE' }))
  t.ok(utc > 0 && own > 0)
  t.not(own, utc)
})

t.test('columns of another level are accepted, and have no values', async (t) => {
  const world = await mock(t)
  await delivered(world)
  const columns = ['AD_ID', 'PIN_ID', 'AD_GROUP_NAME', 'CAMPAIGN_ID', ...spend]
  for (const row of await rowsOf(world, { ...week, columns }))
    t.strictSame(Object.keys(row), ['DATE', 'CAMPAIGN_ID', 'SPEND_IN_MICRO_DOLLAR'])
  const [names, first = ''] = (await fileOf(world, { ...week, columns, report_format: 'CSV' })).split('\n')
  t.equal(names, 'DATE,AD_ID,PIN_ID,AD_GROUP_NAME,CAMPAIGN_ID,SPEND_IN_MICRO_DOLLAR')
  t.match(first, /^2026-06-01,,,,\d+,\d+$/)
})

t.test('ads and product groups are apart, and together make their ad groups', async (t) => {
  const world = await mock(t)
  const { adGroup, productGroups } = await shopping(world)
  world.clock.advance(8 * 86_400_000)
  const ofGroups = await rowsByKey(world, { ...week, level: 'PRODUCT_GROUP', columns: spend })
  t.strictSame(
    Object.keys(ofGroups),
    productGroups.map(({ id }: Json) => id),
  )
  const ofAdGroups = await rowsByKey(world, { ...week, level: 'AD_GROUP', columns: spend })
  t.equal(sum(ofAdGroups[adGroup.id] ?? []), sum(Object.values(ofGroups).flat()))
  t.same(await rowsByKey(world, { ...week, level: 'PIN_PROMOTION', columns: spend }), {})
})
