import t from 'tap'
import { type Count, RateLimiter } from '#server/domain/rate-limit/limiter.ts'

const noon = 1_780_315_200_000
const read = { category: 'ads_read', app: 'app', user: 'one', adAccount: '' }
const write = { ...read, category: 'ads_write' }
const counted = (count: Count | undefined): Count => {
  if (count === undefined) throw new Error('nothing limits the call')
  return count
}

t.test('the limit that is told is the one with the fewest calls left', async (t) => {
  const meter = new RateLimiter({ '*': { per_second: 3 }, ads_read: { per_minute: 4 } })
  t.match(meter.count(read, noon), {
    limit: { calls: 3 },
    left: 2,
    reset: 1000,
    policy: '3, 3;w=1;name="safety_net_app_id_user_id", 4;w=60;name="ads_read_app_id_user_id"',
  })
  meter.count(read, noon)
  t.match(meter.count(read, noon + 1000), { limit: { calls: 4 }, left: 1, reset: 59_000 })
})

t.test('a window lets through what it allows, refuses the next call, and ends by the clock', async (t) => {
  const meter = new RateLimiter({ ads_read: { per_minute: 2 } })
  const at = (seconds: number) => counted(meter.count(read, noon + seconds * 1000)).passes
  t.same([at(0), at(30), at(59), at(60), at(61), at(62)], [true, true, false, true, true, false])
})

t.test('a clock that goes back begins a window anew', async (t) => {
  const meter = new RateLimiter({ ads_read: { per_minute: 1 } })
  t.ok(counted(meter.count(read, noon)).passes)
  t.ok(counted(meter.count(read, noon - 60_000)).passes)
})

t.test('a call that is refused is not counted', async (t) => {
  const meter = new RateLimiter({ '*': { per_minute: 3 }, ads_write: { per_second: 1 } })
  meter.count(write, noon)
  t.notOk(counted(meter.count(write, noon)).passes)
  t.equal(counted(meter.count(read, noon)).left, 1, 'two of three are used, not three')
})

t.test('of two limits that refuse, the one that ends later is told', async (t) => {
  const meter = new RateLimiter({ '*': { per_second: 1 }, ads_read: { per_day: 1 } })
  meter.count(read, noon)
  t.match(meter.count(read, noon), { passes: false, limit: { window: 'per_day' }, reset: 43_200_000 })
})

t.test('a call that comes again before the window ends is told from the first that was refused', async (t) => {
  const meter = new RateLimiter({ ads_read: { per_minute: 0 } })
  const refusedBefore = (milliseconds: number) => {
    const count = counted(meter.count(read, noon + milliseconds))
    count.refuse()
    return count.refusedBefore
  }
  t.same([refusedBefore(0), refusedBefore(1), refusedBefore(60_000)], [false, true, false])
})

t.test('users are counted apart under standard, and as one app under trial', async (t) => {
  const other = { ...read, user: 'two' }
  for (const [tier, left] of [
    ['standard', 99],
    ['trial', 998],
  ] as const) {
    const meter = new RateLimiter(tier)
    meter.count(read, noon)
    t.equal(counted(meter.count(other, noon)).left, left, tier)
  }
})

t.test('conversions are counted for each ad account, and by themselves', async (t) => {
  const meter = new RateLimiter('trial')
  const events = (adAccount: string) => ({ ...read, category: 'ads_conversions', adAccount })
  meter.count(read, noon)
  meter.count(events('1'), noon)
  t.match(meter.count(events('1'), noon), {
    policy: '1000, 1000;w=86400;name="ads_conversions_app_id_ad_account_id"',
    left: 998,
  })
  t.equal(counted(meter.count(events('2'), noon)).left, 999)
})

t.test('the first number is the smallest limit, whichever is the nearest to refusing', async (t) => {
  const meter = new RateLimiter({ '*': { per_second: 3 }, ads_read: { per_minute: 4 } })
  for (const second of [0, 1, 2]) {
    const { policy } = counted(meter.count(read, noon + second * 1000))
    t.match(policy, /^3, 3;w=1;/, `the call of second ${second}`)
  }
})

t.test('a call that is taken back leaves as many as before, and one that was refused gives none back', async (t) => {
  const meter = new RateLimiter({ ads_read: { per_minute: 2 } })
  counted(meter.count(read, noon)).refund()
  t.same([counted(meter.count(read, noon)).left, counted(meter.count(read, noon)).left], [1, 0])
  counted(meter.count(read, noon)).refund()
  t.notOk(counted(meter.count(read, noon)).passes)
})

t.test('a call that is taken back in the next window does not make that larger', async (t) => {
  const meter = new RateLimiter({ ads_read: { per_minute: 2 } })
  const before = counted(meter.count(read, noon))
  meter.count({ ...read, user: 'two' }, noon + 60_000)
  before.refund()
  before.refund()
  t.equal(counted(meter.count(read, noon + 60_000)).left, 1)
})

t.test('one operation may have a limit of its own, which its category shares in', async (t) => {
  const meter = new RateLimiter('standard')
  const report = { ...read, category: 'ads_analytics', operation: 'analytics/get_report' }
  const other = { ...report, operation: 'analytics/create_report' }
  t.equal(
    counted(meter.count(report, noon)).policy,
    '100, 100;w=1;name="safety_net_app_id_user_id", 300;w=60;name="ads_analytics_app_id_user_id", 800;w=60;name="analytics_get_report_app_id"',
  )
  t.match(meter.count(other, noon), {
    policy: '100, 100;w=1;name="safety_net_app_id_user_id", 300;w=60;name="ads_analytics_app_id_user_id"',
    left: 98,
  })
})

t.test('what no limit names is not counted', async (t) => {
  t.equal(new RateLimiter({ ads_write: { per_day: 1 } }).count(read, noon), undefined)
})

t.test('what is off counts beyond the limit, and refuses nothing', async (t) => {
  const meter = new RateLimiter('off')
  for (let call = 0; call < 150; call++) t.ok(counted(meter.count(read, noon)).passes)
  t.match(meter.count(read, noon), { passes: true, left: 0 })
})
