import t from 'tap'
import {
  beginReport,
  fetchFile,
  fileOf,
  finishedReport,
  reportState,
  reportTakes,
  weekly,
} from '#test/fixtures/reports.ts'
import { type Mock, mock } from '#test/support/mock.ts'

const small = { seed: 'small' }
const pass = ({ clock }: Mock, seconds: number): void => clock.advance(seconds * 1000)

t.test('the URL has the form of those of the real service, with the host that asked', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  pass(world, reportTakes)
  const { body } = await world.call(
    'GET',
    `/v5/ad_accounts/${world.account}/reports?token=${encodeURIComponent(token)}`,
    undefined,
    { host: 'pinterest.test:8080' },
  )
  const url = new URL(body.url)
  t.equal(url.origin, 'http://pinterest.test:8080')
  t.match(url.pathname, new RegExp(`^/async_reporting_v3/${world.account}-${world.now}-\\d{16}/metrics_report\\.txt$`))
  t.strictSame(
    [...url.searchParams.keys()],
    ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders', 'X-Amz-Signature'],
  )
  t.equal(url.searchParams.get('X-Amz-Date'), '20260601T120010Z')
  t.equal(url.searchParams.get('X-Amz-Expires'), '300')
})

t.test('each response has a URL of its own, also within a second', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  pass(world, reportTakes)
  const urls = [await reportState(world, token), await reportState(world, token)].map(({ url }) => url)
  t.equal(new Set(urls).size, 2)
  for (const url of urls) t.equal((await fetchFile(world, url)).status, 200)
})

t.test('a file is fetched without a token for five minutes, and is then refused in XML', async (t) => {
  const world = await mock(t)
  const { url } = await finishedReport(world)
  pass(world, 299)
  t.match(await fetchFile(world, url), {
    status: 200,
    body: '{}',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
  pass(world, 1)
  const { status, headers, body } = await fetchFile(world, url)
  t.equal(status, 403)
  t.equal(headers['content-type'], 'application/xml')
  t.match(body, /^<\?xml .*\n<Error><Code>AccessDenied<\/Code><Message>Request has expired<\/Message>/)
  t.match(body, '<Expires>2026-06-01T12:05:10Z</Expires><ServerTime>2026-06-01T12:05:10Z</ServerTime>')
})

t.test('after that a new URL serves the same file', async (t) => {
  const world = await mock(t)
  const token = await beginReport(world)
  pass(world, reportTakes)
  await reportState(world, token)
  pass(world, 1000)
  t.match(await fetchFile(world, (await reportState(world, token)).url), { status: 200, body: '{}' })
})

t.test('a URL that was changed, or is not signed, is refused', async (t) => {
  const world = await mock(t)
  const { url } = await finishedReport(world)
  const refusal = async (changed: string) => {
    const { status, body } = await fetchFile(world, changed)
    return [status, /<Code>(\w+)/.exec(body)?.[1]]
  }
  t.strictSame(await refusal(url.replace('Expires=300', 'Expires=9000')), [403, 'SignatureDoesNotMatch'])
  t.strictSame(await refusal(`${url}0`), [403, 'SignatureDoesNotMatch'])
  t.strictSame(await refusal(url.split('?')[0]), [403, 'AccessDenied'])
  t.strictSame(await refusal(url.replace('metrics_report', 'other')), [404, 'NoSuchKey'])
  t.strictSame(await refusal(url.replace(/-(\d{16})/, '-1234567890123456')), [404, 'NoSuchKey'])
  t.strictSame(await refusal(url.replace(`-${world.now}-`, '-1-')), [404, 'NoSuchKey'])
})

t.test('a URL is signed for GET', async (t) => {
  const world = await mock(t)
  t.equal((await fetchFile(world, (await finishedReport(world)).url, 'HEAD')).status, 403)
})

t.test('the URL of a report in another world leads there', async (t) => {
  const world = await mock(t, small)
  const reports = `/w/other/v5/ad_accounts/${world.account}/reports`
  const { token } = (await world.call('POST', reports, weekly)).body
  pass(world, reportTakes)
  const { url, size } = (await world.call('GET', `${reports}?token=${encodeURIComponent(token)}`)).body
  t.match(new URL(url).pathname, /^\/w\/other\/async_reporting_v3\//)
  const { status, body } = await fetchFile(world, url)
  t.equal(status, 200)
  t.equal(Buffer.byteLength(body), size)
  t.equal((await fetchFile(world, url.replace('/w/other', ''))).status, 404)
})

t.test('the size counts bytes, not characters', async (t) => {
  const world = await mock(t, small)
  const columns = ['CAMPAIGN_NAME', 'SPEND_IN_DOLLAR']
  const before = await finishedReport(world, { columns })
  const [id] = Object.keys(JSON.parse((await fetchFile(world, before.url)).body))
  await world.change('/campaigns', { id, name: 'Frühling 🌱' })
  const after = await finishedReport(world, { columns, report_format: 'CSV' })
  const { body } = await fetchFile(world, after.url)
  t.match(body, 'Frühling 🌱')
  t.equal(Buffer.byteLength(body), after.size)
})

t.test('the size follows what changes about the entities', async (t) => {
  const world = await mock(t, small)
  const token = await beginReport(world, { columns: ['CAMPAIGN_NAME', 'SPEND_IN_DOLLAR'] })
  pass(world, reportTakes)
  const first = await reportState(world, token)
  const [id] = Object.keys(JSON.parse((await fetchFile(world, first.url)).body))
  await world.change('/campaigns', { id, name: 'A much longer name than the one before' })
  const second = await reportState(world, token)
  t.not(second.size, first.size)
  t.equal(Buffer.byteLength((await fetchFile(world, first.url)).body), second.size)
})

t.test('what a report says of the present day is as of the moment at which it finished', async (t) => {
  const world = await mock(t, small)
  const today = { start_date: '2026-06-01', end_date: '2026-06-01', columns: ['TOTAL_IMPRESSION'] }
  const token = await beginReport(world, today)
  pass(world, reportTakes)
  const first = (await fetchFile(world, (await reportState(world, token)).url)).body
  pass(world, 3000)
  const second = (await fetchFile(world, (await reportState(world, token)).url)).body
  t.equal(second, first)
  const impressions = (text: string): number =>
    Object.values<readonly { TOTAL_IMPRESSION: number }[]>(JSON.parse(text))
      .flat()
      .reduce((sum, { TOTAL_IMPRESSION }) => sum + TOTAL_IMPRESSION, 0)
  pass(world, 3600)
  t.ok(impressions(await fileOf(world, today)) > impressions(first), 'a later report has more')
})
