import t from 'tap'
import { delivered, rowsOf, sumOf } from '#test/fixtures/analytics.ts'
import { type Json, mock } from '#test/support/mock.ts'

const zoned = { reporting_timezone: 'AD_ACCOUNT_TIME_ZONE' } as const

t.test("days are the ad account's when its time zone is asked for, and hours of UTC make them", async (t) => {
  const world = await mock(t)
  await delivered(world, { days: 5 })
  // The account is in New York, where a day of June begins at 4 in UTC.
  const [day] = await rowsOf(world, '/analytics', { from: -2, to: -2, ...zoned })
  const hours = await rowsOf(world, '/analytics', { from: -2, to: -1, granularity: 'HOUR' })
  const part = hours.slice(4, 28)
  t.equal(part[0].DATE.slice(11), '04:00:00')
  t.equal(day.SPEND_IN_MICRO_DOLLAR, sumOf(part, 'SPEND_IN_MICRO_DOLLAR'))
  const [utc] = await rowsOf(world, '/analytics', { from: -2, to: -2, reporting_timezone: 'PINTEREST_TIME_ZONE' })
  t.strictSame(utc, (await rowsOf(world, '/analytics', { from: -2, to: -2 }))[0], 'UTC is what is meant otherwise')
  t.not(utc.SPEND_IN_MICRO_DOLLAR, day.SPEND_IN_MICRO_DOLLAR)
})

t.test('hours are those that clocks of the zone show', async (t) => {
  const world = await mock(t)
  await delivered(world, { days: 5 })
  const local = await rowsOf(world, '/analytics', { from: -2, to: -2, granularity: 'HOUR', ...zoned })
  const utc = await rowsOf(world, '/analytics', { from: -2, to: -1, granularity: 'HOUR' })
  t.equal(local.length, 24)
  const bare = ({ DATE: _, ...row }: Json): Json => row
  t.strictSame(local.map(bare), utc.slice(4, 28).map(bare))
  t.equal(local[0].DATE.slice(11), '00:00:00')
})

t.test('a day on which clocks are set is an hour longer', async (t) => {
  const world = await mock(t)
  world.clock.set(Date.parse('2026-10-28T12:00:00Z'))
  await delivered(world, { days: 8 })
  // On 1 November clocks in New York are set back: the day has the hours from 4 to 29 in UTC.
  const query = 'start_date=2026-11-01&end_date=2026-11-01&columns=PAID_IMPRESSION&granularity=DAY'
  const { body } = await world.get(`/analytics?${query}&reporting_timezone=AD_ACCOUNT_TIME_ZONE`)
  const { body: hours } = await world.get(
    '/analytics?start_date=2026-11-01&end_date=2026-11-02&columns=PAID_IMPRESSION&granularity=HOUR',
  )
  t.equal(body[0].PAID_IMPRESSION, sumOf(hours.slice(4, 29), 'PAID_IMPRESSION'))
})
