import { readFileSync } from 'node:fs'
import t from 'tap'
import { statesByKind } from '#server/registry/transitions.ts'
import { madeAd } from '../fixtures/ads.ts'
import { audienceIn, customerListIn, emails } from '../fixtures/audiences.ts'
import { feedIn, productRow } from '../fixtures/feeds.ts'
import { orderIn } from '../fixtures/insertion-orders.ts'
import { boot, createdCatalog } from '../fixtures/items.ts'
import { batched, inStock, operating, stockedCatalog } from '../fixtures/local-inventory.ts'
import { beginReport } from '../fixtures/reports.ts'
import { type Json, type Mock, mock, testNow } from '../support/mock.ts'

/** How an entity of a kind is made, how its state is read, and the states that it comes to. */
interface Kind {
  readonly make: (mock: Mock) => Promise<string>
  readonly stateOf: (mock: Mock, id: string, world?: string) => Promise<string>
  readonly first: string
  readonly last: string
  /** Seconds to the last state by its own times. */
  readonly seconds: number
}

const inAccount =
  (path: string, field: string) =>
  async ({ call, account }: Mock, id: string, world = ''): Promise<string> =>
    (await call('GET', `${world}/v5/ad_accounts/${account}/${path}/${id}`)).body[field]

const kinds: Readonly<Record<string, Kind>> = {
  audiences: {
    make: async (mock) => (await audienceIn(mock)).id,
    stateOf: inAccount('audiences', 'status'),
    first: 'INITIALIZING',
    last: 'READY',
    seconds: 60,
  },
  customer_lists: {
    make: async (mock) => (await customerListIn(mock, { records: emails(100) })).id,
    stateOf: inAccount('customer_lists', 'status'),
    first: 'PROCESSING',
    last: 'READY',
    seconds: 60,
  },
  customer_list_uploads: {
    async make(mock) {
      const { id } = await customerListIn(mock)
      const uploads = `/customer_lists/${id}/uploads`
      const { body } = await mock.post(uploads, { operation: 'ADD', total_parts: 1 })
      const upload = body.customer_list_upload.id
      await mock.call('POST', `/v5/ad_accounts/${mock.account}${uploads}/${upload}/run`)
      return `${id}/uploads/${upload}`
    },
    stateOf: inAccount('customer_lists', 'state'),
    first: 'RUNNING',
    last: 'SUCCEEDED',
    seconds: 60,
  },
  insertion_orders: {
    make: (mock) => orderIn(mock),
    stateOf: async ({ call, account }, id, world = '') =>
      (await call('GET', `${world}/v5/ad_accounts/${account}/ssio/insertion_orders/${id}/status`)).body.status,
    first: 'Pending',
    last: 'Approved',
    seconds: 60,
  },
  media: {
    make: async ({ call }) => (await call('POST', '/v5/media', { media_type: 'video' })).body.media_id,
    stateOf: async ({ call }, id, world = '') => (await call('GET', `${world}/v5/media/${id}`)).body.status,
    first: 'registered',
    last: 'succeeded',
    seconds: 3,
  },
  user_websites: {
    async make({ call }) {
      await call('POST', '/v5/user_account/websites', { website: 'shop.example.com' })
      return 'shop.example.com'
    },
    stateOf: async ({ call }, _, world = '') =>
      (await call('GET', `${world}/v5/user_account/websites`)).body.items[0].status,
    // By its own times a claim succeeds at once.
    first: 'verified',
    last: 'verified',
    seconds: 0,
  },
  feed_processing_results: {
    async make(mock) {
      const feed = await feedIn(mock)
      await mock.call('PUT', `/__mock/feeds/${feed.id}/content`, { rows: [productRow] })
      return feed.id
    },
    stateOf: async ({ call }, id, world = '') =>
      (await call('GET', `${world}/v5/catalogs/feeds/${id}/processing_results`)).body.items[0].status,
    first: 'QUEUED_FOR_PROCESSING',
    last: 'COMPLETED',
    seconds: 10,
  },
  item_batches: {
    async make({ call }) {
      const items = [{ item_id: 'A', operation: 'UPSERT', attributes: boot }]
      const market = { catalog_type: 'RETAIL', country: 'US', language: 'EN' }
      return (await call('POST', '/v5/catalogs/items/batch', { ...market, items })).body.batch_id
    },
    stateOf: async ({ call }, id, world = '') =>
      (await call('GET', `${world}/v5/catalogs/items/batch/${id}`)).body.status,
    first: 'PROCESSING',
    last: 'COMPLETED',
    seconds: 10,
  },
  supplemental_item_batches: {
    async make(mock) {
      const { path } = await stockedCatalog(mock)
      const { body } = await batched(mock, path, operating('CREATE', 'A', inStock))
      return `${path}/supplemental_items/batch/${body.batch_id}`
    },
    stateOf: async ({ call }, path, world = '') => (await call('GET', `${world}${path}`)).body.status,
    first: 'PROCESSING',
    last: 'COMPLETED',
    seconds: 10,
  },
  catalog_reports: {
    async make(mock) {
      const { id: catalog_id } = await createdCatalog(mock)
      const report = { report_type: 'DISTRIBUTION_ISSUES', catalog_id }
      return (await mock.call('POST', '/v5/catalogs/reports', { catalog_type: 'RETAIL', report })).body.token
    },
    stateOf: async ({ call }, token, world = '') =>
      (await call('GET', `${world}/v5/catalogs/reports?token=${encodeURIComponent(token)}`)).body.report_status,
    first: 'IN_PROGRESS',
    last: 'FINISHED',
    seconds: 10,
  },
  reports: {
    make: (mock) => beginReport(mock),
    stateOf: async ({ call, account }, token, world = '') => {
      const query = `token=${encodeURIComponent(token)}`
      return (await call('GET', `${world}/v5/ad_accounts/${account}/reports?${query}`)).body.report_status
    },
    first: 'IN_PROGRESS',
    last: 'FINISHED',
    seconds: 10,
  },
  bulk_requests: {
    make: async (mock) => (await mock.post('/bulk/download', {})).body.request_id,
    stateOf: inAccount('bulk', 'status'),
    first: 'RUNNING',
    last: 'SUCCEEDED',
    seconds: 10,
  },
  leads_export: {
    async make(mock) {
      const { id: ad_id } = await madeAd(mock)
      const dates = { start_date: '2026-05-20', end_date: '2026-06-01' }
      return (await mock.post('/leads_export', { ad_id, ...dates })).body.leads_export_id
    },
    stateOf: inAccount('leads_export', 'export_status'),
    first: 'IN_PROGRESS',
    last: 'FINISHED',
    seconds: 10,
  },
  dynamic_titles: {
    make: async (mock) => (await madeAd(mock)).ad_group_id,
    stateOf: async ({ call, account }, id, world = '') => {
      const path = `${world}/v5/ad_accounts/${account}/ad_groups/${id}/dynamic_titles/status`
      return (await call('GET', path)).body.is_ready ? 'READY' : 'GENERATING'
    },
    first: 'GENERATING',
    last: 'READY',
    seconds: 3600,
  },
  ads: {
    make: async (mock) => (await madeAd(mock)).id,
    stateOf: inAccount('ads', 'review_status'),
    first: 'PENDING',
    last: 'APPROVED',
    seconds: 3600,
  },
}

