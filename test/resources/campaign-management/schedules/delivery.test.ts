import t from 'tap'
import { delivered, pass, rowsOf } from '#test/fixtures/analytics.ts'
import { day, scheduled, tryReschedule } from '#test/fixtures/schedules.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** What a campaign spent on each day, in micro-currency. */
async function spending(world: Mock, { id }: Json): Promise<readonly number[]> {
  const rows = await rowsOf(world, '/campaigns/analytics', { campaign_ids: id })
  return rows.map(({ SPEND_IN_MICRO_DOLLAR }) => SPEND_IN_MICRO_DOLLAR)
}

/** A campaign of which the budget is what bounds its spending, from the start of a day on. */
async function bounded(world: Mock): Promise<Json> {
  const { campaign } = await delivered(world, { days: 0, campaign: { daily_spend_cap: 1_000_000 } })
  return campaign
}

t.test('ads spend the higher budget while a schedule is active, and the usual one before and after it', async (t) => {
  const world = await mock(t)
  const campaign = await bounded(world)
  const midnight = world.now + day / 2
  const times = { start_timestamp: midnight + day, end_timestamp: midnight + 2 * day }
  await scheduled(world, { ...times, delta_value: '10000' }, campaign)
  pass(world, 5)
  const [, before = 0, during = 0, after = 0] = await spending(world, campaign)
  t.ok(before > 900_000 && before <= 1_000_000, `the day before: ${before}`)
  t.ok(during > 1_900_000 && during <= 2_000_000, `the day of it: ${during}`)
  t.ok(after > 900_000 && after <= 1_000_000, `the day after: ${after}`)
})

t.test('what was delivered stays when a schedule is canceled', async (t) => {
  const world = await mock(t)
  const campaign = await bounded(world)
  const schedule = await scheduled(world, { end_timestamp: world.now + 9 * day, delta_value: '30000' }, campaign)
  pass(world, 4)
  const before = await spending(world, campaign)
  await tryReschedule(world, schedule, { schedule_status: 'CANCELED' })
  t.strictSame(await spending(world, campaign), before, 'the past is as it was')
  pass(world, 3)
  const later = await spending(world, campaign)
  t.strictSame(later.slice(0, before.length - 1), before.slice(0, -1))
  t.ok(
    later.slice(before.length).every((spent) => spent <= 1_000_000),
    `and then it spends its own budget: ${later}`,
  )
  t.ok(Math.max(...before) > 3_000_000, `while it was active it spent four times as much: ${before}`)
})

t.test('what is answered of a moment does not depend on schedules that come after it', async (t) => {
  const world = await mock(t)
  const campaign = await bounded(world)
  pass(world, 3)
  const before = await spending(world, campaign)
  const start_timestamp = world.now + 4 * day
  await scheduled(world, { start_timestamp, end_timestamp: start_timestamp + day }, campaign)
  t.strictSame(await spending(world, campaign), before)
})
