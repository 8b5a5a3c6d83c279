import { readFileSync } from 'node:fs'
import t from 'tap'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const metrics = async ({ call }: Mock, query = ''): Promise<readonly Json[]> =>
  (await call('GET', `/v5/resources/delivery_metrics${query}`)).body.items
const ready = ({ call }: Mock, date: string): Promise<Answer> =>
  call('GET', `/v5/resources/metrics_ready_state?date=${date}`)

t.test('a metric has a name, a definition, a display name and a category', async (t) => {
  const found = await metrics(await mock(t))
  t.strictSame(
    found.find(({ name }) => name === 'AD_GROUP_ID'),
    { name: 'AD_GROUP_ID', definition: 'The ID of the ad group', display_name: 'Ad group ID', category: 'ADS' },
  )
  t.match(
    found.find(({ name, category }) => name === 'SAVE' && category === 'ORGANIC'),
    { display_name: 'Saves' },
  )
})

t.test('every metric is told once in its category, in words and not in its own name', async (t) => {
  const found = await metrics(await mock(t))
  t.equal(new Set(found.map(({ name, category }) => `${category} ${name}`)).size, found.length)
  t.strictSame(
    found.filter(({ definition, display_name }) => definition === display_name || /_|undefined/.test(definition)),
    [],
  )
})

t.test('metrics are those that were recorded, in the order of their names', async (t) => {
  const rows = readFileSync(new URL('../../../recorded/delivery-metrics.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const recorded = rows.slice(1).map((row) => row.split('\t'))
  t.equal(recorded.length, 716)
  const found = await metrics(await mock(t), '?entity_type=CAMPAIGN')
  t.strictSame(
    found.map(({ name, category, display_name }) =>
      display_name === undefined ? [name, category, 'no display_name'] : [name, category],
    ),
    recorded,
  )
  t.strictSame(
    found.filter(({ name }) => name === 'ENGAGEMENT_RATE').map(({ category }) => category),
    ['ADS', 'ORGANIC'],
  )
})

t.test('an entity type is taken, as in the recorded call, and leaves nothing out', async (t) => {
  const { call } = await mock(t)
  const all = await call('GET', '/v5/resources/delivery_metrics')
  const some = await call('GET', '/v5/resources/delivery_metrics?entity_type=CAMPAIGN')
  t.strictSame(some.body, all.body)
  const entry = await call('GET', `/__mock/requests/${some.headers['x-mock-request-id']}`)
  t.strictSame(entry.body.warnings, [])
})

for (const [name, definition] of [
  ['SPEND_IN_MICRO_DOLLAR', 'What was spent, in millionths of a currency unit'],
  ['COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1', 'Paid: spend divided by outbound clicks, in currency units'],
  ['IMPRESSION_1_GROSS', 'Paid: how often ads were on a screen, invalid traffic included'],
  ['VIDEO_P75_COMBINED_2', 'Earned: videos played to 75%'],
  ['TOTAL_CLICKTHROUGH', 'Total: how often people clicked a Pin'],
  ['TOTAL_VIEW_VIEW_CONTENT', 'The number of content views after a view that ads led to'],
  [
    'TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
    'What checkouts on the website after a click were worth, in millionths of a currency unit',
  ],
  ['WEB_CHECKOUT_ROAS', 'The value of checkouts on the website divided by spend'],
  ['SPEND_IN_MICRO_US_DOLLAR', 'What was spent, in millionths of a US dollar'],
  ['TOTAL_VIEW_VIEW_CONTENT_QUANTITY', 'How many items there were in content views after a view'],
  ['OFFLINE_START_TRIAL_COST_PER_ACTION', 'Spend divided by begun trials offline'],
  ['INAPP_SKAN_APP_INSTALL', 'The number of app installs by SKAdNetwork in the app that ads led to'],
  ['ADE_TOTAL_CONVERSIONS', 'The number of %s events that ads led to'],
  ['ADE_TOTAL_WEB_CLICK', 'The number of %s events on the website after a click that ads led to'],
  [
    'ADE_TOTAL_WEB_CLICK_VALUE_IN_MICRO_DOLLAR',
    'What %s events on the website after a click were worth, in millionths of a currency unit',
  ],
] as const) {
  t.test(`the definition of ${name} is put together from the parts of its name`, async (t) => {
    const found = (await metrics(await mock(t))).find((metric) => metric.name === name)
    t.equal(found.definition, definition)
  })
}

t.test('metrics are those of synchronous analytics, of reports, or of both', async (t) => {
  const world = await mock(t)
  const names = async (query: string) => new Set((await metrics(world, query)).map(({ name }) => name))
  const [sync, async_, both] = [await names('?report_type=SYNC'), await names('?report_type=ASYNC'), await names('')]
  t.strictSame(
    [sync, async_, both].map((found) =>
      ['QUIZ_PIN_RESULT_OPEN', 'APP_INSTALL_ROAS', 'PIN_CLICK'].map((one) => found.has(one)),
    ),
    [
      [true, false, true],
      [false, true, false],
      [true, true, true],
    ],
  )
  t.ok(async_.has('TOTAL_WEB_START_TRIAL'), 'what is newer than the lists of columns is told of reports')
  t.ok(
    [...sync, ...async_].every((name) => both.has(name)),
    'a kind of report leaves rows out, and adds none',
  )
})

t.test('metrics of another kind of report are refused', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/resources/delivery_metrics?report_type=WEEKLY')
  t.equal(status, 400)
  t.match(body, { code: 1, message: /is not one of/ })
})

t.test(
  "a day's figures become final by the clock: 12 hours after it is over, conversions 48 hours after",
  async (t) => {
    const world = await mock(t)
    const state = async () => Object.values((await ready(world, '2026-05-31')).body)
    const hours = (count: number) => world.clock.advance(count * 3_600_000)
    hours(-1)
    t.strictSame((await ready(world, '2026-05-31')).body, {
      conversion_metrics_ready: false,
      non_conversion_metrics_ready: false,
    })
    hours(1)
    t.strictSame(await state(), [false, true])
    hours(35)
    t.strictSame(await state(), [false, true])
    hours(1)
    t.strictSame(await state(), [true, true])
  },
)

t.test('a day to come is not ready', async (t) => {
  t.notOk(Object.values((await ready(await mock(t), '2026-06-02')).body).some((isReady) => isReady))
})

for (const date of ['2026-6-1', '01-06-2026', '2026-06-01T00:00:00Z', 'today', '2026-02-30', '2026-13-01']) {
  t.test(`the day ${date} is refused`, async (t) => {
    const { status, body } = await ready(await mock(t), date)
    t.equal(status, 400)
    t.equal(body.code, 1)
    t.ok(body.message.includes(`'${date}'`), body.message)
  })
}

t.test('a day is required', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/resources/metrics_ready_state')
  t.equal(status, 400)
  t.match(body, { code: 1, message: /'date' is a required property/ })
})