/** A world in which a kind has a transition. */
async function worldWith(t: Parameters<typeof mock>[0], kind: string, transition: Json): Promise<Mock> {
  const made = await mock(t)
  const { status, body } = await made.call('PUT', '/__mock/settings', { transitions: { [kind]: transition } })
  if (status !== 200) t.fail(JSON.stringify(body))
  return made
}

t.test('every kind that comes to its states by the clock is tested', async (t) => {
  t.same(Object.keys(kinds).sort(), Object.keys(statesByKind).sort())
})

t.test('every kind is in the guide, with its states', async (t) => {
  const guide = readFileSync(new URL('../../docs/guides/time.md', import.meta.url), 'utf8')
  for (const kind of Object.keys(statesByKind)) t.match(guide, `| \`${kind}\``)
})

for (const [kind, { make, stateOf, first, last, seconds }] of Object.entries(kinds)) {
  t.test(`${kind} go by their own times where nothing is set`, async (t) => {
    const made = await mock(t)
    const id = await make(made)
    t.equal(await stateOf(made, id), first)
    made.clock.advance(seconds * 1000)
    t.equal(await stateOf(made, id), last)
  })

  t.test(`${kind} are ${last} at once`, async (t) => {
    const made = await worldWith(t, kind, 'immediate')
    t.equal(await stateOf(made, await make(made)), last)
  })

  t.test(`${kind} are never ${last}`, async (t) => {
    const made = await worldWith(t, kind, 'never')
    const id = await make(made)
    made.clock.advance(seconds * 1_000_000)
    t.not(await stateOf(made, id), last)
  })

  t.test(`${kind} are ${last} after a time of the clock`, async (t) => {
    const made = await worldWith(t, kind, { after: '2h' })
    const id = await make(made)
    made.clock.advance(7_199_000)
    t.not(await stateOf(made, id), last)
    made.clock.advance(1000)
    t.equal(await stateOf(made, id), last)
  })

  t.test(`${kind} are ${last} with the third read, and stay so`, async (t) => {
    const made = await worldWith(t, kind, { reads: 3 })
    const id = await make(made)
    const states: string[] = []
    for (const _ of Array(4)) states.push(await stateOf(made, id))
    t.not(states[1], last)
    t.same(states.slice(2), [last, last])
  })

  t.test(`a transition of ${kind} is in forks, snapshots and exports, with the reads that were counted`, async (t) => {
    const made = await worldWith(t, kind, { reads: 3 })
    const { call } = made
    const id = await make(made)
    for (const _ of Array(2)) t.not(await stateOf(made, id), last)
    await call('PUT', '/__mock/snapshots/now')
    await call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
    await call('POST', '/__mock/worlds', { name: 'snapshot', from: { snapshot: 'now' } })
    t.equal((await call('PUT', '/w/import/__mock/state', (await call('GET', '/__mock/state')).body)).status, 200)
    for (const name of ['fork', 'snapshot', 'import']) {
      t.same((await call('GET', `/w/${name}/__mock/settings`)).body.transitions, { [kind]: { reads: 3 } }, name)
      t.equal(await stateOf(made, id, `/w/${name}`), last, name)
    }
    await call('POST', '/__mock/reset')
    t.same((await call('GET', '/__mock/settings')).body.transitions, {})
  })
}

