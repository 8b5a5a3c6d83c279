import { idOf } from '#server/domain/ids.ts'
import type { MockWorld } from '#server/index.ts'
import { adIdRange } from '#server/resources/campaign-management/ads/resource.ts'
import { leadFormIdRange } from '#server/resources/campaign-management/lead-forms/resource.ts'
import { leadIdRange } from '#server/resources/campaign-management/leads/resource.ts'
import { feedIdRange } from '#server/resources/catalogs/feeds/resource.ts'

/** A verb with one call of it. */
type VerbCall = readonly [verb: string, call: (world: MockWorld) => Promise<unknown>]

const match = { operation: 'campaigns/create' } as const
const everyMatch = {
  operation: 'campaigns/create',
  method: 'POST',
  path: '/ad_accounts/*/campaigns',
  status: 200,
  rule: 'campaign.budget.one-cap',
  ad_account: '549755885262',
  since: '1',
  warnings: false,
  faults: false,
  fallback: 'contract',
  differs: false,
  query: { page_size: '25', bookmark: null },
  headers: { 'user-agent': '*' },
  body_contains: 'Sale',
  body_path: '[0].name',
  body_equals: 'Sale',
} as const
const order_line = { ad_account_id: '549755885262', name: 'Spring' }

/**
 * Calls of every verb of the library that, together, pass everything that test control takes: each parameter of a query
 * and each field of a body. They run one after the other in one world of the seed `small`.
 */
