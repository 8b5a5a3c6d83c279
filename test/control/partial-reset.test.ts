import t from 'tap'
import { type Json, type Mock, mock, testNow } from '../support/mock.ts'

const parts = ['data', 'clock', 'faults', 'journal', 'settings', 'stubs'] as const
type Part = (typeof parts)[number]

/** A world in which every part is other than at its beginning. */
async function changed(t: Parameters<typeof mock>[0], options: object = {}): Promise<Mock> {
  const made = await mock(t, { ownClocks: true, ...options })
  const { call } = made
  await call('POST', '/w/one/v5/ad_accounts', { name: 'Added' })
  await call('POST', '/w/one/__mock/time/freeze', { at: testNow })
  await call('POST', '/w/one/__mock/faults', { match: { operation: 'pins/list' }, effect: 'unavailable' })
  await call('POST', '/w/one/__mock/stubs', { match: { path: '/x' }, scenario: 's', sets: 'On', response: {} })
  await call('GET', '/w/one/v5/x')
  await call('PUT', '/w/one/__mock/settings', {
    limits: { '*': { per_day: 9 } },
    features: { '*': { labels: false } },
    rules: { 'campaign.budget.one-cap': { off: true } },
    transitions: { audiences: 'never' },
    delivery: { ready_after: '1h' },
  })
  return made
}

/** Which parts of the world are as they were changed. */
async function changedParts({ call }: Mock): Promise<readonly Part[]> {
  const read = async (path: string): Promise<Json> => (await call('GET', `/w/one/__mock${path}`)).body
  const { items } = (await call('GET', '/w/one/v5/ad_accounts', undefined, { 'x-mock-fault': 'latency=0' })).body
  const settings = await read('/settings')
  const journaled = await read('/requests/count?operation=ad_accounts/create')
  const holds: Record<Part, boolean> = {
    data: items.some(({ name }: Json) => name === 'Added'),
    clock: (await read('/time')).frozen,
    faults: (await read('/faults')).items.length > 0,
    journal: journaled.count > 0,
    settings:
      settings.limits !== 'off' &&
      settings.features['*']?.labels === false &&
      settings.rules['campaign.budget.one-cap']?.off === true &&
      settings.transitions.audiences === 'never' &&
      settings.delivery.ready_after === 3600,
    stubs: (await read('/stubs')).items.length > 0,
  }
  return parts.filter((part) => holds[part])
}

for (const part of parts) {
  t.test(`${part} alone is reset, and all else stays`, async (t) => {
    const made = await changed(t)
    t.same(await changedParts(made), parts)
    const { status, body } = await made.call('POST', '/w/one/__mock/reset', { only: [part] })
    t.equal(status, 200, JSON.stringify(body))
    t.same(body, { world: 'one', reset: true, parts: [part] })
    t.same(
      await changedParts(made),
      parts.filter((one) => one !== part),
    )
  })
}

t.test('several parts are reset at once, or all but those to keep', async (t) => {
  const first = await changed(t)
  await first.call('POST', '/w/one/__mock/reset', { only: ['journal', 'faults', 'data'] })
  t.same(await changedParts(first), ['clock', 'settings', 'stubs'])
  const second = await changed(t)
  const { body } = await second.call('POST', '/w/one/__mock/reset', { keep: ['clock', 'stubs'] })
  t.same(body.parts, ['data', 'faults', 'journal', 'settings'])
  t.same(await changedParts(second), ['clock', 'stubs'])
})

t.test('all parts are what a reset without a body resets', async (t) => {
  const made = await changed(t)
  t.same((await made.call('POST', '/w/one/__mock/reset')).body, { world: 'one', reset: true })
  t.same(await changedParts(made), [])
})

t.test('clock and settings are reset to those of an origin', async (t) => {
  const { call, clock } = await mock(t, { ownClocks: true })
  t.ok(clock)
  await call('POST', '/w/one/__mock/time/freeze', { at: testNow })
  await call('PUT', '/w/one/__mock/settings', { limits: 'trial' })
  await call('PUT', '/w/one/__mock/snapshots/then')
  await call('POST', '/w/one/__mock/time/freeze', { at: testNow + 60 })
  await call('PUT', '/w/one/__mock/settings', { limits: 'standard' })
  const from = { snapshot: 'then' }
  await call('POST', '/w/one/__mock/reset', { from, only: ['settings'] })
  t.match((await call('GET', '/w/one/__mock/settings')).body, { limits: 'trial' })
  t.match((await call('GET', '/w/one/__mock/time')).body, { now: testNow + 60 })
  await call('POST', '/w/one/__mock/reset', { from, only: ['clock'] })
  t.match((await call('GET', '/w/one/__mock/time')).body, { now: testNow, frozen: true })
})

t.test('a reset of the journal alone leaves waits waiting', async (t) => {
  const { call } = await mock(t)
  const wait = call('POST', '/w/one/__mock/requests/wait', { match: { operation: 'pins/list' }, timeout: '60s' })
  await call('POST', '/w/one/__mock/reset', { only: ['journal'] })
  await call('GET', '/w/one/v5/pins')
  t.match(await wait, { status: 200, body: { found: 1 } })
})

t.test('parts of all worlds are reset, and the others stay', async (t) => {
  const made = await changed(t)
  await made.call('POST', '/w/two/__mock/faults', { effect: 'unavailable' })
  const { body } = await made.call('POST', '/__mock/reset?world=all', { only: ['faults', 'clock'] })
  t.match(body, { world: 'all', parts: ['clock', 'faults'], worlds: ['default', 'one', 'two'] })
  t.same(await changedParts(made), ['data', 'journal', 'settings', 'stubs'])
  t.same((await made.call('GET', '/w/two/__mock/faults')).body.items, [])
  await made.call('POST', '/__mock/reset?world=all', { keep: ['settings'] })
  t.same(await changedParts(made), ['settings'])
})

t.test('settings that a reset keeps are the same to the last', async (t) => {
  const made = await changed(t, { dataDir: t.testdir({}) })
  const before = (await made.call('GET', '/w/one/__mock/settings')).body
  await made.call('POST', '/w/one/__mock/reset', { keep: ['settings'] })
  t.strictSame((await made.call('GET', '/w/one/__mock/settings')).body, before)
  t.strictSame((await made.call('GET', '/w/one/__mock/delivery')).body.ready_after, 3600)
})

for (const [what, body, message] of [
  [
    'a part that there is not',
    { only: ['jornal'] },
    /only\[0\]: "jornal" is not one of data, .*Did you mean journal\?/,
  ],
  ['no part', { only: [] }, /only/],
  ['both lists', { only: ['data'], keep: ['clock'] }, /has both only and keep/],
  ['data to keep', { keep: ['data'] }, /keep\[0\]: "data" is not one of clock/],
  ['an origin that there is not', { only: ['clock'], from: { snapshot: 'none' } }, /none/],
] as const) {
  t.test(`${what} is refused, and nothing is reset`, async (t) => {
    const made = await changed(t)
    t.match(await made.call('POST', '/w/one/__mock/reset', body), { status: /40[04]/, body: { message } })
    t.same(await changedParts(made), parts)
  })
}