t.test('states between the first and the last come in proportion', async (t) => {
  const made = await worldWith(t, 'media', { after: '30s' })
  const { make, stateOf } = kinds.media as Kind
  const id = await make(made)
  const states: string[] = []
  for (const seconds of [9, 1, 19, 1]) {
    made.clock.advance(seconds * 1000)
    states.push(await stateOf(made, id))
  }
  t.same(states, ['registered', 'processing', 'processing', 'succeeded'])
})

t.test('a list counts as a read of what it has, and a creation or a change does not', async (t) => {
  const made = await worldWith(t, 'audiences', { reads: 2 })
  const { id } = await audienceIn(made)
  await made.patch(`/audiences/${id}`, { name: 'Renamed' })
  const listed = async (): Promise<string> => (await made.get('/audiences')).body.items[0].status
  t.same([await listed(), await listed()], ['INITIALIZING', 'READY'])
})

t.test('what begins anew is read anew', async (t) => {
  const made = await worldWith(t, 'audiences', { reads: 2 })
  const { stateOf } = kinds.audiences as Kind
  const { id, rule } = await audienceIn(made)
  t.same([await stateOf(made, id), await stateOf(made, id)], ['INITIALIZING', 'READY'])
  await made.patch(`/audiences/${id}`, { rule })
  t.same([await stateOf(made, id), await stateOf(made, id)], ['INITIALIZING', 'READY'])
})

t.test('what has come to its last state before stays there, and the next is held', async (t) => {
  const made = await mock(t)
  const { make, stateOf } = kinds.audiences as Kind
  const before = await make(made)
  made.clock.advance(60_000)
  await made.call('PUT', '/__mock/settings', { transitions: { audiences: 'never' } })
  const after = await make(made)
  made.clock.advance(60_000)
  t.same([await stateOf(made, before), await stateOf(made, after)], ['READY', 'INITIALIZING'])
})

