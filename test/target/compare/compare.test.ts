import t, { type Test } from 'tap'
import { TargetClient } from '#server/target/client/target-client.ts'
import { type ComparedTarget, compareRecording } from '#server/target/compare/compare.ts'
import { comparisonText } from '#server/target/compare/compare-text.ts'
import type { CompareOptions, Comparison } from '#server/target/compare/options.ts'
import { type Json, type Mock, type MockOptions, mock } from '#test/support/mock.ts'
import { type Alter, altered } from './altered-server.ts'

const token = 'pina_THE-TOKEN-OF-THE-USER'
const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 }

/** Makes the calls of a test suite: reads, writes, refusals, and reads of what the writes made. */
async function suite({ get, post, patch, create, call }: Mock): Promise<void> {
  await get('/campaigns?page_size=2')
  const { body } = await get('/campaigns?page_size=2')
  await get(`/campaigns?page_size=2&bookmark=${body.bookmark}`)
  await get('/ad_groups')
  await get('/audiences')
  await get('/campaigns/1')
  await get('/campaigns?page_size=0')
  await post('/campaigns', [campaign, { ...campaign, lifetime_spend_cap: 5_000_000 }])
  const made = await create('/campaigns', { ...campaign, name: 'Made by the suite' })
  await get(`/campaigns/${made.id}`)
  await patch('/campaigns', [{ id: made.id, name: 'Changed by the suite' }])
  await get(`/campaigns?campaign_ids=${made.id}`)
  await post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Of the suite' }] })
  await call('GET', '/v5/boards')
}

interface Compared {
  readonly comparison: Comparison
  readonly target: Mock
}

/** Compares what a suite sends to one server with another one. */
async function compared(
  t: Test,
  {
    alter,
    options,
    ...more
  }: { readonly alter?: Alter; readonly options?: MockOptions; readonly faults?: Json[] } & CompareOptions = {},
): Promise<Compared> {
  const server = await mock(t, { seed: 'small' })
  await suite(server)
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const target = await mock(t, { seed: 'small', ...options })
  // Its ids are other ones: it has had a campaign more.
  await target.create('/campaigns', campaign)
  for (const fault of more.faults ?? []) {
    const { status } = await target.call('POST', '/__mock/faults', fault)
    t.equal(status, 200)
  }
  const to = clientOf(await altered(t, target, alter))
  return { target, comparison: await compareRecording(har, to, { writes: true, ...more }) }
}

function clientOf(baseUrl: string): ComparedTarget {
  const reasons: string[] = []
  const onWait = (_: number, reason: string) => void reasons.push(reason)
  const takeReasons = () => reasons.splice(0)
  return { client: new TargetClient({ baseUrl, token, wait: async () => {}, onWait }), takeReasons }
}

const kindsOf = ({ differences }: Comparison): readonly string[] =>
  differences.map(({ operation, kind, at }) => `${operation} ${kind} ${at}`.trim()).sort()

t.test('a target that answers alike has no differences, whatever its ids and bookmarks are', async (t) => {
  const { comparison } = await compared(t)
  t.same(comparison.differences, [])
  t.same(comparison.calls, { recorded: 15, compared: 15, different: 0 })
})

t.test('every deliberate difference is found, and nothing else', async (t) => {
  const alter: Alter = ({ method, path }, answer) => {
    const { body } = answer
    const isCampaigns = path.endsWith('/campaigns')
    if (method === 'GET' && isCampaigns && body.items) {
      for (const item of body.items) {
        // A field is missing, one is new, and one has another type.
        delete item.is_top_of_search
        item.brand_safety = 'STANDARD'
        item.created_time = String(item.created_time)
      }
    }
    if (path.endsWith('/ad_groups') && body.items) for (const item of body.items) delete item.targeting_spec.MAXIMUM_AGE
    // Another status with the same body, another code, another text.
    if (path.endsWith('/campaigns/1')) answer.status = 403
    if (body.code === 1) body.message = 'Something else is wrong.'
    if (path.endsWith('/labels') && body.labels) answer.status = 201
    // Another limit, a header that is missing, and another type of content.
    if (path.endsWith('/audiences')) answer.headers['x-ratelimit-limit'] = '7'
    if (path.endsWith('/boards')) {
      delete answer.headers['x-pinterest-rid']
      answer.headers['content-type'] = 'text/plain'
    }
  }
  const options: MockOptions = {
    // A rule is off, and another has a code of its own.
    rules: { 'campaign.budget.one-cap': { off: true } },
  }
  const { comparison } = await compared(t, { alter, options })
  t.strictSame(kindsOf(comparison), [
    'ad_groups/list field-missing items[].targeting_spec.MAXIMUM_AGE',
    'audiences/list header x-ratelimit-limit',
    'boards/list header content-type',
    'boards/list header x-pinterest-rid',
    'campaigns/create code items[].exceptions',
    'campaigns/get status',
    'campaigns/list field-added items[].brand_safety',
    'campaigns/list field-missing items[].is_top_of_search',
    'campaigns/list message',
    'campaigns/list type items[].created_time',
    'labels/create status',
  ])
})

