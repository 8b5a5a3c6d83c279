import t from 'tap'
import { recordings } from '#scripts/openapi/recordings.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const trends = async ({ call }: Mock, query = '', path = 'US/top/monthly'): Promise<readonly Json[]> =>
  (await call('GET', `/v5/trends/keywords/${path}?${query}`)).body.trends
const words = (found: readonly Json[]): readonly string[] => found.map(({ keyword }) => keyword)

t.test('a trend has its growth, and a year of weeks up to the last that is over', async (t) => {
  const [trend] = await trends(await mock(t))
  t.strictSame(Object.keys(trend).sort(), [
    'demographics',
    'has_prediction',
    'keyword',
    'pct_growth_mom',
    'pct_growth_wow',
    'pct_growth_yoy',
    'predicted_time_series',
    'time_series',
  ])
  const dates = Object.keys(trend.time_series)
  t.equal(dates.length, 52)
  t.strictSame(dates, [...dates].sort())
  t.equal(dates.at(-1), '2026-05-30')
  t.equal(dates.at(-2), '2026-05-23')
})

t.test('on the day of the recording the weeks are those that were recorded', async (t) => {
  const world = await mock(t)
  world.clock.set(Date.UTC(2026, 6, 9, 12))
  const recorded = recordings.find(({ operation }) => operation === 'trending_keywords/list')
  const series = 'trends[].time_series.'
  const dates = Object.keys(recorded?.answer ?? {}).flatMap((path) =>
    path.startsWith(series) ? path.slice(series.length) : [],
  )
  t.equal(dates.length, 52)
  for (const { time_series } of await trends(world)) t.strictSame(Object.keys(time_series), dates)
})

t.test('a week is over with its Saturday', async (t) => {
  const world = await mock(t)
  const last = async () => Object.keys((await trends(world, 'limit=1'))[0].time_series).at(-1)
  world.clock.set(Date.UTC(2026, 6, 11) - 1000)
  t.equal(await last(), '2026-07-04')
  world.clock.set(Date.UTC(2026, 6, 12) - 1000)
  t.equal(await last(), '2026-07-04')
  world.clock.set(Date.UTC(2026, 6, 12))
  t.equal(await last(), '2026-07-11')
})

t.test('what is not asked for is told to be absent: no prediction, no ages, no genders', async (t) => {
  for (const trend of await trends(await mock(t), 'include_prediction=false')) {
    t.match(trend, { has_prediction: false, demographics: null })
    t.strictSame(trend.predicted_time_series, {})
  }
})

t.test('each trend peaks at 100, and with normalize_against_group all of them together', async (t) => {
  const world = await mock(t)
  const peaks = (found: readonly Json[]) =>
    found.map(({ time_series }) => Math.max(...(Object.values(time_series) as number[])))
  t.ok(peaks(await trends(world)).every((peak) => peak === 100))
  const together = peaks(await trends(world, 'normalize_against_group=True'))
  t.equal(Math.max(...together), 100)
  t.ok(Math.min(...together) < 100)
})

t.test('there are 50 trends unless fewer are asked for, and they are the first of them', async (t) => {
  const world = await mock(t)
  const all = await trends(world)
  t.equal(all.length, 50)
  t.strictSame(await trends(world, 'limit=3'), all.slice(0, 3))
})

t.test('trends are the same on every run, and others in another region, ranking, audience or season', async (t) => {
  const [one, other] = [await mock(t), await mock(t)]
  const found = await trends(one)
  t.strictSame(await trends(other), found)
  for (const path of ['DE+AT+CH/top/monthly', 'US/top/growing', 'US/top/yearly', 'US/top/seasonal']) {
    t.notSame(words(await trends(one, '', path)), words(found), path)
  }
  t.notSame(words(await trends(one, 'genders=male')), words(found))
  t.notSame(words(await trends(one, 'ages=18-24,25-34')), words(found))
  other.clock.advance(180 * 86_400_000)
  t.notSame(words(await trends(other)), words(found))
})