t.test('what was held goes on when the transition is taken back or another one is set', async (t) => {
  const made = await worldWith(t, 'audiences', 'never')
  const { make, stateOf } = kinds.audiences as Kind
  const id = await make(made)
  made.clock.advance(3_600_000)
  t.equal(await stateOf(made, id), 'INITIALIZING')
  await made.call('PUT', '/__mock/settings', { transitions: { audiences: { after: '2h' } } })
  t.equal(await stateOf(made, id), 'INITIALIZING')
  await made.call('PUT', '/__mock/settings', { transitions: {} })
  t.equal(await stateOf(made, id), 'READY')
})

t.test('a direct edit to the last state holds against a transition that never comes there', async (t) => {
  const made = await worldWith(t, 'audiences', 'never')
  const { make, stateOf } = kinds.audiences as Kind
  const id = await make(made)
  made.clock.advance(60_000)
  t.equal((await made.call('PATCH', `/__mock/entities/audiences/${id}`, { status: 'READY' })).body.status, 'READY')
  t.equal(await stateOf(made, id), 'READY')
})

t.test('a direct edit to a state that a transition excludes is refused, and says so', async (t) => {
  const made = await worldWith(t, 'audiences', 'immediate')
  const { make } = kinds.audiences as Kind
  const id = await make(made)
  const edit = (status: string) => made.call('PATCH', `/__mock/entities/audiences/${id}`, { status })
  t.match(await edit('INITIALIZING'), {
    status: 400,
    body: { message: /INITIALIZING is excluded by the transition of audiences .*"immediate"/ },
  })
  t.equal((await edit('READY')).status, 200)
})

t.test('a read that changes nothing any more is answered from the cache', async (t) => {
  const made = await worldWith(t, 'audiences', { reads: 1 })
  const { make, stateOf } = kinds.audiences as Kind
  const id = await make(made)
  const { worlds } = made
  await stateOf(made, id)
  const { version } = worlds.world('default')
  await stateOf(made, id)
  t.equal(worlds.world('default').version, version)
})

const refused: readonly [Json, RegExp, Json][] = [
  [{ audience: 'never' }, /audience: .*Did you mean audiences\?/, { audiences: 'never' }],
  [{ campaigns: 'never' }, /campaigns/, { ads: 'never' }],
  [{ ads: 'soon' }, /must be "immediate", "never"/, { ads: 'immediate' }],
  [{ ads: { reads: 0 } }, /reads/, { ads: { reads: 1 } }],
  [{ ads: { reads: 1001 } }, /reads|must be/, { ads: { reads: 1000 } }],
  [{ ads: { after: '0s' } }, /after/, { ads: { after: '1s' } }],
  [{ ads: { after: '1s', reads: 1 } }, /after|reads|must be/, { ads: { after: 1 } }],
]
for (const [transitions, message, nearest] of refused) {
  t.test(`${JSON.stringify(transitions)} is refused, and ${JSON.stringify(nearest)} is taken`, async (t) => {
    const { call } = await mock(t)
    const limits = { '*': { per_minute: 9 } }
    t.match(await call('PUT', '/__mock/settings', { transitions, limits }), { status: 400, body: { message } })
    t.match((await call('GET', '/__mock/settings')).body, { transitions: {}, limits: 'off' })
    t.equal((await call('PUT', '/__mock/settings', { transitions: nearest })).status, 200)
  })
}

t.test('an import with a transition that is none is refused', async (t) => {
  const { call } = await mock(t)
  const { body: state } = await call('GET', '/__mock/state')
  const row = (transition: Json) => ({ name: 'transitions', json: { ads: { transition, since: testNow } } })
  const withRow = (transition: Json) => ({
    ...state,
    tables: { ...state.tables, settings: [...state.tables.settings, row(transition)] },
  })
  t.match(await call('PUT', '/w/other/__mock/state', withRow('soon')), { status: 400, body: { message: /settings/ } })
  t.equal((await call('PUT', '/w/other/__mock/state', withRow('never'))).status, 200)
})
