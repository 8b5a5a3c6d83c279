import t from 'tap'
import { lookUpMix, tryMix } from '#test/fixtures/mmm-reports.ts'
import { daysAgo, fetchFile, reportState, reportTakes, rowsOf } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const small = { seed: 'small' }

async function mixOf(world: Mock, more: object = {}): Promise<readonly Json[]> {
  const { status, body } = await tryMix(world, more)
  if (status !== 200) throw new Error(JSON.stringify(body))
  world.clock.advance(reportTakes * 1000)
  const { url } = (await lookUpMix(world, body.token)).body
  return Object.values<readonly Json[]>(JSON.parse((await fetchFile(world, url)).body)).flat()
}

t.test('a creation is answered as in version 5.28, and with the data of version 5.23', async (t) => {
  const { status, body } = await tryMix(await mock(t))
  t.equal(status, 200)
  const created = { report_status: 'IN_PROGRESS', token: body.token, message: '', status: 'success' }
  t.strictSame(body, { code: 0, data: created, ...created })
})

t.test('so is the state, with a URL of the file once it is finished', async (t) => {
  const world = await mock(t)
  const { token } = (await tryMix(world)).body
  const waiting = { report_status: 'IN_PROGRESS', url: null, size: null }
  t.strictSame((await lookUpMix(world, token)).body, {
    code: 0,
    data: waiting,
    message: 'ok',
    status: 'success',
    ...waiting,
  })
  world.clock.advance(reportTakes * 1000)
  const { body } = await lookUpMix(world, token)
  t.match(body, { report_status: 'FINISHED', size: 2, data: { report_status: 'FINISHED', url: body.url, size: 2 } })
  t.equal((await fetchFile(world, body.url)).body, '{}')
})

t.test('a token is one of its kind of report', async (t) => {
  const world = await mock(t)
  const { token } = (await tryMix(world)).body
  t.match(await reportState(world, token), { report_status: 'DOES_NOT_EXIST' })
  t.equal((await lookUpMix(world, 'none')).status, 400)
})

t.test('an equal request is the same report', async (t) => {
  const world = await mock(t)
  const { token } = (await tryMix(world)).body
  t.equal((await tryMix(world, { countries: null })).body.token, token)
  t.not((await tryMix(world, { report_name: 'Other' })).body.token, token)
})

t.test('its rows are those of a report by targeting', async (t) => {
  const world = await mock(t, small)
  for (const level of ['CAMPAIGN_TARGETING', 'AD_GROUP_TARGETING']) {
    const request = {
      level,
      columns: ['SPEND_IN_MICRO_DOLLAR', 'TOTAL_CLICKTHROUGH'],
      targeting_types: ['GENDER', 'COUNTRY'],
    }
    const rows = await mixOf(world, request)
    t.ok(rows.length > 0)
    t.strictSame(rows, await rowsOf(world, request))
  }
})

t.test('every column has a value where there is one', async (t) => {
  const world = await mock(t, small)
  const columns = [
    'ADVERTISER_NAME',
    'SPEND_ORDER_LINE_PAID_TYPE',
    'ECPM_IN_DOLLAR',
    'ADVERTISER_PAID_SPEND_IN_DOLLAR',
    'SPEND_IN_DOLLAR',
  ]
  const rows = await mixOf(world, { columns, targeting_types: ['CREATIVE_TYPE'], granularity: 'WEEK' })
  for (const name of columns)
    t.ok(
      rows.some((row) => row[name] !== undefined),
      name,
    )
  for (const row of rows) t.equal(row.ADVERTISER_PAID_SPEND_IN_DOLLAR, row.SPEND_IN_DOLLAR)
})

t.test('countries narrow the rows by country', async (t) => {
  const world = await mock(t, small)
  const request = { targeting_types: ['COUNTRY', 'GENDER'], columns: ['TOTAL_IMPRESSION'] }
  const valuesOf = (rows: readonly Json[]): ReadonlySet<string> =>
    new Set(
      rows.filter(({ TARGETING_TYPE }) => TARGETING_TYPE === 'COUNTRY').map(({ TARGETING_VALUE }) => TARGETING_VALUE),
    )
  const all = await mixOf(world, request)
  const [country = ''] = valuesOf(all)
  const some = await mixOf(world, { ...request, countries: [country] })
  t.strictSame([...valuesOf(some)], [country])
  t.ok(some.some(({ TARGETING_TYPE }) => TARGETING_TYPE === 'GENDER'))
})

t.test('five reports a minute are taken of an ad account', async (t) => {
  const world = await mock(t, { limits: 'standard' })
  for (let nth = 1; nth <= 5; nth++) t.equal((await tryMix(world, { report_name: `Mix ${nth}` })).status, 200)
  t.match(await tryMix(world, { report_name: 'Mix 6' }), { status: 429, body: { code: 8 } })
})

t.test('days in the wrong order are refused', async (t) => {
  t.match(await tryMix(await mock(t), { start_date: daysAgo(1), end_date: daysAgo(2) }), {
    status: 400,
    body: { code: 1 },
  })
})
