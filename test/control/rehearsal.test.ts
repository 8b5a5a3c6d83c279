import t, { type Test } from 'tap'
import { awareness } from '../fixtures/campaigns.ts'
import { type Json, type Mock, type MockOptions, mock } from '../support/mock.ts'

const campaigns = (account: string): string => `/v5/ad_accounts/${account}/campaigns`

/** A server of which the default world is answered as one version and rehearses the other. */
async function rehearsing(t: Test, rehearse: '5.23' | '5.28', options: MockOptions = {}): Promise<Mock> {
  const world = await mock(t, { ...options, target: { rehearse, api_version: rehearse === '5.28' ? '5.23' : '5.28' } })
  await world.call('DELETE', '/__mock/requests')
  return world
}

async function rehearsal({ call }: Mock, query = ''): Promise<Json> {
  const { body } = await call('GET', `/__mock/report${query}`)
  return body.rehearsals[0]
}

/** What was found of an operation: the difference, where, and of which value. */
const found = ({ operations }: Json, id: string): Json =>
  operations
    .find(({ operation }: Json) => operation === id)
    ?.differences.map(({ difference, at, value }: Json) => [difference, at, value])

t.test('nothing is compared unless a version is rehearsed', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/v5/ad_accounts')
  t.strictSame((await call('GET', '/__mock/report')).body.rehearsals, [])
})

t.test('going back to 5.23: operations, fields, values and responses that it does not have', async (t) => {
  const world = await rehearsing(t, '5.23')
  const { call, account } = world
  await call('GET', `/v5/ad_accounts/${account}/schedules?entity_ids=1`)
  await call('POST', campaigns(account), [{ ...awareness, objective_type: 'SALES', is_top_of_search: false }])
  await call('GET', '/v5/pins?creative_types=REGULAR,APP&domain=example.com')
  const report = await rehearsal(world)
  t.same(found(report, 'schedules/list'), [['unknown-operation', '', null]])
  t.same(found(report, 'pins/list'), [
    ['ignored-parameter', 'domain', null],
    ['refused-value', 'creative_types.[]', "'APP'"],
  ])
  const ways = found(report, 'campaigns/create')
  for (const way of [
    ['required-field', '[].ad_account_id', null],
    ['ignored-field', '[].is_top_of_search', null],
    ['refused-value', '[].objective_type', "'SALES'"],
    ['absent-from-response', 'items.[].data.intended_promotion_type', null],
  ]) {
    t.ok(
      ways.some((one: Json) => JSON.stringify(one) === JSON.stringify(way)),
      String(way),
    )
  }
  t.match(report, { version: '5.23', different: report.breaking })
})

t.test('a call that both versions answer alike differs in nothing', async (t) => {
  const world = await rehearsing(t, '5.23')
  await world.call('GET', '/v5/user_account')
  await world.call('GET', '/v5/nowhere')
  t.match(await rehearsal(world), { calls: 1, different: 0, breaking: 0, operations: [] })
})

t.test('going on to 5.28: what is added breaks nothing, and what was taken away does', async (t) => {
  const world = await rehearsing(t, '5.28')
  const { call, account } = world
  const sent = { ...awareness, ad_account_id: account }
  await call('POST', campaigns(account), [{ ...sent, intended_promotion_type: 'STANDARD_AD' }])
  await call('POST', campaigns(account), [awareness])
  await call('POST', campaigns(account), [{ ...sent, objective_type: 'SALES' }])
  await call('GET', `/v5/ad_accounts/${account}/schedules?entity_ids=1`)
  const before = await rehearsal(world)
  t.match(before, { version: '5.28', calls: 4, breaking: 0 })
  const ways = found(before, 'campaigns/create').map(([difference, at]: Json) => `${difference} ${at}`)
  for (const way of [
    'used-field [].intended_promotion_type',
    'optional-field [].ad_account_id',
    'accepted-value [].objective_type',
    'added-to-response items.[].data.intended_promotion_type',
  ]) {
    t.ok(ways.includes(way), way)
  }
  t.same(found(before, 'schedules/list'), [['new-operation', '', null]])

  await call('POST', `/v5/ad_accounts/${account}/labels`, {
    parent_id: '1',
    labels: [{ label_type: null, value: 'a' }],
  })
  const after = await rehearsal(world)
  t.equal(after.breaking, 1)
  t.same(found(after, 'labels/create'), [
    ['ignored-field', 'parent_id', null],
    ['refused-value', 'labels.[].label_type', 'null'],
  ])
})

