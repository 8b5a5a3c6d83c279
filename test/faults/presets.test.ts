import { readFileSync } from 'node:fs'
import t from 'tap'
import { sources } from '#openapi/sources.ts'
import { configurationOf } from '#server/config/config.ts'
import { faultPresets, presetNames } from '#server/domain/faults/presets.ts'
import { type MockWorld, startMock } from '#server/index.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'

const pin = { title: 'Tent', media_source: { source_type: 'image_url', url: 'https://example.com/tent.jpg' } }
const makePin = ({ call }: Mock) => call('POST', '/v5/pins', pin)

/** A world with a failure. */
async function failing(t: Parameters<typeof mock>[0], preset: string, more: object = {}): Promise<Mock> {
  const made = await mock(t)
  const { status, body } = await made.call('POST', '/__mock/faults', { preset, ...more })
  if (status !== 200) t.fail(JSON.stringify(body))
  return made
}

t.test('the failures are listed with what they stand for, how they are known, and their faults', async (t) => {
  const { call } = await mock(t)
  const { items } = (await call('GET', '/__mock/faults/presets')).body
  t.same(
    items.map(({ name }: Json) => name),
    ['spam-block', 'image-fetch-failed', 'report-cost-limit', 'trial-app', 'deploy', 'flaky-network'],
  )
  for (const { meaning, evidence, source, faults } of items) {
    t.ok(meaning.length > 20 && evidence !== '' && source !== '' && faults.length > 0)
  }
})

t.test('every failure names a source that is known', async (t) => {
  const keys = sources.map(({ key }) => key)
  for (const [name, { evidence, source }] of Object.entries(faultPresets)) {
    const isOurs = evidence === 'assumed' && source === 'a decision of this project'
    t.ok(isOurs || keys.some((key) => source.startsWith(key)), `${name}: ${source}`)
  }
})

t.test('each failure can be added, and again under other ids', async (t) => {
  for (const preset of presetNames) {
    const { call } = await mock(t)
    const ids: string[] = []
    for (const _ of Array(2)) {
      const { status, body } = await call('POST', '/__mock/faults', { preset })
      t.equal(status, 200, JSON.stringify(body))
      ids.push(...body.items.map(({ id }: Json) => id))
    }
    t.equal(new Set(ids).size, ids.length, ids.join(', '))
    t.ok(ids.every((id) => id.startsWith(preset)))
  }
})

