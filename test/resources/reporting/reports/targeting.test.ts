import t from 'tap'
import { delivered } from '#test/fixtures/analytics.ts'
import { keywordsOf } from '#test/fixtures/keywords.ts'
import { daysAgo, fileOf, rowsByKey, rowsOf } from '#test/fixtures/reports.ts'
import { type Json, mock } from '#test/support/mock.ts'

const small = { seed: 'small' }
const days = { start_date: daysAgo(7), end_date: daysAgo(1) }
const columns = ['SPEND_IN_MICRO_DOLLAR', 'TOTAL_IMPRESSION', 'TOTAL_CLICKTHROUGH', 'TOTAL_CHECKOUT']
const sum = (rows: readonly Json[], column: string): number =>
  rows.reduce((total, row) => total + (row[column] ?? 0), 0)
const sumsOf = (rows: readonly Json[]): readonly number[] => columns.map((column) => sum(rows, column))

for (const level of ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP', 'PIN_PROMOTION', 'PRODUCT_GROUP']) {
  t.test(
    `at the level ${level}_TARGETING, the values of a type that parts the whole make the level ${level}`,
    async (t) => {
      const world = await mock(t, small)
      const whole = await rowsByKey(world, { ...days, level, columns })
      const types = ['GENDER', 'COUNTRY', 'AGE_BUCKET', 'APPTYPE', 'PLACEMENT']
      const parts = await rowsByKey(world, { ...days, level: `${level}_TARGETING`, columns, targeting_types: types })
      t.strictSame(Object.keys(parts), Object.keys(whole))
      t.ok(Object.keys(parts).length > 0)
      for (const [id, rows] of Object.entries(parts)) {
        const byType = Map.groupBy(rows, ({ TARGETING_TYPE }) => TARGETING_TYPE)
        t.strictSame([...byType.keys()].sort(), types.toSorted())
        for (const ofType of byType.values()) t.strictSame(sumsOf(ofType), sumsOf(whole[id] ?? []))
      }
    },
  )
}

t.test('a row says its type and its value', async (t) => {
  const world = await mock(t, small)
  const request = { ...days, level: 'CAMPAIGN_TARGETING', columns: ['TOTAL_IMPRESSION'], targeting_types: ['GENDER'] }
  for (const row of await rowsOf(world, request)) {
    t.strictSame(Object.keys(row), ['DATE', 'TARGETING_TYPE', 'TARGETING_VALUE', 'CAMPAIGN_ID', 'TOTAL_IMPRESSION'])
    t.match(row, { TARGETING_TYPE: 'GENDER', TARGETING_VALUE: /^(female|male|unknown)$/ })
  }
  const [names, first = ''] = (await fileOf(world, { ...request, report_format: 'CSV' })).split('\n')
  t.equal(names, 'DATE,TARGETING_TYPE,TARGETING_VALUE,CAMPAIGN_ID,TOTAL_IMPRESSION')
  t.match(first, /^2026-05-25,GENDER,\w+,\d+,\d+$/)
})

t.test('without types there are those of every level', async (t) => {
  const world = await mock(t, small)
  const rows = await rowsOf(world, { ...days, level: 'ADVERTISER_TARGETING', columns, granularity: 'TOTAL' })
  const types = new Set(rows.map(({ TARGETING_TYPE }) => TARGETING_TYPE))
  for (const type of ['GENDER', 'AGE_BUCKET', 'COUNTRY', 'REGION', 'APPTYPE', 'LOCATION', 'PLACEMENT'])
    t.ok(types.has(type), type)
  t.notOk(types.has('AGE_BUCKET_AND_GENDER'))
})

t.test('types do nothing at other levels', async (t) => {
  const world = await mock(t, small)
  const request = { ...days, columns }
  t.strictSame(await rowsOf(world, { ...request, targeting_types: ['GENDER'] }), await rowsOf(world, request))
})

t.test('age and gender are combined', async (t) => {
  const world = await mock(t, small)
  const request = { ...days, level: 'ADVERTISER_TARGETING', columns }
  const rows = await rowsOf(world, {
    ...request,
    combine_targeting_types: true,
    targeting_types: ['GENDER', 'AGE_BUCKET'],
  })
  t.strictSame(new Set(rows.map(({ TARGETING_TYPE }) => TARGETING_TYPE)), new Set(['AGE_BUCKET_AND_GENDER']))
  t.strictSame(sumsOf(rows), sumsOf(await rowsOf(world, { ...days, level: 'ADVERTISER', columns })))
})

t.test('rows by date have the same figures', async (t) => {
  const world = await mock(t, small)
  const request = { ...days, level: 'AD_GROUP_TARGETING', columns, targeting_types: ['GENDER', 'COUNTRY'] }
  const byDate = await rowsByKey(world, { ...request, primary_sort: 'BY_DATE' })
  t.strictSame(Object.keys(byDate), [7, 6, 5, 4, 3, 2, 1].map(daysAgo))
  const text = (rows: readonly Json[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort()
  t.strictSame(text(Object.values(byDate).flat()), text(await rowsOf(world, request)))
})

t.test('types of which nothing is known here have no rows', async (t) => {
  const world = await mock(t, small)
  t.same(
    await rowsByKey(world, {
      ...days,
      level: 'CAMPAIGN_TARGETING',
      columns,
      targeting_types: ['LOCAL_ADS_STORE_CODE'],
    }),
    {},
  )
})

t.test('at the level KEYWORD the keywords of ad groups are the keys, and never exceed their ad groups', async (t) => {
  const world = await mock(t)
  const { adGroups } = await delivered(world, { days: 0, adGroups: 1 })
  const [adGroup] = adGroups
  const [tea, coffee] = await keywordsOf(
    world,
    adGroup.id,
    { match_type: 'BROAD', value: 'tea' },
    { match_type: 'EXACT', value: 'coffee' },
    { match_type: 'EXACT_NEGATIVE', value: 'milk' },
  )
  world.clock.advance(8 * 86_400_000)
  const week = { start_date: daysAgo(-1), end_date: daysAgo(-7), columns, granularity: 'TOTAL' }
  const report = await rowsByKey(world, { ...week, level: 'KEYWORD' })
  t.strictSame(Object.keys(report).sort(), [tea.id, coffee.id].sort())
  t.match(report[tea.id], [
    { KEYWORD_ID: Number(tea.id), TARGETING_TYPE: 'KEYWORD', TARGETING_VALUE: 'tea', AD_GROUP_ID: Number(adGroup.id) },
  ])
  const whole = sumsOf(await rowsOf(world, { ...week, level: 'AD_GROUP' }))
  for (const [column, count] of sumsOf(Object.values(report).flat()).entries()) t.ok(count <= (whole[column] ?? 0))
})
