import t, { type Test } from 'tap'
import { ControlError, type MockWorld, startMock } from '#server/index.ts'

const campaigns = '/ad_accounts/549755885262/campaigns'

/** Creates the same campaign twice, which the report finds. */
async function createTwice(world: MockWorld): Promise<void> {
  for (const _ of [1, 2]) {
    await world.fetch(world.baseUrl + campaigns, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 10_000_000 }]),
    })
  }
}

async function worldOf(t: Test): Promise<MockWorld> {
  const mock = await startMock({ seed: 'small', listen: false })
  t.teardown(() => mock.close())
  return mock
}

t.test('a report passes, or throws with what it found', async (t) => {
  const world = await worldOf(t)
  await createTwice(world)
  t.match(await world.report({ fail_on: 'bookmark-loop', min_operations: 1, max_findings: 1 }), { requests: 2 })
  for (const options of [
    { fail_on: 'duplicate-create' },
    { failOn: ['any'] },
    { min_operations: 2 },
    { minOperations: 2 },
    { max_findings: 0 },
    { maxFindings: 0 },
  ] as const) {
    await t.rejects(world.report(options), { name: 'ControlError', status: 422, body: { failures: [String] } })
  }
})

t.test('a report is text when it is asked for as Markdown, also when it does not pass', async (t) => {
  const world = await worldOf(t)
  await createTwice(world)
  t.match(await world.report({ as: 'markdown' }), /^# /)
  await t.rejects(world.report({ as: 'markdown', fail_on: 'any' }), { status: 422, message: /# .*duplicate-create/s })
})

t.test('a report is of one world, or of all', async (t) => {
  const world = await worldOf(t)
  await createTwice(await world.fork())
  t.match(await world.report(), { requests: 0 })
  t.match(await world.report({ world: 'all' }), { requests: 2 })
})

t.test('a finding that does not exist is refused with the nearest', async (t) => {
  const world = await worldOf(t)
  const fail_on = ['duplicate-creates'] as never
  await t.rejects(world.report({ fail_on }), { status: 400, message: /Did you mean duplicate-create\?/ })
})

t.test('a mock that is started with failOn throws when it is closed after a finding, and is closed', async (t) => {
  const mock = await startMock({ seed: 'small', failOn: ['duplicate-create'] })
  await createTwice(await mock.fork())
  await t.rejects(mock.close(), { constructor: ControlError, status: 422, message: /duplicate-create/ })
  await t.rejects(fetch(mock.baseUrl))
})

t.test('a mock that is started with failOn closes in silence after other findings, and after none', async (t) => {
  const mock = await startMock({ seed: 'small', listen: false, failOn: ['bookmark-loop'] })
  await createTwice(mock)
  await t.resolves(mock.close())
  await t.resolves((await startMock({ seed: 'small', listen: false, failOn: ['any'] })).close())
})

t.test('a mock that is closed again says nothing more', async (t) => {
  const mock = await startMock({ seed: 'small', failOn: ['any'] })
  await createTwice(mock)
  await t.rejects(mock.close(), { name: 'ControlError', status: 422 })
  await t.resolves(mock.close())
})

t.test('failOn reads the report with the token that test control wants', async (t) => {
  const mock = await startMock({ seed: 'small', listen: false, failOn: ['any'], controlToken: 'secret' })
  await createTwice(mock)
  await t.rejects(mock.close(), { name: 'ControlError', status: 422 })
})

t.test('a mock that fails on calls which no operation answers throws when it is closed after one', async (t) => {
  const mock = await startMock({ seed: 'small', listen: false, unmatched: 'fail' })
  await mock.fetch(`${mock.baseUrl}/ad_acounts`, { headers: { authorization: `Bearer ${mock.token}` } })
  await t.rejects(mock.close(), { name: 'ControlError', status: 422, message: /GET \/ad_acounts has no operation/ })
  await t.resolves((await startMock({ listen: false, unmatched: 'fail' })).close())
})