t.test('a 429, an error that passes and a connection that ends are no differences, and said', async (t) => {
  const faults = [
    { match: { operation: 'campaigns/list' }, trigger: { nth: 2 }, effect: 'rate_limited' },
    { match: { operation: 'audiences/list' }, effect: 'server_error', times: 1 },
  ]
  let ended = 0
  const alter: Alter = ({ path }) => (path.endsWith('/ad_groups') && ended++ === 0 ? 'end' : undefined)
  const { comparison } = await compared(t, { faults, alter })
  t.same(comparison.differences, [])
  t.match(comparison.retried, [
    { operation: 'campaigns/list', reason: 'refused with 429', count: 1 },
    { operation: 'ad_groups/list', reason: /ad_groups/, count: 1 },
    { operation: 'audiences/list', reason: 'answered 500', count: 1 },
  ])
})

t.test('what never answers is a difference of its call alone', async (t) => {
  const alter: Alter = ({ path }) => (path.endsWith('/audiences') ? 'end' : undefined)
  const { comparison } = await compared(t, { alter })
  t.strictSame(kindsOf(comparison), ['audiences/list no-answer'])
})

t.test('an override of a rule is another code and another text', async (t) => {
  const rules = { 'campaign.budget.one-cap': { code: 4711, message: 'Choose one of the two caps.' } }
  const { comparison } = await compared(t, { options: { rules } })
  t.match(comparison.differences, [
    { operation: 'campaigns/create', kind: 'code', at: 'items[].exceptions', target: /4711/, count: 1 },
  ])
  t.equal(comparison.differences.length, 1)
})

t.test('without writes only reads are sent, and nothing is created', async (t) => {
  const { comparison, target } = await compared(t, { writes: false })
  t.match(comparison.skipped, [{ reason: /write/, count: 4 }])
  const { body } = await target.get('/campaigns?page_size=250')
  t.notOk(body.items.some(({ name }: Json) => /suite/.test(name)))
})

t.test('ids that the caller knows are mapped, in paths and in bodies', async (t) => {
  const server = await mock(t, { seed: 'small' })
  await server.get('/campaigns')
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const target = await mock(t, { seed: 'empty' })
  const { body } = await target.call('POST', '/v5/ad_accounts', { name: 'Other' })
  const to = clientOf(await altered(t, target))
  const { differences } = await compareRecording(har, to, { map: { [server.account]: body.id } })
  t.same(differences, [])
})

t.test('calls that say nothing of the API are left out, with the reason', async (t) => {
  const server = await mock(t, { seed: 'small' })
  await server.call('GET', '/v5/nothing')
  await server.call('GET', '/v5/boards', undefined, { authorization: '' })
  await server.call('POST', '/__mock/faults', { effect: 'server_error', times: 1 })
  await server.get('/campaigns')
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const { skipped, calls } = await compareRecording(har, clientOf(await altered(t, server)))
  t.strictSame(skipped.map(({ reason }) => reason).sort(), [
    'a fault answered it',
    'it was refused for its token',
    'no operation of the API',
  ])
  t.equal(calls.compared, calls.recorded - 3)
})

t.test('times are as far from now as they were when they were sent', async (t) => {
  const server = await mock(t, { seed: 'small', ownClocks: true })
  await server.call('POST', '/__mock/time/freeze', { at: '2020-01-01T00:00:00Z' })
  const start_time = Date.UTC(2020, 0, 3) / 1000
  await server.create('/campaigns', { ...campaign, start_time, end_time: start_time + 86_400 })
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const sent: Json[] = []
  const target = await mock(t, { seed: 'small', ownClocks: true })
  const to = clientOf(await altered(t, target))
  const { client } = to
  const send = client.send.bind(client)
  client.send = (call) => {
    sent.push(call.body)
    return send(call)
  }
  await compareRecording(har, to, { writes: true })
  const created = sent.find((body) => Array.isArray(body))?.[0]
  const inDays = (created.start_time - Date.now() / 1000) / 86_400
  t.ok(inDays > 1.9 && inDays < 2.1, `${inDays} days from now`)
})

t.test('no token is in what is found, also where a target repeats it', async (t) => {
  const alter: Alter = ({ path }, answer) => {
    if (path.endsWith('/campaigns/1')) answer.body = { code: 2, message: `Who is ${token}?` }
  }
  const { comparison } = await compared(t, { alter })
  t.notMatch(JSON.stringify(comparison) + comparisonText(comparison), token)
  t.match(comparisonText(comparison), /campaigns\/get:\n {2}the code is 2 on the target/)
})
