import t from 'tap'
import { asyncColumns } from '#server/domain/reference/async-columns.ts'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'
import { daysAgo, rowsOf } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const week = { start_date: daysAgo(7), end_date: daysAgo(1) }

/** How synchronous analytics name a level, and the parameter with the ids of its entities. */
const levels = {
  ADVERTISER: { path: '/analytics', id: 'AD_ACCOUNT_ID', ids: undefined },
  CAMPAIGN: { path: '/campaigns/analytics', id: 'CAMPAIGN_ID', ids: 'campaign_ids' },
  AD_GROUP: { path: '/ad_groups/analytics', id: 'AD_GROUP_ID', ids: 'ad_group_ids' },
  PIN_PROMOTION: { path: '/ads/analytics', id: 'AD_ID', ids: 'ad_ids' },
  PRODUCT_GROUP: { path: '/product_groups/analytics', id: 'PRODUCT_GROUP_ID', ids: 'product_group_ids' },
} as const
type Level = keyof typeof levels

/** The columns of figures and attributes that both kinds of reports have, but for statuses, which differ. */
const shared = syncColumns.filter((name) => asyncColumns.some((other) => other === name) && !/STATUS$/.test(name))

/** Rows with their ids as text, ordered by date and id: what is to be alike. */
const comparable = (rows: readonly Json[]): readonly Json[] =>
  rows
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, /_ID$/.test(name) ? String(value) : value])),
    )
    .filter((row) => Object.values(row).some((value) => value !== 0))
    .map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value !== 0 && value !== false)
          .sort(),
      ),
    )
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))

async function atOnce(
  { get }: Mock,
  level: Level,
  entityIds: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<readonly Json[]> {
  const { path, ids } = levels[level]
  const query = new URLSearchParams({ ...week, ...(ids && { [ids]: entityIds.join(',') }), ...more })
  const { status, body } = await get(`${path}?${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

for (const level of Object.keys(levels) as Level[]) {
  for (const granularity of ['DAY', 'TOTAL', 'WEEK', 'MONTH']) {
    t.test(`a report at the level ${level} by ${granularity} says what analytics say at once`, async (t) => {
      const world = await mock(t, { seed: 'small' })
      const { id } = levels[level]
      const rows = await rowsOf(world, { ...week, level, granularity, columns: shared })
      t.ok(rows.length > 0)
      const ids = [...new Set(rows.map((row) => String(row[id])))]
      const now = await atOnce(world, level, ids, { columns: shared.join(','), granularity })
      t.strictSame(comparable(rows), comparable(now))
    })
  }
}

t.test('by the hour as well, with other windows and the time of conversions', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const days = { start_date: daysAgo(3), end_date: daysAgo(1) }
  const columns = [
    'SPEND_IN_MICRO_DOLLAR',
    'TOTAL_IMPRESSION',
    'TOTAL_CHECKOUT',
    'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
  ]
  const windows = { click_window_days: 7, engagement_window_days: 7, view_window_days: 1 }
  const attribution = { ...windows, conversion_report_time: 'TIME_OF_CONVERSION' }
  for (const granularity of ['HOUR', 'DAY']) {
    const request = { ...days, ...attribution, granularity, columns, level: 'ADVERTISER' }
    const rows = await rowsOf(world, request)
    const parameters = Object.fromEntries(
      Object.entries({ ...days, ...attribution }).map(([name, value]) => [name, String(value)]),
    )
    const now = await atOnce(world, 'ADVERTISER', [], { ...parameters, granularity, columns: columns.join(',') })
    const withoutIds = (found: readonly Json[]) =>
      comparable(found).map(({ ADVERTISER_ID: _, AD_ACCOUNT_ID: __, ...row }) => row)
    t.ok(rows.length > 2)
    t.strictSame(withoutIds(rows), withoutIds(now))
  }
})

t.test('ads and product groups make ad groups, those campaigns, and those the account', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const columns = [
    'SPEND_IN_MICRO_DOLLAR',
    'TOTAL_IMPRESSION',
    'TOTAL_CHECKOUT',
    'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
  ]
  const sums = async (...names: Level[]) => {
    const found = await Promise.all(names.map((level) => rowsOf(world, { ...week, level, columns })))
    return columns.map((column) => found.flat().reduce((sum, row) => sum + (row[column] ?? 0), 0))
  }
  const whole = await sums('ADVERTISER')
  t.ok(whole.every((sum) => sum > 0))
  t.strictSame(await sums('CAMPAIGN'), whole)
  t.strictSame(await sums('AD_GROUP'), whole)
  t.strictSame(await sums('PIN_PROMOTION', 'PRODUCT_GROUP'), whole)
})
