import { once } from 'node:events'
import t from 'tap'
import { type Json, type Mock, mock } from '../support/mock.ts'

const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const created = { operation: 'campaigns/create' }

t.test('what was called as often as expected is verified', async (t) => {
  const { call, post } = await mock(t)
  for (const name of ['One', 'Two']) await post('/campaigns', [{ ...campaign, name }])
  const expected: readonly Json[] = [{}, { times: 2 }, { at_least: 2 }, { at_most: 2 }, { at_least: 1, at_most: 3 }]
  for (const times of expected) {
    const { status, body } = await call('POST', '/__mock/requests/verify', { match: created, ...times })
    t.match({ status, body }, { status: 200, body: { verified: true, found: 2 } }, JSON.stringify(times))
  }
  const never = { match: { operation: 'campaigns/update' }, never: true }
  t.match(await call('POST', '/__mock/requests/verify', never), { status: 200, body: { found: 0 } })
})

t.test('what was called more or less often is a 422 with what was found', async (t) => {
  const { call, post } = await mock(t)
  for (const name of ['One', 'Two']) await post('/campaigns', [{ ...campaign, name }])
  const cases: readonly [Json, RegExp][] = [
    [{ times: 1 }, /expected 1 request that .* found 2/],
    [{ times: 3 }, /expected 3 requests/],
    [{ at_least: 3 }, /expected at least 3 requests/],
    [{ at_most: 1 }, /expected at most 1 request/],
    [{ at_least: 3, at_most: 4 }, /expected 3 to 4 requests/],
    [{ never: true }, /expected no request/],
  ]
  for (const [times, message] of cases) {
    const { status, body } = await call('POST', '/__mock/requests/verify', { match: created, ...times })
    t.match({ status, body }, { status: 422, body: { code: 1, message, verified: false, found: 2 } })
    t.equal(body.items.length, 2)
  }
})

t.test('what is missing is told with the nearest request and what of it is not so', async (t) => {
  const { call, post, get } = await mock(t)
  await get('/campaigns')
  await post('/campaigns', [{ ...campaign, name: 'Summer Sale' }])
  await post('/campaigns', [{ ...campaign, name: 'Spring sale' }])
  const match = { ...created, body_path: '[0].name', body_equals: 'Spring Sale' }
  const { body } = await call('POST', '/__mock/requests/verify', { match })
  t.equal(body.found, 0)
  t.match(body.near_misses[0], {
    method: 'POST',
    misses: [{ criterion: 'body_equals', wanted: 'Spring Sale', found: 'Spring sale' }],
  })
})

t.test('requests are verified in order, with others between them', async (t) => {
  const { call, post, get, create, change } = await mock(t)
  const { id } = await create('/campaigns', campaign)
  await get('/campaigns')
  await change('/campaigns', { id, status: 'PAUSED' })
  await post('/campaigns', [campaign])
  const verify = (...operations: string[]) =>
    call('POST', '/__mock/requests/verify', { in_order: operations.map((operation) => ({ operation })) })
  t.equal((await verify('campaigns/create', 'campaigns/update', 'campaigns/create')).status, 200)
  const { status, body } = await verify('campaigns/update', 'campaigns/list')
  t.equal(status, 422)
  t.match(body, { found: 1, expected: /step 2 of 2/ })
})

t.test('an expectation that contradicts itself is refused', async (t) => {
  const { call } = await mock(t)
  const wrong: readonly Json[] = [
    {},
    { match: {}, times: 1, never: true },
    { match: {}, times: 1, at_least: 1 },
    { match: {}, in_order: [{}] },
    { in_order: [{}], times: 1 },
    { in_order: [] },
    { match: { colour: 'red' } },
    { match: {}, times: -1 },
  ]
  for (const body of wrong) {
    t.equal((await call('POST', '/__mock/requests/verify', body)).status, 400, JSON.stringify(body))
  }
})

t.test('waiting ends when the request is there, and not before', async (t) => {
  const { call, post } = await mock(t)
  let isOver = false
  const waiting = call('POST', '/__mock/requests/wait', { match: created, count: 2, timeout: 'PT60S' })
  void waiting.then(() => (isOver = true))
  await post('/campaigns', [campaign])
  t.notOk(isOver)
  await post('/campaigns', [campaign])
  t.match(await waiting, { status: 200, body: { verified: true, found: 2 } })
})