t.test('each difference has its number, its first requests and an example', async (t) => {
  const world = await rehearsing(t, '5.23')
  const { call, account } = world
  await call('GET', campaigns(account))
  await call('POST', campaigns(account), [awareness])
  for (let time = 0; time < 7; time++) await call('GET', `${campaigns(account)}?page_size=100`)
  const { operations } = await rehearsal(world)
  const lists = operations.find(({ operation }: Json) => operation === 'campaigns/list')
  t.match(lists, { calls: 7, example: { method: 'GET', url: `${campaigns(account)}?page_size=100` } })
  const [first] = lists.differences
  t.match(first, { count: 7, breaking: true, message: /^5\.23 returns no 'items\.\[\]\./ })
  t.equal(first.requests.length, 5)
  t.equal(lists.example.request, first.requests[0])
})

t.test('it is right after more calls than the journal remembers, and after resets', async (t) => {
  const world = await rehearsing(t, '5.23', { journal: 3 })
  const { call, account } = world
  const create = () => call('POST', campaigns(account), [awareness])
  for (let time = 0; time < 10; time++) await create()
  t.match(await rehearsal(world), { different: 10, breaking: 10 })
  await call('POST', '/__mock/reset')
  t.equal(await rehearsal(world), undefined)
  t.match(await rehearsal(world, '?world=all'), { different: 10 })
})

t.test('a header and a setting decide what is compared', async (t) => {
  const { call, account } = await mock(t)
  const rehearsals = async (world: string) => (await call('GET', `/w/${world}/__mock/report`)).body.rehearsals
  await call('PUT', '/w/one/__mock/settings', { rehearse: '5.23' })
  const older = { 'x-mock-api-version': '5.23' }
  await call('GET', `/w/one/v5/ad_accounts/${account}`, undefined, older)
  t.same(await rehearsals('one'), [], 'a call that is answered as that version is not compared')
  await call('GET', '/w/one/v5/ad_accounts')
  t.match(await rehearsals('one'), [{ version: '5.23', calls: 1 }])
  await call('GET', '/w/two/v5/ad_accounts')
  t.same(await rehearsals('two'), [])
})

t.test('a response that is cached elsewhere is compared each time', async (t) => {
  const world = await rehearsing(t, '5.23', { seed: 'small' })
  for (let time = 0; time < 3; time++) await world.call('GET', '/v5/ad_accounts')
  t.match(await rehearsal(world), { calls: 3, different: 3 })
})

t.test('what breaks is a finding in every form of the report', async (t) => {
  const world = await rehearsing(t, '5.23')
  const { call, account } = world
  const query = '/__mock/report?fail_on=breaking-change'
  await call('GET', '/v5/user_account')
  t.equal((await call('GET', query)).status, 200)
  await call('POST', campaigns(account), [awareness])
  const { status, body } = await call('GET', query)
  t.equal(status, 422)
  const [finding] = body.findings.filter(({ finding }: Json) => finding === 'breaking-change')
  t.ok(
    finding.occurrences.some(({ message }: Json) =>
      /campaigns\/create: 5\.23 requires '\[\]\.ad_account_id'/.test(message),
    ),
  )
  t.match((await call('GET', `${query}&format=junit`)).body, /<failure message="\d+ times" type="breaking-change">/)
  const sarif = (await call('GET', `${query}&format=sarif`)).body
  t.ok(
    JSON.parse(sarif).runs[0].results.some(
      ({ ruleId, level }: Json) => ruleId === 'breaking-change' && level === 'error',
    ),
  )
  const { body: page } = await call('GET', `${query}&format=markdown`)
  t.match(page, /## With version 5\.23\n\n\d calls were compared with version 5\.23/)
  t.match(page, /\| campaigns\/create \| 5\.23 requires '\[\]\.ad_account_id' \| \*\*yes\*\* \| 1 \| POST \/v5/)
})

t.test('JUnit has no test case for what was not rehearsed', async (t) => {
  const { call } = await mock(t)
  t.notMatch((await call('GET', '/__mock/report?format=junit')).body, /breaking-change/)
})
