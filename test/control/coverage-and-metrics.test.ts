import t from 'tap'
import { awareness } from '../fixtures/campaigns.ts'
import { mock } from '../support/mock.ts'

t.test('coverage says what of the operations and rules was met, and what never was', async (t) => {
  const { get, post, call } = await mock(t, { journal: 10 })
  const before = (await call('GET', '/__mock/coverage')).body
  await get('/campaigns')
  await post('/campaigns', [{ ...awareness, daily_spend_cap: 5_000_000, lifetime_spend_cap: 5_000_000 }])
  const { status, body } = await call('GET', '/__mock/coverage')
  t.equal(status, 200)
  t.equal(body.requests, before.requests + 2)
  t.equal(body.operations.met, before.operations.met + 2)
  t.notOk(body.operations.never.includes('campaigns/list'))
  t.ok(body.operations.never.includes('campaigns/get'))
  t.equal(body.operations.never.length, body.operations.total - body.operations.met)
  t.notOk(body.rules.never.includes('campaign.budget.one-cap'))
  t.equal(body.operations.ratio, body.operations.met / body.operations.total)
})

t.test('coverage of all worlds has what was met before a reset, and in others', async (t) => {
  const { get, call } = await mock(t, { journal: 10 })
  await get('/campaigns')
  await call('POST', '/__mock/reset')
  await call('GET', '/w/other/v5/boards')
  t.equal((await call('GET', '/__mock/coverage')).body.operations.met, 0)
  const { operations } = (await call('GET', '/__mock/coverage?world=all')).body
  for (const id of ['campaigns/list', 'boards/list']) t.notOk(operations.never.includes(id), id)
})

t.test('metrics are OpenMetrics: each name has a type, samples follow it, and the end is marked', async (t) => {
  const { get, app } = await mock(t, { journal: 10 })
  await get('/campaigns')
  await get('/campaigns/1')
  const { headers, payload } = await app.inject('/__mock/metrics')
  t.match(headers['content-type'], /^application\/openmetrics-text; version=1\.0\.0/)
  const lines = payload.split('\n')
  t.same(lines.slice(-2), ['# EOF', ''])
  const types = new Map(
    lines.flatMap((line) => (line.startsWith('# TYPE ') ? [line.split(' ').slice(2) as [string, string]] : [])),
  )
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name = '', value] = /^([a-z_]+)(?:\{[^}]*\})? (\S+)$/.exec(line) ?? []
    t.ok(types.has(name) || types.get(name.replace(/_total$/, '')) === 'counter', line)
    t.ok(Number.isFinite(Number(value)), line)
  }
  t.ok(lines.includes('pinterest_mock_calls_total{operation="campaigns/list",status="200"} 1'))
  t.ok(lines.includes('pinterest_mock_calls_total{operation="campaigns/get",status="404"} 1'))
})

t.test('metrics and coverage stand behind the wall of test control', async (t) => {
  const { call } = await mock(t, { control: { token: 'secret-of-control' } })
  for (const path of ['metrics', 'coverage']) t.equal((await call('GET', `/__mock/${path}`)).status, 401, path)
})

t.test('a report is JUnit XML for a CI server, and fails with what it must not have', async (t) => {
  const { post, app } = await mock(t, { journal: 10 })
  for (let number = 0; number < 2; number++) await post('/campaigns', [{ ...awareness, name: 'A & <B>' }])
  const { headers, payload } = await app.inject('/__mock/report?format=junit')
  t.match(headers['content-type'], /^application\/xml/)
  t.match(payload, /<testsuites name="pinterest-ads-mock" tests="\d+" failures="0"/)
  t.match(payload, /<testcase classname="findings" name="duplicate-create: [^"]+"><system-out>/)
  const failed = await app.inject('/__mock/report?format=junit&fail_on=duplicate-create&min_operations=100')
  t.equal(failed.statusCode, 422)
  t.match(failed.payload, /failures="2"/)
  t.match(failed.payload, /<failure message="1 times" type="duplicate-create">/)
  t.match(failed.payload, /<failure message="\d+ operations were met, and at least 100 are wanted"\/>/)
})

t.test('a report is SARIF for code scanning: each result names a rule that the tool describes', async (t) => {
  const { post, app } = await mock(t, { journal: 10 })
  for (let number = 0; number < 2; number++) await post('/campaigns', [awareness])
  const { payload } = await app.inject('/__mock/report?format=sarif&fail_on=duplicate-create')
  const { version, runs } = JSON.parse(payload)
  t.equal(version, '2.1.0')
  const [{ tool, results }] = runs
  t.equal(results.length, 1)
  const [{ ruleId, ruleIndex, level, message }] = results
  t.same([ruleId, level], ['duplicate-create', 'error'])
  t.equal(tool.driver.rules[ruleIndex].id, ruleId)
  t.match(message.text, /campaigns\/create/)
})
