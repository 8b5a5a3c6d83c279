import t from 'tap'
import { beginReport, finishedReport, lookUp, reportState, reportTakes, tryReport } from '#test/fixtures/reports.ts'
import { type Mock, mock } from '#test/support/mock.ts'

const hour = 3600
const pass = ({ clock }: Mock, seconds: number): void => clock.advance(seconds * 1000)
const edit = ({ call }: Mock, token: string, change: object) =>
  call('PATCH', `/__mock/entities/reports/${encodeURIComponent(token)}`, change)
const become = ({ call }: Mock, transition: unknown) =>
  call('PUT', '/__mock/settings', { transitions: { reports: transition } })

t.test('a report is in progress at first, with a token and an empty message', async (t) => {
  const { status, body } = await tryReport(await mock(t))
  t.equal(status, 200)
  t.strictSame(Object.keys(body), ['report_status', 'token', 'message'])
  t.match(body, { report_status: 'IN_PROGRESS', message: '' })
})

t.test('a token is 24 characters of base64 and then URL-safe base64', async (t) => {
  const token = await beginReport(await mock(t))
  t.match(token, /^[A-Za-z0-9+/]{22}==[A-Za-z0-9_-]+=$/)
  t.equal(token.length, 252)
})

t.test('while it is in progress there is neither a URL nor a size', async (t) => {
  const world = await mock(t)
  t.strictSame(await reportState(world, await beginReport(world)), {
    report_status: 'IN_PROGRESS',
    url: null,
    size: null,
  })
})

t.test('it is finished ten seconds later by the clock, and expires an hour after that', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  const status = async () => (await reportState(world, token)).report_status
  pass(world, reportTakes - 1)
  t.equal(await status(), 'IN_PROGRESS')
  pass(world, 1)
  t.equal(await status(), 'FINISHED')
  pass(world, hour - 1)
  t.equal(await status(), 'FINISHED')
  pass(world, 1)
  t.strictSame(await reportState(world, token), { report_status: 'EXPIRED', url: null, size: null })
})

t.test('a report that nobody looked at expires as well', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  pass(world, reportTakes + hour)
  t.match(await reportState(world, token), { report_status: 'EXPIRED' })
})

t.test('an empty report has two bytes', async (t) => {
  t.match(await finishedReport(await mock(t)), { report_status: 'FINISHED', size: 2 })
})

t.test('an equal request is the same report: in progress, then finished with the token in the message', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  t.strictSame((await tryReport(world)).body, { report_status: 'IN_PROGRESS', token, message: '' })
  pass(world, reportTakes)
  t.strictSame((await tryReport(world)).body, {
    report_status: 'FINISHED',
    token,
    message: `This job has already finished processing. Please make a GET request to this endpoint and pass in the token parameter ${token}`,
  })
})

t.test('another request is another report', async (t) => {
  const world = await mock(t)
  t.not(await beginReport(world), await beginReport(world, { granularity: 'WEEK' }))
})

t.test('null and defaults are as good as absent, so that the report is the same', async (t) => {
  const world = await mock(t)
  t.equal(await beginReport(world, { campaign_ids: null, report_format: 'JSON' }), await beginReport(world))
})

for (const state of ['EXPIRED', 'FAILED', 'CANCELLED']) {
  t.test(`an equal request begins a new report when the first one is ${state}`, async (t) => {
    const world = await mock(t)
    const token = await beginReport(world)
    await edit(world, token, { report_status: state })
    const { body } = await tryReport(world)
    t.equal(body.report_status, 'IN_PROGRESS')
    t.not(body.token, token)
  })
}

t.test('a token of no report, or of another account, does not exist', async (t) => {
  const world = await mock(t)
  const { body: other } = await world.call('POST', '/v5/ad_accounts', { name: 'Other' })
  const { token } = (
    await world.call('POST', `/v5/ad_accounts/${other.id}/reports`, {
      start_date: '2026-05-01',
      end_date: '2026-05-02',
      granularity: 'DAY',
      level: 'CAMPAIGN',
      columns: [],
    })
  ).body
  t.strictSame(await reportState(world, token), { report_status: 'DOES_NOT_EXIST', url: null, size: null })
})

t.test('what is no token is refused with code 1104', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  for (const text of ['1', token.slice(1), `${token}x`, '626700000102']) {
    const { status, headers, body } = await lookUp(world, text)
    t.equal(status, 400)
    t.match(body, { code: 1104 })
    t.equal(headers['x-mock-rules'], 'report.token')
  }
})

t.test('a direct edit puts a report into any state, from which it proceeds', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  const status = async () => (await reportState(world, token)).report_status
  for (const state of ['FAILED', 'CANCELLED', 'EXPIRED', 'FINISHED', 'IN_PROGRESS']) {
    const { status: answered, body } = await edit(world, token, { report_status: state })
    t.equal(answered, 200)
    t.match(body, { token, report_status: state })
    t.equal(await status(), state)
  }
  pass(world, reportTakes)
  t.equal(await status(), 'FINISHED')
})

t.test('a failed report stays so', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  await edit(world, token, { report_status: 'FAILED' })
  pass(world, 2 * hour)
  t.strictSame(await reportState(world, token), { report_status: 'FAILED', url: null, size: null })
})

t.test('by the settings, reports are finished at once, never, after a time, or with a read', async (t) => {
  const world = await mock(t)
  const statusOf = async (granularity: string) => {
    const token = await beginReport(world, { granularity })
    return async () => (await reportState(world, token)).report_status
  }
  await become(world, 'immediate')
  t.match((await tryReport(world)).body, { report_status: 'FINISHED', message: '' })
  await become(world, 'never')
  const never = await statusOf('WEEK')
  pass(world, hour)
  t.equal(await never(), 'IN_PROGRESS')
  await become(world, { after: '2m' })
  const later = await statusOf('MONTH')
  pass(world, 119)
  t.equal(await later(), 'IN_PROGRESS')
  pass(world, 1)
  t.equal(await later(), 'FINISHED')
  await become(world, { reads: 3 })
  const third = await statusOf('TOTAL')
  t.strictSame(
    [await third(), await third(), await third(), await third()],
    ['IN_PROGRESS', 'IN_PROGRESS', 'FINISHED', 'FINISHED'],
  )
})

t.test('a report that finishes with a read expires an hour after that read', async (t) => {
  const world = await mock(t)
  await become(world, { reads: 1 })
  const token = await beginReport(world)
  pass(world, 2 * hour)
  t.match(await reportState(world, token), { report_status: 'FINISHED' })
  pass(world, hour)
  t.match(await reportState(world, token), { report_status: 'EXPIRED' })
})

t.test('a report belongs to its world, and goes with snapshots of it', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const token = await beginReport(world)
  await world.call('PUT', '/__mock/snapshots/begun')
  await world.call('POST', '/__mock/reset')
  t.match(await reportState(world, token), { report_status: 'DOES_NOT_EXIST' })
  await world.call('POST', '/__mock/snapshots/begun/restore')
  t.match(await reportState(world, token), { report_status: 'IN_PROGRESS' })
})