t.test('waiting for what has been ends at once', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [campaign])
  const { status } = await call('POST', '/__mock/requests/wait', { match: created, timeout: 0 })
  t.equal(status, 200)
})

t.test('waiting in vain is a 422 with what was found', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [campaign])
  const answer = await call('POST', '/__mock/requests/wait', { match: created, count: 2, timeout: 0.01 })
  t.match(answer, { status: 422, body: { expected: /at least 2/, found: 1 } })
  for (const timeout of [601, 'PT11M', -1, 'soon']) {
    t.equal((await call('POST', '/__mock/requests/wait', { timeout })).status, 400, `${timeout}`)
  }
})

t.test('a reset of the world ends the waiting', async (t) => {
  const { call } = await mock(t)
  const waiting = call('POST', '/w/one/__mock/requests/wait', { match: created, timeout: 60 })
  await call('POST', '/w/one/__mock/reset', {})
  t.equal((await waiting).status, 422)
})

t.test('the close of the server ends the waiting', async (t) => {
  const { app } = await mock(t)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ match: created, timeout: 60 })
  const arrived = once(app.server, 'request')
  const waiting = fetch(`${origin}/__mock/requests/wait`, { method: 'POST', headers, body })
  await arrived
  await app.close()
  t.equal((await waiting).status, 422)
})

t.test('calls that matched nothing are listed with what they may have meant', async (t) => {
  const { call, get } = await mock(t)
  await get('/campagns')
  await get('/campaigns/1')
  const { body } = await call('GET', '/__mock/requests/unmatched')
  t.equal(body.items.length, 1)
  t.match(body.items[0], { status: 404, near_operations: [{ operation: 'campaigns/list' }] })
})

for (const [what, match, message] of [
  ['an operation', { operation: 'campaign/list' }, /operation: .* Did you mean campaigns\/list\?/],
  ['a rule', { rule: 'campaign.budget.one-caps' }, /rule: .* Did you mean campaign\.budget\.one-cap\?/],
  ['an id', { since: 'the first' }, /since: .*is no id of a request/],
] as const) {
  t.test(`${what} that there is not is refused, since to want none of it would always be right`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('POST', '/__mock/requests/verify', { match, never: true })
    t.equal(status, 400)
    t.match(body.message, message)
    t.equal((await call('GET', `/__mock/requests/count?${new URLSearchParams(match)}`)).status, 400)
  })
}

t.test('items that a fault has refused are found by its rule', async (t) => {
  const { call, post } = await mock(t)
  await call('POST', '/__mock/faults', { effect: 'items=0', match: { operation: 'campaigns/create' } })
  await post('/campaigns', [{ name: 'Struck', objective_type: 'AWARENESS' }])
  t.strictSame((await call('GET', '/__mock/requests/count?rule=fault.item')).body, { count: 1, forgotten: 0 })
})

t.test('more at least than at most is refused: nothing could be so', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/__mock/requests/verify', { match: {}, at_least: 2, at_most: 1 })
  t.equal(status, 400)
  t.match(body.message, /at_most that is no less than at_least/)
})

t.test('without a body, any one request is waited for', async (t) => {
  const { call, get } = await mock(t)
  const waiting = call('POST', '/__mock/requests/wait')
  await get('/campaigns')
  t.match(await waiting, { status: 200, body: { verified: true } })
})

t.test('a hundred may wait for requests of a world, and one more is told so', async (t) => {
  const { call, worlds, get } = await mock(t)
  const { journal } = worlds.world('default')
  const wait = () => call('POST', '/__mock/requests/wait', { match: created, timeout: 600 })
  const waiting = Array.from({ length: 100 }, wait)
  while (journal.listeners < 100) await new Promise(setImmediate)
  t.match(await wait(), { status: 503, body: { code: 1, message: /100 at most/ } })
  t.equal((await get('/campaigns')).status, 200)
  await call('POST', '/__mock/reset')
  for (const { status } of await Promise.all(waiting)) t.equal(status, 422, 'the world was reset')
})

