import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openFallbacks } from '#server/app/fallbacks/open-fallbacks.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { TargetAnswer } from '#server/target/client/target-answer.ts'
import { Recorder } from '#server/target/recordings/recorder.ts'
import { description } from '../fallbacks/description.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'
import { forwardingTo, plainTarget, targetToken } from './forwarding.ts'

const recordedIn = (folder: string): readonly Json[] =>
  readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))

/** A server that has kept the answers of another one to these calls. */
async function recorded(
  t: Test,
  answer: Json,
  calls: readonly (readonly [method: string, path: string, body?: unknown])[],
  bounds?: { files: number; bytes: number },
): Promise<{ folder: string; recorder: Recorder }> {
  const folder = join(t.testdir({}), 'kept')
  const baseUrl = await plainTarget(t, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(typeof answer === 'function' ? answer(request) : answer))
  })
  const recorder = await Recorder.open(folder, {
    hide: (text) => text.replaceAll(targetToken, '…'),
    ...(bounds && { bounds }),
  })
  const { call, forwarder } = await forwardingTo(t, baseUrl, { writes: true, recorder })
  for (const [method, path, body] of calls) await call(method, path, body)
  await forwarder.idle()
  return { folder, recorder }
}

/** A server that answers by recordings what it lacks. */
async function mockOf(t: Test, recordings: string, contract?: string): Promise<Mock> {
  return mock(t, {
    fallbacks: await openFallbacks({ recordings, contract }, ({ id }) => implementedOperations.has(id)),
    seed: 'small',
  })
}

t.test('answers are kept without tokens, names and e-mail addresses; ids stay', async (t) => {
  const person = {
    id: '549755885262',
    owner: { username: 'ada.lovelace', first_name: 'Ada' },
    note: 'Made by ada.lovelace, see ada@example.org',
    access_token: 'pina_ABCDEFGH',
    echoed: `Bearer ${targetToken}`,
    kind: 'CALM',
  }
  const { folder } = await recorded(t, person, [['GET', '/v5/moods/549755885262?name=Ada+L&b=2&a=1']])
  const [file = ''] = readdirSync(folder)
  t.match(file, /^get-moods-id-[0-9a-f]{16}\.json$/)
  const text = readFileSync(join(folder, file), 'utf8')
  t.notMatch(text, /ada|lovelace|example\.org|ABCDEFGH|SECRETOFTHETARGET/i)
  t.match(JSON.parse(text), {
    format: 'pinterest-ads-mock/recording',
    version: 1,
    recorded: /^\d{4}-/,
    operation: null,
    request: {
      method: 'GET',
      path: '/moods/549755885262',
      query: [
        ['a', '1'],
        ['b', '2'],
        ['name', '…'],
      ],
      body: null,
    },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { id: '549755885262', kind: 'CALM' },
    },
  })
})

t.test('a later server answers by recordings what it does not know, and marks it', async (t) => {
  const answer = ({ url }: Json): Json => ({ mood: url.includes('LOUD') ? 'loud' : 'calm', owner_name: 'Ada' })
  const { folder } = await recorded(t, answer, [
    ['GET', '/v5/moods?kind=LOUD&page=1'],
    ['GET', '/v5/moods'],
    ['GET', '/v5/user_account'],
  ])
  const { call } = await mockOf(t, folder)
  const loud = await call('GET', '/v5/moods?page=1&kind=LOUD')
  t.strictSame(
    [loud.status, loud.body, loud.headers['x-mock-source']],
    [200, { mood: 'loud', owner_name: '…' }, 'recorded'],
  )
  t.equal((await call('GET', '/v5/moods')).body.mood, 'calm')
  t.equal((await call('GET', '/v5/moods?kind=OTHER')).status, 404, 'what was not recorded')
  const { body, headers } = await call('GET', '/v5/user_account')
  t.equal(headers['x-mock-source'], undefined, 'what the server knows it answers itself')
  t.equal(body.mood, undefined)
  const { body: entry } = await call('GET', `/__mock/requests/${loud.headers['x-mock-request-id']}`)
  t.match(entry, { operation: 'GET /moods', fallback: 'recorded' })
  t.match((await call('GET', '/__mock/report')).body.fallbacks[0], { source: 'recorded', operation: 'GET /moods' })
  t.match((await call('PUT', '/v5/moods')).headers.allow, 'GET, HEAD, OPTIONS')
})

t.test('of writes, the one with the same body answers, else another one', async (t) => {
  const folder = t.testdir({})
  const recorder = await Recorder.open(folder, { hide: String })
  for (const [number, body] of [
    [1, { color: 'red', size: 1 }],
    [2, { color: 'blue' }],
  ] as const) {
    const call = { operation: null, method: 'POST', path: '/moods', query: '', body: JSON.stringify(body) }
    await recorder.keep(call, new TargetAnswer(201, new Headers(), JSON.stringify({ number }), 1))
  }
  const { call } = await mockOf(t, folder)
  t.strictSame((await call('POST', '/v5/moods', { size: 1, color: 'red' })).body, { number: 1 })
  t.match((await call('POST', '/v5/moods', { color: 'green' })).status, 201)
})

t.test('a recording comes before a description', async (t) => {
  const account = '549755885262'
  const { folder } = await recorded(t, { items: ['real'] }, [['GET', `/v5/ad_accounts/${account}/moods`]])
  const contract = join(folder, '..', 'contract.json')
  writeFileSync(contract, JSON.stringify(description))
  const { call } = await mockOf(t, folder, contract)
  const first = await call('GET', `/v5/ad_accounts/${account}/moods`)
  t.strictSame([first.body, first.headers['x-mock-source']], [{ items: ['real'] }, 'recorded'])
  const second = await call('GET', `/v5/ad_accounts/${account}/moods?page_size=2`)
  t.strictSame([second.status, second.headers['x-mock-source']], [200, 'contract'])
})

t.test('the same call is kept once, and files are bounded in number and size', async (t) => {
  const calls = ['/v5/a', '/v5/a', '/v5/b', '/v5/c'].map((path) => ['GET', path] as const)
  const few = await recorded(t, { one: 1 }, calls, { files: 2, bytes: 10_000 })
  t.strictSame(
    recordedIn(few.folder).map(({ request }) => request.path),
    ['/a', '/b'],
  )
  t.equal(few.recorder.left, 1)
  const small = await recorded(t, { one: 'x'.repeat(3000) }, calls, { files: 100, bytes: 2000 })
  t.strictSame([readdirSync(small.folder).length, small.recorder.left], [0, 4], 'and nothing else is left behind')
})

t.test('a folder that cannot be read, or has what is no recording, is refused', async (t) => {
  const refused = (recordings: string, message: RegExp): Promise<unknown> =>
    t.rejects(
      openFallbacks({ recordings }, () => true),
      { constructor: UsageError, message },
    )
  const folder = t.testdir({})
  await refused(join(folder, 'none'), /^--recordings cannot be read: ENOENT/)
  writeFileSync(join(folder, 'a.json'), '{')
  await refused(folder, /--recordings: a\.json is no recording: it is not JSON/)
  writeFileSync(join(folder, 'a.json'), '{"format":"else"}')
  await refused(folder, /--recordings: a\.json is no recording: format/)
  writeFileSync(join(folder, 'file'), '')
  await t.rejects(Recorder.open(join(folder, 'file'), { hide: String }), { message: /^--record cannot be written: / })
})