export const verbCalls: readonly VerbCall[] = [
  ['about', (world) => world.about()],
  ['rules.list', (world) => world.rules.list({ operation: 'ads/create', evidence: 'documented' })],

  ['clock.now', (world) => world.clock.now()],
  ['clock.freeze', (world) => world.clock.freeze('2026-06-01T12:00:00Z')],
  ['clock.set', (world) => world.clock.set(1_780_315_200)],
  ['clock.advance', (world) => world.clock.advance('P7D')],
  ['clock.tick', (world) => world.clock.tick('1s')],
  ['clock.travel', (world) => world.clock.travel('-1d')],
  ['clock.setSystemTime', (world) => world.clock.setSystemTime(1_780_315_200)],
  ['clock.resume', (world) => world.clock.resume()],
  ['clock.unfreeze', (world) => world.clock.unfreeze()],

  ['settings.get', (world) => world.settings.get()],
  [
    'settings.set',
    (world) =>
      world.settings.set({
        features: {},
        rules: {},
        limits: 'off',
        api_version: '5.28',
        rehearse: 'off',
        profile: 'off',
        transitions: {},
        delivery: {},
      }),
  ],

  ['delivery.get', (world) => world.delivery.get()],
  [
    'delivery.set',
    (world) =>
      world.delivery.set({
        accounts: { '*': { factor: 2, off: false } },
        ready_after: '1d',
        figures: [{ ad_id: idOf(adIdRange, 1), date: '2026-05-30', hour: 3, columns: { IMPRESSION_1: 10 } }],
      }),
  ],
  ['feeds.setContent', (world) => world.feeds.setContent(idOf(feedIdRange, 1), { samples: 3 })],
  ['feeds.setContent', (world) => world.feeds.setContent(idOf(feedIdRange, 1), { rows: [{ id: 'TENT-1' }] })],
  ['feeds.setContent', (world) => world.feeds.setContent(idOf(feedIdRange, 1), { error: 'FETCH_ERROR' })],
  ['feeds.setContent', (world) => world.feeds.setContent(idOf(feedIdRange, 1), null)],
  [
    'leads.create',
    (world) =>
      world.leads.create({
        lead_form_id: idOf(leadFormIdRange, 1),
        ad_id: idOf(adIdRange, 2),
        answers: ['reader@example.com'],
        created_time: '2026-05-30T12:00:00Z',
      }),
  ],
  ['leads.list', (world) => world.leads.list({ limit: 1 })],
  ['leads.get', (world) => world.leads.get(idOf(leadIdRange, 1))],
  ['leads.deliver', (world) => world.leads.deliver(idOf(leadIdRange, 1))],
  [
    'faults.add',
    (world) =>
      world.faults.add({
        id: 'one',
        match,
        trigger: { nth: 1 },
        times: 1,
        expires_in: 'PT1H',
        seed: 1,
        effect: 'unavailable',
      }),
  ],
  [
    'faults.addPreset',
    (world) =>
      world.faults.addPreset('deploy', { match: {}, trigger: { nth: 99 }, times: 1, expires_in: '1h', seed: 1 }),
  ],
  ['faults.presets', (world) => world.faults.presets()],
  ['faults.list', (world) => world.faults.list()],
  ['faults.get', (world) => world.faults.get('one')],
  ['faults.remove', (world) => world.faults.remove('one')],
  ['faults.clear', (world) => world.faults.clear()],

  [
    'stubs.add',
    (world) =>
      world.stubs.add({
        id: 'one',
        match,
        response: {},
        scenario: 'order',
        requires: 'Started',
        sets: 'Paid',
        priority: 1,
        times: 1,
        expires_in: '1h',
      }),
  ],
  ['stubs.add', (world) => world.stubs.add({ match, responses: [{}] })],
  ['stubs.list', (world) => world.stubs.list()],
  ['stubs.get', (world) => world.stubs.get('one')],
  [
    'stubs.replace',
    (world) =>
      world.stubs.replace('one', {
        match,
        response: {},
        scenario: 'order',
        requires: 'Started',
        sets: 'Paid',
        priority: 1,
        times: 1,
        expires_in: '1h',
      }),
  ],
  ['stubs.replace', (world) => world.stubs.replace('two', { match, responses: [{}] })],
  ['stubs.scenarios', (world) => world.stubs.scenarios()],
  ['stubs.setScenario', (world) => world.stubs.setScenario('order', 'Paid')],
  ['stubs.resetScenarios', (world) => world.stubs.resetScenarios()],
  ['stubs.remove', (world) => world.stubs.remove('two')],
  ['stubs.clear', (world) => world.stubs.clear()],

  ['requests.find', (world) => world.requests.find(match, { limit: 1, order: 'DESCENDING', source: 'client' })],
  ['requests.count', (world) => world.requests.count(everyMatch)],
  ['requests.get', async (world) => world.requests.get(await anyCall(world), { world: 'all' })],
  ['requests.why', async (world) => world.requests.why(await anyCall(world))],
  ['why', async (world) => world.why(await anyCall(world))],
  ['requests.curl', async (world) => world.requests.curl(await anyCall(world))],
  ['requests.unmatched', (world) => world.requests.unmatched()],
  [
    'requests.compare',
    (world) => world.requests.compare({ target: 'http://127.0.0.1:9', token: 'x', match: 'boards/get' }),
  ],
  ['requests.har', (world) => world.requests.har(everyMatch)],
  ['requests.harOf', async (world) => world.requests.harOf(await anyCall(world))],
  ['requests.wait', (world) => world.requests.wait({}, { count: 1, timeout: 1 })],
  ['requests.verify', (world) => world.requests.verify(match, { times: 0 })],
  ['requests.verify', (world) => world.requests.verify(match, { at_least: 0, at_most: 1 })],
  ['requests.verify', (world) => world.requests.verify(match, { never: true })],
  ['requests.verifyInOrder', (world) => world.requests.verifyInOrder({})],
  [
    'events',
    async (world) => {
      const { since: _since, ...criteria } = everyMatch
      const ended = new AbortController()
      const { signal } = ended
      const none = first(world.events({ match: criteria, events: ['call'], after: '0', heartbeat: 60, signal }))
      await world.clock.now()
      ended.abort()
      await none
      await first(world.events({ world: 'all', after: '0' }))
    },
  ],
  ['report', (world) => world.report({ world: 'all', as: 'markdown' })],
  ['report', (world) => world.report({ as: 'junit' })],
  ['report', (world) => world.report({ as: 'sarif' })],
  ['coverage', (world) => world.coverage({ world: 'all' })],
  ['metrics', (world) => world.metrics()],
  ['report', (world) => world.report({ fail_on: ['duplicate-create'], min_operations: 0, max_findings: 9 })],
  ['requests.clear', (world) => world.requests.clear()],

  ['seeds.list', (world) => world.seeds.list()],
  ['seeds.ids', (world) => world.seeds.ids()],
  ['seeds.schema', (world) => world.seeds.schema()],
  ['seeds.apply', (world) => world.seeds.apply('ad_accounts: [{ name: Shop }]')],
  ['seed', (world) => world.seed({ ad_accounts: [{ name: 'Shop' }] })],

  ['entities.kinds', (world) => world.entities.kinds()],
  ['entities.edit', (world) => world.entities.edit('campaigns', '626700000102', { status: 'PAUSED' })],
  ['edit', (world) => world.edit('campaigns', '626700000102', { status: 'ACTIVE' })],
  ['entities.create', (world) => world.entities.create('order_lines', order_line)],
  [
    'entities.delete',
    async (world) => {
      const { id } = await world.entities.create('order_lines', order_line)
      await world.entities.delete('order_lines', String(id))
    },
  ],

  ['snapshots.take', (world) => world.snapshots.take('one')],
  ['snapshots.list', (world) => world.snapshots.list({ of: 'default' })],
  ['snapshots.restore', (world) => world.snapshots.restore('one', { keep: ['journal'] })],
  ['snapshots.delete', (world) => world.snapshots.delete('one')],
  ['snapshot', (world) => world.snapshot('two')],
  ['restore', (world) => world.restore('two', { keep: ['faults'] })],

  ['state.export', (world) => world.state.export()],
  ['state.import', async (world) => world.state.import(await world.state.export())],

  ['worlds.list', (world) => world.worlds.list()],
  ['worlds.create', (world) => world.worlds.create({ name: 'three', from: { seed: 'empty' }, ttl: 60 })],
  ['worlds.get', (world) => world.worlds.get('three')],
  ['worlds.delete', (world) => world.worlds.delete('three')],
  [
    'create',
    (world) =>
      world.create({
        name: 'four',
        clock: new Date(0),
        settings: { limits: 'off' },
        seed: { ad_accounts: [{ name: 'Shop' }] },
        faults: [{ effect: 'unavailable' }, { preset: 'deploy' }],
        stubs: [{ match, response: {} }],
      }),
  ],
  ['fork', (world) => world.fork({ name: 'five' })],
  ['delete', async (world) => (await world.fork()).delete()],
  ['reset', (world) => world.reset({ seed: 'small' })],
  ['reset', (world) => world.reset('small', { keep: ['journal'] })],
  ['reset', (world) => world.reset({ only: ['journal', 'stubs'] })],
  ['resetAll', (world) => world.resetAll({ seed: 'small' })],
  ['worlds.clear', (world) => world.worlds.clear()],
]

/** Makes a call of the API, and returns its response. */
const anyCall = (world: MockWorld): Promise<Response> => world.fetch(`${world.baseUrl}/ad_accounts`)

/** Waits for the first of the events. */
async function first(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _event of events) return
}