t.test('what fails is told in a few words, however long what is looked for is', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [campaign])
  const body_contains = 'a'.repeat(400_000)
  const { status, text, body } = await call('POST', '/__mock/requests/verify', {
    match: { ...created, body_contains },
  }).then((answer) => ({ ...answer, text: JSON.stringify(answer.body) }))
  t.equal(status, 422)
  t.ok(text.length < 10_000, `${text.length} letters`)
  t.match(body.near_misses, [
    { misses: [{ criterion: 'body_contains', wanted: /^a{1000}…$/, found: JSON.stringify([campaign]) }] },
  ])
})

/** The message of a verification that fails, without the id of the nearest request. */
const messageOf = async (call: Mock['call'], body: Json): Promise<string> =>
  (await call('POST', '/__mock/requests/verify', body)).body.message.replaceAll(/\d{16}/g, 'ID')

t.test('the message of what failed has the nearest request, line by line beside what was expected', async (t) => {
  const { call, post, account } = await mock(t)
  await post('/campaigns?page_size=1', [{ ...campaign, name: 'Spring sale' }])
  const match = {
    ...created,
    query: { page_size: 25, order: null },
    headers: { 'user-agent': 'sdk*' },
    body_path: '[*].name',
    body_equals: 'Spring Sale',
    status: 200,
  }
  t.equal(
    await messageOf(call, { match }),
    [
      `The requests are not as expected: expected at least 1 request that match ${JSON.stringify({
        operation: created.operation,
        query: match.query,
        headers: match.headers,
        body_path: '[*].name',
        body_equals: 'Spring Sale',
        status: 200,
      })}; found 0.`,
      `The nearest is ID, POST /v5/ad_accounts/${account}/campaigns?page_size=1:`,
      '  expected                    | actual',
      '  operation: campaigns/create | campaigns/create',
      '  query.page_size: 25         | 1  <<<',
      '  query.order: (none)         | (none)',
      '  headers.user-agent: sdk*    | lightMyRequest  <<<',
      '  status: 200                 | 200',
      '  [*].name: Spring Sale       | Spring sale  <<<',
    ].join('\n'),
  )
})

t.test('the message has each line in a few words, however long what is compared is', async (t) => {
  const { call, post } = await mock(t)
  await post('/campaigns', [{ ...campaign, name: `${'x'.repeat(5000)}\n\ny` }])
  const message = await messageOf(call, { match: { ...created, body_path: '[0].name', body_equals: 'y'.repeat(5000) } })
  const [, , ...lines] = message.split('\n')
  t.equal(lines.length, 3)
  for (const line of lines) t.ok(line.length < 150, line)
})

t.test('the message of what was found too often has the latest of it', async (t) => {
  const { call, post, account } = await mock(t)
  for (let count = 0; count < 5; count++) await post('/campaigns', [campaign])
  const message = await messageOf(call, { match: created, never: true })
  const found = `  ID POST /v5/ad_accounts/${account}/campaigns 200`
  t.same(message.split('\n').slice(1), ['The latest 3 of them:', found, found, found])
})

t.test('the message says so where no request is near, and shows no credential', async (t) => {
  const { call } = await mock(t)
  await call('DELETE', '/__mock/requests')
  t.match(await messageOf(call, { match: created }), /found 0\.\nNo request meets a part of it\.$/)
  await call('GET', '/v5/boards?access_token=pina_S3CR3T', undefined, { authorization: 'Bearer pina_S3CR3T' })
  const match = { operation: 'boards/list', headers: { authorization: 'Basic *' }, query: { access_token: null } }
  const message = await messageOf(call, { match })
  t.match(message, /headers\.authorization: Basic \* +\| Bearer … {2}<<</)
  t.notMatch(message, 'S3CR3T')
})

t.test('the message of an order has what was found, and what was near to be next', async (t) => {
  const { call, post, get } = await mock(t)
  await post('/campaigns', [campaign])
  await get('/campaigns?page_size=25')
  const steps = [created, { operation: 'campaigns/list', query: { page_size: 50 } }]
  const message = await messageOf(call, { in_order: steps })
  t.match(message, /step 2 of 2.*found 1\.\nThe nearest is ID, GET .*\n.*\n.*\n {2}query\.page_size: 50 +\| 25 {2}<<<$/)
})
