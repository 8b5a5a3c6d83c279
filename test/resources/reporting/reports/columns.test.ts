import t from 'tap'
import { conversionTypes } from '#server/domain/delivery/conversion-types.ts'
import { emptyReasons } from '#server/domain/delivery/empty-columns.ts'
import { asyncColumns } from '#server/domain/reference/async-columns.ts'
import { absentReasons, reportAttributes } from '#server/resources/reporting/reports/attributes.ts'
import { productItemColumns } from '#server/resources/reporting/reports/product-item-columns.ts'
import { checkout, hashed } from '#test/fixtures/events.ts'
import { everything } from '#test/fixtures/every-format.ts'
import { apply, labelIn } from '#test/fixtures/labels.ts'
import { daysAgo, fileOf, rowsOf } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const levels = ['ADVERTISER', 'CAMPAIGN', 'PIN_PROMOTION', 'PRODUCT_GROUP']
const days = { start_date: daysAgo(0), end_date: daysAgo(-80), granularity: 'TOTAL' }
const windows = { click_window_days: 60, engagement_window_days: 60, view_window_days: 60 }
const reasons: Readonly<Record<string, string>> = { ...absentReasons, ...emptyReasons }

/** Conversions of every type, each with a value: by many people, anywhere, with a click and without. */
async function sendValues({ post, clock }: Mock): Promise<void> {
  const event_time = Math.floor(clock.milliseconds() / 1000) - 60
  const events = conversionTypes.flatMap(({ name: event_name }) =>
    ['web', 'app_ios', 'offline'].flatMap((action_source) =>
      Array.from({ length: 20 }, (_, person) => ({
        ...checkout,
        event_name,
        action_source,
        event_time,
        event_id: `${event_name}-${action_source}-${person}`,
        custom_data: { value: '5.00', currency: 'USD' },
        user_data: {
          em: [person.toString(16).padStart(2, '0') + hashed.slice(2)],
          ...(person === 0 && { click_id: 'click' }),
        },
      })),
    ),
  )
  const { status, body } = await post('/events', { data: events })
  if (status !== 200) throw new Error(JSON.stringify(body).slice(0, 1000))
}

t.test('every column has a value where there is everything, or none for a reason', async (t) => {
  const world = await mock(t)
  await world.call('PUT', '/__mock/delivery', { accounts: { '*': { factor: 8 } } })
  const { campaign } = await everything(world)
  await apply(world, await labelIn(world, 'Spring'), [campaign.id])
  await sendValues(world)
  const rows: Json[] = [...(await rowsOf(world, { ...days, ...windows, level: 'ADVERTISER', columns: asyncColumns }))]
  const attributes = asyncColumns.filter((name) => name in reportAttributes)
  for (const level of levels) rows.push(...(await rowsOf(world, { ...days, level, columns: attributes })))
  t.equal(asyncColumns.length, 613)
  // Those of product items are in reports of product items alone.
  const ofLevels = asyncColumns.filter((name) => !(name in productItemColumns))
  t.same(
    ofLevels.filter((name) => rows.every((row) => row[name] === undefined)),
    ofLevels.filter((name) => reasons[name] !== undefined),
  )
})

t.test('in CSV every column has a cell in each row', async (t) => {
  const world = await mock(t, { seed: 'small' })
  for (const level of levels) {
    const file = await fileOf(world, { level, columns: asyncColumns, report_format: 'CSV' })
    const [names = '', ...lines] = file.trim().split('\n')
    t.ok(lines.length > 0)
    for (const line of lines) t.equal(line.replaceAll(/"[^"]*"/g, '').split(',').length, names.split(',').length)
  }
})