t.test('the order of an audience does not matter', async (t) => {
  const world = await mock(t)
  t.strictSame(await trends(world, 'genders=male,female'), await trends(world, 'genders=female&genders=male'))
})

t.test('growing trends are ranked by growth, and the last weeks bear it out', async (t) => {
  const [first] = await trends(await mock(t), 'limit=1', 'US/top/growing')
  const volumes = Object.values(first.time_series) as number[]
  const sum = (from: number, to?: number) => volumes.slice(from, to).reduce((total, volume) => total + volume, 0)
  t.ok(sum(-13) > sum(-26, -13))
})

t.test('trends are narrowed to interests and to words', async (t) => {
  const world = await mock(t)
  const ofInterest = words(await trends(world, 'interests=wedding'))
  t.strictSame([...ofInterest].sort(), ['bridal hair', 'rustic wedding', 'wedding dress'])
  t.strictSame(words(await trends(world, 'include_keywords=Recipes,tattoo')).length, 4)
  t.strictSame(words(await trends(world, 'interests=wedding&include_keywords=dress')), ['wedding dress'])
  t.strictSame(await trends(world, 'include_keywords=nobody'), [])
})

t.test('a prediction of the next 13 weeks is told when asked for', async (t) => {
  const [trend] = await trends(await mock(t), 'include_prediction=true&limit=1')
  t.equal(trend.has_prediction, true)
  const dates = Object.keys(trend.predicted_time_series)
  t.equal(dates.length, 13)
  t.equal(dates[0], '2026-06-06')
})

t.test('a prediction is given to clients that still ask for it, with a warning in the journal', async (t) => {
  const { call } = await mock(t)
  const warned = async (query: string) => {
    const { headers } = await call('GET', `/v5/trends/keywords/US/top/monthly?${query}`)
    return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)).body
  }
  const warning = "The parameter 'include_prediction' is deprecated: version 5.28 does not have it"
  t.match(await warned('include_prediction=true'), { warnings: [warning], deprecated: [warning], ignored_fields: [] })
  t.match(await warned('limit=1'), { warnings: [], deprecated: [] })
})

t.test('what is predicted is what comes', async (t) => {
  const world = await mock(t)
  const [{ keyword, predicted_time_series }] = (await trends(world, 'include_prediction=true&limit=1')) as [Json]
  world.clock.advance(13 * 7 * 86_400_000)
  const [{ time_series }] = (await trends(world, `include_keywords=${keyword}`)) as [Json]
  const peakDay = Object.keys(predicted_time_series).find((day) => predicted_time_series[day] === 100) ?? ''
  const past = Object.keys(predicted_time_series).map((day) => time_series[day])
  t.equal(time_series[peakDay], Math.max(...past))
})

t.test('ages and genders are told when asked for, and add up', async (t) => {
  const found = await trends(await mock(t), 'include_demographics=true')
  for (const { demographics } of found) {
    for (const shares of Object.values(demographics) as Record<string, number>[]) {
      const sum = Object.values(shares).reduce((total, share) => total + share, 0)
      t.ok(Math.abs(sum - 1) < 0.2, `${sum}`)
      t.ok(Object.values(shares).every((share) => share >= 0.04))
    }
  }
})

for (const path of ['XX/top/monthly', 'US/top/daily']) {
  t.test(`there are no trends of ${path}`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('GET', `/v5/trends/keywords/${path}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: /is not one of/ })
  })
}

t.test('trends are refused what the schema does not have', async (t) => {
  const { call } = await mock(t)
  for (const query of [
    'limit=0',
    'limit=51',
    'limit=many',
    'interests=cars',
    'genders=none',
    'ages=1-2',
    'include_prediction=perhaps',
    `include_keywords=${'x'.repeat(101)}`,
    `include_keywords=${Array.from({ length: 51 }, (_, index) => index)}`,
  ]) {
    const { status, body } = await call('GET', `/v5/trends/keywords/US/top/monthly?${query}`)
    t.equal(status, 400, query)
    t.equal(body.code, 1)
  }
})
