import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'
import { meets } from './oracle.ts'

const runs = Number(process.env.MATCH_RUNS ?? 400)
const account = '549755885262'
const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

/** Calls of every kind: passed, refused, of no operation, with and without bodies, parameters, headers and faults. */
async function record({ call }: Mock): Promise<void> {
  const campaigns = `/v5/ad_accounts/${account}/campaigns`
  const headers = { 'user-agent': 'sdk/1.2 (node)', 'x-trace': 'a*b' }
  await call('POST', '/__mock/faults', { match: { query: { order: 'DESCENDING' } }, effect: 'status=503' })
  for (const name of ['Sale', 'Other']) {
    await call('POST', campaigns, [{ ...campaign, name }])
    await call('POST', campaigns, [{ ...campaign, name, colour: 'red', daily_spend_cap: 0 }], headers)
    await call('POST', campaigns, { name })
    await call('POST', '/v5/boards', { name })
  }
  for (const query of ['', '?page_size=25', '?page_size=25&order=ASCENDING', '?order=DESCENDING', '?pagesize=1']) {
    await call('GET', campaigns + query, undefined, query === '' ? {} : headers)
  }
  for (const path of [
    '/boards',
    '/nowhere',
    `/ad_accounts/${account}`,
    '/ad_accounts/1/ads',
    '/pins?ad_account_id=7',
  ]) {
    await call('GET', `/v5${path}`)
  }
  await call('PATCH', campaigns, [{ id: '1', status: 'PAUSED' }])
  await call('PUT', campaigns, [])
  await call('DELETE', '/v5/boards/1')
}

const some = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values)
const value = some<Json>('Sale', 'Other', 'sale', 0, 1_000_000, null, true, [], ['Sale'], { name: 'Sale' }, campaign)

const criteria = {
  operation: some(
    'campaigns/create',
    'campaigns/list',
    'campaigns/update',
    'boards/create',
    'ads/list',
    'campaigns/lst',
  ),
  method: some('GET', 'post', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'GOT'),
  path: some('/ad_accounts/*/campaigns', '*/campaigns', '/boards*', '*', '/v5/*', '/nowhere', '/campaigns', '*/1*'),
  ad_account: some(account, '1', '7', '549755885263'),
  query: fc.dictionary(
    some('page_size', 'order', 'pagesize', 'bookmark', 'access_token'),
    some<Json>('25', 25, '2*', 'ASC*', '*', '', null, true),
    { minKeys: 1, maxKeys: 2 },
  ),
  headers: fc.dictionary(
    some('user-agent', 'User-Agent', 'x-trace', 'authorization', 'from', 'user agent'),
    some<Json>('sdk/*', '*(node)', 'Bearer *', 'Bearer test', '*', null, 'a*'),
    { minKeys: 1, maxKeys: 2 },
  ),
  body_contains: some('Sale', '"name":"Other"', 'colour', 'x', 'pina_abcdefgh'),
  body_path: some('[*].name', '[0].name', 'name', '[*]', '[*].colour', '[*].name.x', '[1]', '*'),
  body_equals: value,
  status: some<Json>(200, '2xx', '4xx', 404, 405, 503, '400'),
  rule: some('request.path', 'request.schema', 'campaign.budget.required', 'request.method'),
  warnings: fc.boolean(),
  faults: fc.boolean(),
}

const names = Object.keys(criteria) as (keyof typeof criteria)[]

/** One to three criteria: with many at once, nearly nothing matches. */
const match = fc
  .tuple(fc.record(criteria), fc.shuffledSubarray(names, { minLength: 1, maxLength: 3 }))
  .map(([values, chosen]): Json => Object.fromEntries(chosen.map((name) => [name, values[name]])))

t.test('a match is refused with a reason, or finds what a naive search finds', async (t) => {
  const world = await mock(t, { seed: 'small' })
  await record(world)
  const { items: all } = (await world.call('GET', '/__mock/requests?limit=1000')).body
  const seen = { refused: 0, found: 0, empty: 0 }
  await fc.assert(
    fc.asyncProperty(match, async (chosen) => {
      const { status, body } = await world.call('POST', '/__mock/requests/find', { match: chosen, limit: 1000 })
      if (status === 400) {
        seen.refused++
        return /\w/.test(body.message)
      }
      const expected = all.filter((request: Json) => meets(request, chosen)).map(({ id }: Json) => id)
      seen[expected.length > 0 ? 'found' : 'empty']++
      return status === 200 && JSON.stringify(expected) === JSON.stringify(body.items.map(({ id }: Json) => id))
    }),
    { numRuns: runs },
  )
  t.ok(seen.refused > runs / 10 && seen.found > runs / 10 && seen.empty > 0, JSON.stringify(seen))
})

t.test('a fault that is not refused strikes what the journal then finds by the same match', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  await fc.assert(
    fc.asyncProperty(match, async (chosen) => {
      const { status: _, rule: __, warnings: ___, faults: ____, ...ofCalls } = chosen
      await call('DELETE', '/__mock/faults')
      await call('DELETE', '/__mock/requests')
      const { status } = await call('POST', '/__mock/faults', { match: ofCalls, effect: 'latency=0' })
      if (status === 400) return true
      const campaigns = `/v5/ad_accounts/${account}/campaigns`
      const headers = { 'user-agent': 'sdk/1.2 (node)' }
      await call('GET', `${campaigns}?page_size=25&order=ASCENDING`, undefined, headers)
      await call('POST', campaigns, [{ ...campaign, daily_spend_cap: 0, colour: 'red' }], headers)
      const { items } = (await call('GET', '/__mock/requests')).body
      return items.every((request: Json) => meets(request, ofCalls) === request.faults.length > 0)
    }),
    { numRuns: Math.ceil(runs / 4) },
  )
})
