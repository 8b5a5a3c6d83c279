import t from 'tap'
import { type Json, mock, testNow } from '../support/mock.ts'

t.test('the time is read in Unix seconds and as ISO 8601', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/__mock/time')
  t.strictSame(body, { now: testNow, iso: '2026-06-01T12:00:00.000Z', frozen: true })
})

t.test('it is frozen at a moment, and stays there', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/time/freeze', { at: '2030-01-01T00:00:00+02:00' })
  t.strictSame(body, { now: 1_893_448_800, iso: '2029-12-31T22:00:00.000Z', frozen: true })
})

t.test('it is set in Unix seconds, and goes on from there when it ticks', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/time/tick')
  const { body } = await call('POST', '/__mock/time/set', { to: 1_900_000_000 })
  t.equal(body.frozen, false)
  t.ok(body.now - 1_900_000_000 <= 1)
})

t.test('it is advanced by a duration, and back by a negative one', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('POST', '/__mock/time/advance', { by: 'P7D' })).body.now, testNow + 7 * 86_400)
  t.equal((await call('POST', '/__mock/time/advance', { by: '-P8D' })).body.now, testNow - 86_400)
})

t.test('a duration can be short, and have milliseconds', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('POST', '/__mock/time/advance', { by: '7d' })).body.now, testNow + 7 * 86_400)
  t.equal((await call('POST', '/__mock/time/advance', { by: '-1w1h30m' })).body.now, testNow - 5400)
  t.equal((await call('POST', '/__mock/time/advance', { by: '250ms' })).body.iso, '2026-06-01T10:30:00.250Z')
})

t.test('what depends on the time follows it: a campaign starts and ends', async (t) => {
  const { call, create, get } = await mock(t)
  const { id } = await create('/campaigns', {
    name: 'Campaign',
    objective_type: 'AWARENESS',
    daily_spend_cap: 10_000_000,
    start_time: testNow + 86_400,
    end_time: testNow + 3 * 86_400,
  })
  const states: string[] = []
  for (const by of ['P0D', 'P1D', 'P2D']) {
    await call('POST', '/__mock/time/advance', { by })
    states.push((await get(`/campaigns/${id}`)).body.summary_status)
  }
  t.same(states, ['NOT_STARTED', 'RUNNING', 'COMPLETED'])
})

t.test('new entities are created at that time', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/time/freeze', { at: 1_900_000_000 })
  t.equal((await call('POST', '/v5/ad_accounts', { name: 'Later' })).body.created_time, 1_900_000_000)
})

t.test("a world's time outlives the process in its file", async (t) => {
  const dataDir = t.testdir({})
  const first = await mock(t, { dataDir })
  await first.call('POST', '/__mock/time/freeze', { at: 1_900_000_000 })
  await first.app.close()
  const second = await mock(t, { dataDir })
  t.match((await second.call('GET', '/__mock/time')).body, { now: 1_900_000_000, frozen: true })
})

t.test('a reset starts the time afresh', async (t) => {
  const { call } = await mock(t, { ownClocks: true })
  await call('POST', '/__mock/time/freeze', { at: 1_900_000_000 })
  await call('POST', '/__mock/reset')
  t.equal((await call('GET', '/__mock/time')).body.frozen, false)
})

t.test("one world's time leaves the others'", async (t) => {
  const { call } = await mock(t, { ownClocks: true })
  await call('POST', '/w/one/__mock/time/freeze', { at: 1_900_000_000 })
  t.equal((await call('GET', '/w/one/__mock/time')).body.now, 1_900_000_000)
  t.not((await call('GET', '/w/two/__mock/time')).body.now, 1_900_000_000)
})

const violations: readonly [string, string, Json, RegExp][] = [
  ['a duration that is none', '/advance', { by: 'a week' }, /"a week" is not a duration/],
  ['a date without a zone', '/freeze', { at: '2030-01-01T00:00:00' }, /at/],
  ['a moment before 1970', '/set', { to: -1 }, /to/],
  ['a field that is not known', '/advance', { by: 'P1D', days: 2 }, /days/],
  ['no body', '/advance', undefined, /Invalid request/],
]

for (const [what, path, body, message] of violations) {
  t.test(`${what} is refused, and the time stays`, async (t) => {
    const { call } = await mock(t)
    t.match(await call('POST', `/__mock/time${path}`, body), { status: 400, body: { code: 1, message } })
    t.equal((await call('GET', '/__mock/time')).body.now, testNow)
  })
}
