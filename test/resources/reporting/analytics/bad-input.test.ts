import t from 'tap'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'
import { report } from '#test/fixtures/analytics.ts'
import { type Answer, type Mock, mock } from '#test/support/mock.ts'

/** The message of a refusal of bad parameters. */
const messageOf = ({ status, body }: Answer): string | undefined =>
  status === 400 && body.code === 1 ? body.message : undefined

const campaigns = (world: Mock, options: object = {}): Promise<Answer> =>
  report(world, '/campaigns/analytics', { campaign_ids: '626700000001', ...options })

t.test('an unknown column is refused with all that there are', async (t) => {
  const world = await mock(t)
  const message = messageOf(await campaigns(world, { columns: 'SPEND_IN_DOLLAR,SPENT' }))
  t.ok(message?.startsWith(`Parameter 'columns' (value SPENT) is not one of ${syncColumns.slice(0, 20).join(', ')}`))
})

t.test('other unknown values are refused in the same words', async (t) => {
  const world = await mock(t)
  t.equal(
    messageOf(await campaigns(world, { granularity: 'YEAR' })),
    "Parameter 'granularity' (value YEAR) is not one of TOTAL, DAY, HOUR, WEEK, MONTH.",
  )
  for (const name of ['click_window_days', 'engagement_window_days', 'view_window_days']) {
    t.equal(
      messageOf(await campaigns(world, { [name]: 5 })),
      `Parameter '${name}' (value 5) is not one of 0, 1, 7, 14, 30, 60.`,
    )
    t.equal((await campaigns(world, { [name]: 60 })).status, 200)
  }
  t.match(
    messageOf(await campaigns(world, { reporting_timezone: 'UTC' })),
    /^Parameter 'reporting_timezone' \(value UTC\)/,
  )
  t.match(messageOf(await campaigns(world, { conversion_report_time: 'NOW' })), /^Parameter 'conversion_report_time' /)
  t.match(messageOf(await campaigns(world, { aggregate_report_rows: 'maybe' })), /aggregate_report_rows/)
})

t.test('days that do not exist are refused', async (t) => {
  const world = await mock(t)
  for (const day of ['2026-02-30', '20260501', '2026-5-1', '2026-02-30T00:00:00Z', 'today', '']) {
    t.equal(
      messageOf(await campaigns(world, { start_date: day })),
      `Parameter 'start_date' (value ${day}) is not a day of the form YYYY-MM-DD.`,
    )
  }
})

t.test('a day with its time is taken, as some clients write dates', async (t) => {
  const world = await mock(t)
  const { status } = await campaigns(world, {
    start_date: '2026-05-20T10:20:30.456Z',
    end_date: '2026-05-21T10:20:30Z',
  })
  t.equal(status, 200)
})

t.test('what is required is asked for', async (t) => {
  const world = await mock(t)
  for (const [path, name] of [
    ['/campaigns/analytics', 'campaign_ids'],
    ['/ad_groups/analytics', 'ad_group_ids'],
    ['/product_groups/analytics', 'product_group_ids'],
    ['/pins/analytics', 'campaign_id'],
  ] as const) {
    t.match(messageOf(await report(world, path)), new RegExp(`'${name}' is a required property`))
  }
  for (const name of ['start_date', 'end_date', 'columns', 'granularity']) {
    const { status, body } = await world.get(`/analytics?${queryWithout(name)}`)
    t.equal(status, 400)
    t.match(body.message, name)
  }
})

t.test('at most 250 ids and 100 Pins are taken', async (t) => {
  const world = await mock(t)
  const ids = (count: number): string => Array.from({ length: count }, (_, id) => id + 1).join(',')
  for (const [path, name, most, more] of [
    ['/campaigns/analytics', 'campaign_ids', 250, {}],
    ['/ad_groups/analytics', 'ad_group_ids', 250, {}],
    ['/ads/analytics', 'ad_ids', 250, {}],
    ['/ads/analytics', 'pin_ids', 100, { campaign_ids: '1' }],
    ['/product_groups/analytics', 'product_group_ids', 250, {}],
    ['/pins/analytics', 'pin_ids', 100, { campaign_id: '1' }],
  ] as const) {
    t.equal((await report(world, path, { ...more, [name]: ids(most) })).status, 200)
    t.match(
      messageOf(await report(world, path, { ...more, [name]: ids(most + 1) })),
      `at most ${most} (constraint: maxItems=${most}) at ${name}`,
    )
  }
})

t.test('an ad account that does not exist is refused', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.call('GET', `/v5/ad_accounts/1/analytics?${queryWithout('')}`)
  t.equal(status, 403)
  t.equal(body.code, 29)
})

/** A query that passes, but for one parameter that it lacks. */
function queryWithout(name: string): string {
  const query = { start_date: '2026-05-20', end_date: '2026-05-21', columns: 'CTR', granularity: 'DAY' }
  const entries = Object.entries(query).filter(([one]) => one !== name)
  return new URLSearchParams(entries).toString()
}
