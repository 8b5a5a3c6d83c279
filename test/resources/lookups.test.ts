import t from 'tap'
import { type Answer, type Json, type Mock, mock } from '../helper.ts'

const metrics = async ({ call }: Mock, query = ''): Promise<readonly Json[]> =>
  (await call('GET', `/v5/resources/delivery_metrics${query}`)).body.items
const ready = ({ call }: Mock, date: string): Promise<Answer> =>
  call('GET', `/v5/resources/metrics_ready_state?date=${date}`)

t.test('countries of ad accounts have a code, a name, their money and a place', async (t) => {
  const { call } = await mock(t)
  const { items } = (await call('GET', '/v5/resources/ad_account_countries')).body
  t.strictSame(items[0], { code: 'US', name: 'United States of America', currency: 'Dollars', index: 1 })
  t.strictSame(
    items.map(({ index }: Json) => index),
    items.map((_: Json, place: number) => place + 1),
  )
})

t.test('an ad account can be created in every country that is listed', async (t) => {
  const { call } = await mock(t)
  const { items } = (await call('GET', '/v5/resources/ad_account_countries')).body
  for (const { code, name } of items) {
    const { status, body } = await call('POST', '/v5/ad_accounts', { name, country: code })
    t.equal(status, 200, code)
    t.equal(body.country, code)
  }
})

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

for (const [name, definition] of [
  ['SPEND_IN_MICRO_DOLLAR', 'What was spent, in millionths of a currency unit'],
  ['COST_PER_OUTBOUND_CLICK_IN_DOLLAR_1', 'Paid: spend divided by outbound clicks, in currency units'],
  ['IMPRESSION_1_GROSS', 'Paid: how often ads were on a screen, invalid traffic included'],
  ['VIDEO_P75_COMBINED_2', 'Earned: videos played to 75%'],
  ['TOTAL_CLICKTHROUGH', 'Total: how often people clicked a Pin'],
  ['TOTAL_VIEW_VIEW_CATEGORY', 'The number of category views after a view that ads led to'],
  [
    'TOTAL_WEB_CLICK_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
    'What checkouts on the website after a click were worth, in millionths of a currency unit',
  ],
  ['INAPP_SIGNUP_ROAS', 'The value of signups in the app divided by spend'],
  ['TOTAL_LEAD_TABLET_ACTION_TO_MOBILE_CONVERSION', 'Leads on mobile that an ad seen on tablet led to'],
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
      ['QUIZ_PIN_RESULT_OPEN', 'AD_STATUS', 'PIN_CLICK'].map((one) => found.has(one)),
    ),
    [
      [true, false, true],
      [false, true, false],
      [true, true, true],
    ],
  )
  t.equal(async_.size, 613)
  t.equal((await metrics(world, '?report_type=SYNC')).filter(({ category }) => category === 'ADS').length, 175)
})

t.test('metrics of another kind of report are refused', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/resources/delivery_metrics?report_type=WEEKLY')
  t.equal(status, 400)
  t.match(body, { code: 1, message: /is not one of/ })
})

t.test('questions of lead forms are told by name', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/resources/lead_form_questions')
  t.equal(status, 200)
  t.ok(['CUSTOM', 'EMAIL', 'ZIP_CODE'].every((name) => body.includes(name)))
  t.equal(body.length, 14)
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
