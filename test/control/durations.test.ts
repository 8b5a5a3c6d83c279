import t from 'tap'
import { configurationOf } from '#server/config/config.ts'
import { type Json, mock, testNow } from '../support/mock.ts'

/** One duration in each form that is taken. */
const forms = ['90m', '1.5h', '1h30m', '5400s', 'PT1H30M']

/** The calls that take a duration in their body, and the seconds that they made of 90 minutes. */
const places: readonly [string, (form: string) => readonly [string, Json], (body: Json) => number][] = [
  ['the advance of a clock', (by) => ['/__mock/time/advance', { by }], ({ now }) => now - testNow],
  [
    'the expiry of a fault',
    (expires_in) => ['/__mock/faults', { expires_in, effect: 'unavailable' }],
    ({ expires, created }) => expires - created,
  ],
  ['the time to live of a world', (ttl) => ['/__mock/worlds', { ttl }], ({ ttl }) => ttl],
  [
    'the seconds of a fault',
    (retry_after) => ['/__mock/faults', { effect: { type: 'rate_limited', retry_after } }],
    ({ effect }) => effect.retry_after,
  ],
]
for (const [what, callOf, secondsOf] of places) {
  t.test(`${what} is taken in every form`, async (t) => {
    for (const form of forms) {
      const { call } = await mock(t)
      const { status, body } = await call('POST', ...callOf(form))
      t.equal(status, 200, JSON.stringify(body))
      t.equal(secondsOf(body), 5400, form)
    }
  })
}

t.test('a latency is taken in every form, and a number of it is of milliseconds', async (t) => {
  const { call } = await mock(t)
  for (const latency of ['90s', '1.5m', '1m30s', '90000ms', 'PT1M30S', 90_000]) {
    const { body } = await call('POST', '/__mock/faults', { effect: { type: 'latency', latency } })
    t.equal(body.effect.latency, 90_000, `${latency}`)
  }
})

t.test('a wait is taken in every form, and a number of it is of seconds', async (t) => {
  const { call } = await mock(t)
  for (const timeout of ['5ms', '0.005s', 'PT0.005S', 0.005]) {
    t.equal(
      (await call('POST', '/__mock/requests/wait', { match: { operation: 'pins/list' }, timeout })).status,
      422,
      `${timeout}`,
    )
  }
})

t.test('a moment of a seed is taken in every form', async (t) => {
  const { call, account, get } = await mock(t)
  const campaigns = forms.map((form) => ({
    ad_account: account,
    name: form,
    objective_type: 'AWARENESS',
    daily_spend_cap: 5_000_000,
    start_time: form,
  }))
  t.equal((await call('POST', '/__mock/seed', { campaigns })).status, 200)
  const { items } = (await get('/campaigns')).body
  t.same(
    items.map(({ start_time }: Json) => start_time - testNow),
    forms.map(() => 5400),
  )
})

t.test('a token of the options may expire some time after the start', async (t) => {
  const now = Date.now() / 1000
  for (const expires of forms) {
    const { tokens } = configurationOf({ tokens: { mine: { expires } } })
    const left = (tokens.mine?.expires ?? 0) - now
    t.ok(Math.abs(left - 5400) < 30, `${expires}: ${left}`)
  }
  t.throws(() => configurationOf({ tokens: { mine: { expires: 'soon' } } }), { message: /tokens/ })
})

for (const ttl of [0, -1, 1.5, '0s', '1500ms', 'soon']) {
  t.test(`a time to live of ${ttl} is refused`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('POST', '/__mock/worlds', { name: 'brief', ttl })
    t.equal(status, 400)
    t.match(body.message, /^Invalid request: ttl: /)
    t.equal((await call('GET', '/__mock/worlds/brief')).status, 404)
  })
}
