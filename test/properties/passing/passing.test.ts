import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 60)

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const amount = fc.constantFrom(0, 5, 999_999, 1_000_000, 20_000_000, null, '7' as unknown as number)
const time = fc.constantFrom(-1, 0, testNow - 60, testNow + 60, testNow + 86_400, null)
const flag = maybe(fc.constantFrom(true, false, null))

/** Campaigns, most of which some rule or the schema refuses. */
const campaign = fc.record({
  name: fc.constantFrom('Sale', '', 5 as unknown as string),
  objective_type: fc.constantFrom('AWARENESS', 'CONSIDERATION', 'APP_INSTALL', 'LEADS', 'FAME'),
  status: maybe(fc.constantFrom('ACTIVE', 'PAUSED', 'DRAFT', 'ARCHIVED')),
  daily_spend_cap: maybe(amount),
  lifetime_spend_cap: maybe(amount),
  start_time: maybe(time),
  end_time: maybe(time),
  app_id: maybe(fc.constantFrom('1', null)),
  order_line_id: maybe(fc.constantFrom('0', '123')),
  is_campaign_budget_optimization: flag,
  is_flexible_daily_budgets: flag,
  is_automated_campaign: flag,
  is_performance_plus: flag,
  is_top_of_search: flag,
})

const sendable = (item: object): object => JSON.parse(JSON.stringify(item))

/** Why a call was refused, as `why` says it. */
async function reasonsFor({ call }: Mock, headers: Json): Promise<Json> {
  return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)).body.reasons
}

t.test('whatever is refused, the request that is said to pass passes', async (t) => {
  const world = await mock(t, { seed: 'small' })
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(campaign, { minLength: 1, maxLength: 3 }), async (items) => {
      const { headers } = await world.post('/campaigns', items.map(sendable))
      if (headers['x-mock-rules'] === undefined) return true
      const [{ passing_request: passing, no_passing_request: reason }] = await reasonsFor(world, headers)
      if (passing === null) return typeof reason === 'string'
      found++
      const sent = await world.call(passing.method, passing.path, passing.body)
      return sent.status === 200 && sent.headers['x-mock-rules'] === undefined
    }),
    { numRuns: runs },
  )
  t.ok(found > runs / 2, `${found} of ${runs} have one`)
})
