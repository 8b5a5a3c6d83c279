import t from 'tap'
import { awareness } from '../fixtures/campaigns.ts'
import { type Json, mock } from '../support/mock.ts'

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

t.test('a finding that the report leaves out has no test case, since it would pass', async (t) => {
  for (const unmatched of ['report', 'fail'] as const) {
    const { call, app } = await mock(t, { unmatched })
    await call('GET', '/v5/nowhere')
    const { payload } = await app.inject('/__mock/report?format=junit&fail_on=any')
    const [, tests, failures] = /tests="(\d+)" failures="(\d+)"/.exec(payload) ?? []
    t.equal(payload.includes('unmatched-call'), unmatched === 'fail', unmatched)
    t.equal(payload.match(/<testcase /g)?.length, Number(tests))
    t.equal(failures, unmatched === 'fail' ? '1' : '0')
  }
})

t.test('metrics and coverage are right after more calls than the journal has room for', async (t) => {
  const { get, call, app } = await mock(t, { journal: 5 })
  for (let number = 0; number < 12; number++) await get('/campaigns')
  const { payload } = await app.inject('/__mock/metrics')
  t.match(payload, 'pinterest_mock_calls_total{operation="campaigns/list",status="200"} 12')
  t.ok((await call('GET', '/__mock/coverage')).body.requests >= 12)
})

t.test('SARIF has what its schema requires of a log, a run, a rule and a result', async (t) => {
  const { post, call, app } = await mock(t, { unmatched: 'fail' })
  for (let number = 0; number < 2; number++) await post('/campaigns', [{ ...awareness, colour: 'red' }])
  await call('GET', '/v5/nowhere')
  const { headers, payload } = await app.inject('/__mock/report?format=sarif&fail_on=unmatched-call')
  t.match(headers['content-type'], /^application\/sarif\+json/)
  const { $schema, version, runs } = JSON.parse(payload)
  t.match($schema, /^https:.*sarif.*2\.1\.0/)
  t.equal(version, '2.1.0')
  for (const { tool, results } of runs) {
    t.match(tool.driver, { name: /\w/, version: /\d/ })
    for (const { id, shortDescription, fullDescription, help } of tool.driver.rules) {
      t.match(id, /^[a-z-]+$/)
      for (const one of [shortDescription, fullDescription, help]) t.match(one.text, /\w/)
    }
    t.same(new Set(results.map(({ ruleId }: Json) => ruleId)).size, 3)
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      t.equal(tool.driver.rules[ruleIndex].id, ruleId)
      t.equal(level, ruleId === 'unmatched-call' ? 'error' : 'warning')
      t.match(message.text, /\w/)
      for (const { logicalLocations } of locations) t.match(logicalLocations, [{ name: 'default' }])
    }
  }
})