t.test('a spam block refuses every Pin with code 9, and nothing else', async (t) => {
  const made = await failing(t, 'spam-block')
  for (const _ of Array(2)) {
    t.match(await makePin(made), {
      status: 429,
      body: { code: 9, message: /^Sorry! You've hit a block \(Pins\) .* combat spam/ },
      headers: { 'x-mock-faults': 'spam-block', 'content-type': 'application/json' },
    })
  }
  t.equal((await made.call('GET', '/v5/pins')).status, 200)
})

t.test('an image that is not fetched refuses one Pin of an address, and the next call makes it', async (t) => {
  const made = await failing(t, 'image-fetch-failed')
  t.match(await makePin(made), { status: 400, body: { code: 1, message: 'Sorry we could not fetch the image.' } })
  t.equal((await makePin(made)).status, 200)
})

t.test('the cost limit of reports has its own code, and the seconds in its message', async (t) => {
  const made = await failing(t, 'report-cost-limit')
  t.match(await made.post('/reports', {}), {
    status: 429,
    body: { code: 2726, message: 'Reporting query cost limit exceeded. Retry after 1 seconds' },
    headers: { 'retry-after': undefined },
  })
  t.not((await made.post('/reports', {})).body.code, 2726)
})

t.test('an app with trial access makes no Pins', async (t) => {
  const made = await failing(t, 'trial-app')
  t.match(await makePin(made), {
    status: 403,
    body: { code: 29, message: /^Apps with Trial access may not create Pins/ },
  })
})

t.test('a deployment answers 502 in HTML for 30 seconds of the clock', async (t) => {
  const { get, clock } = await failing(t, 'deploy')
  t.match(await get('/campaigns'), { status: 502, body: /Bad Gateway/, headers: { 'content-type': 'text/html' } })
  clock.advance(29_000)
  t.equal((await get('/campaigns')).status, 502)
  clock.advance(1000)
  t.equal((await get('/campaigns')).status, 200)
})

t.test('a flaky network delays every response, and resets or loses a few, the same ones on every run', async (t) => {
  const { call } = await failing(t, 'flaky-network')
  const { items } = (await call('GET', '/__mock/faults')).body
  t.match(items, [
    { id: 'flaky-network-slow', effect: { type: 'latency' } },
    { id: 'flaky-network-reset', trigger: { probability: 0.05 }, effect: { type: 'reset' } },
    { id: 'flaky-network-lost', trigger: { probability: 0.03 }, effect: { type: 'answer_lost' } },
  ])
})

t.test('what a call says beside the name replaces what the failure says', async (t) => {
  const made = await failing(t, 'deploy', { expires_in: '1m', times: 1, match: { operation: 'campaigns/list' } })
  t.match((await made.call('GET', '/__mock/faults/deploy')).body, {
    match: { operation: 'campaigns/list' },
    times: 1,
    expires: made.now + 60,
  })
  t.equal((await made.call('GET', '/v5/pins')).status, 200)
  t.equal((await made.get('/campaigns')).status, 502)
  t.equal((await made.get('/campaigns')).status, 200)
})

t.test('failures and faults are added in one list, all or none', async (t) => {
  const { call } = await mock(t)
  const fault = { id: 'deploy', effect: 'latency=1ms' }
  const { body } = await call('POST', '/__mock/faults', [{ preset: 'deploy' }, fault])
  t.match(body.items, [{ id: 'deploy-2' }, { id: 'deploy' }])
  await call('DELETE', '/__mock/faults')
  t.match(await call('POST', '/__mock/faults', [{ preset: 'deploy' }, { preset: 'deplo' }]), {
    status: 400,
    body: { message: /\[1\]\.preset: "deplo" is not one of .*Did you mean deploy\?/ },
  })
  t.match(await call('POST', '/__mock/faults', { preset: 'trial-app', match: { operation: 'boards/create' } }), {
    status: 200,
  })
  t.match(await call('POST', '/__mock/faults', { preset: 'trial-app', match: { method: 'GET' } }), {
    status: 400,
    body: { message: /never called with GET: pins\/create/ },
  })
})

t.test('the header takes the name of a failure that has one effect', async (t) => {
  const { get } = await mock(t)
  const { app, account } = await mock(t)
  const send = (fault: string) =>
    app.inject({
      url: `/v5/ad_accounts/${account}/campaigns`,
      headers: { authorization: 'Bearer any', 'x-mock-fault': fault },
    })
  t.equal((await get('/campaigns')).status, 200)
  for (const name of presetNames.filter((one) => one !== 'flaky-network')) {
    const { statusCode } = await send(name)
    t.ok(statusCode >= 400, `${name}: ${statusCode}`)
  }
  const { statusCode, body } = await send('flaky-network')
  t.equal(statusCode, 400)
  t.match(body, /has several effects: add its faults with/)
  t.match((await send('spam-blok')).body, /Did you mean spam-block\?/)
})

t.test('a fault may have the effect of a failure on other calls', async (t) => {
  const { call, get } = await mock(t)
  await call('POST', '/__mock/faults', { match: { operation: 'campaigns/list' }, effect: 'report-cost-limit' })
  t.match(await get('/campaigns'), { status: 429, body: { code: 2726 } })
})

t.test('every failure is in the guide', async (t) => {
  const guide = readFileSync(new URL('../../docs/guides/faults.md', import.meta.url), 'utf8')
  for (const name of presetNames) t.match(guide, `| \`${name}\` |`)
})

t.test('with an option every world has the faults of failures, and after a reset again', async (t) => {
  const server = await startMock({ faults: ['trial-app', 'flaky-network'], listen: false })
  t.teardown(() => server.close())
  const ids = async ({ faults }: Pick<MockWorld, 'faults'>) => (await faults.list()).map(({ id }) => id)
  const all = ['trial-app', 'flaky-network-slow', 'flaky-network-reset', 'flaky-network-lost']
  t.same(await ids(server), all)
  t.same(await ids(server.world('other')), all)
  await server.faults.clear()
  t.same(await ids(server), [])
  await server.reset()
  t.same(await ids(server), all)
  await server.faults.remove('trial-app')
  await server.snapshot('here')
  await server.restore('here', { keep: ['faults'] })
  t.same(await ids(server), all.slice(1))
})

t.test('an option that names no failure is refused', async (t) => {
  t.throws(() => configurationOf({ faults: ['deplo'] }), { message: /faults.*deploy/s })
})
