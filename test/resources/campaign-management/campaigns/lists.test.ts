import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const statuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT']

/** A world with a campaign of each status, each named after it, and their ids by name. */
async function withEveryStatus({ post }: Mock): Promise<Readonly<Record<string, string>>> {
  const { body } = await post(
    '/campaigns',
    statuses.map((status) => ({ ...awareness, name: status, status })),
  )
  return Object.fromEntries(body.items.map(({ data }: Json) => [data.name, data.id]))
}

async function namesIn({ get }: Mock, query = ''): Promise<readonly string[]> {
  const { body } = await get(`/campaigns${query}`)
  return body.items.map(({ name }: Json) => name)
}

t.test('an account without campaigns lists none', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get('/campaigns')
  t.equal(status, 200)
  t.strictSame(body, { items: [], bookmark: null })
})

t.test('a list has what is ACTIVE and PAUSED unless other statuses are asked for', async (t) => {
  const world = await mock(t)
  await withEveryStatus(world)
  t.same(await namesIn(world), ['ACTIVE', 'PAUSED'])
})

for (const status of statuses) {
  t.test(`a list has what is ${status} when that is asked for`, async (t) => {
    const world = await mock(t)
    await withEveryStatus(world)
    t.same(await namesIn(world, `?entity_statuses=${status}`), [status])
  })
}

const spellings = {
  repeated: 'entity_statuses=ACTIVE&entity_statuses=DRAFT',
  'comma-separated': 'entity_statuses=ACTIVE,DRAFT',
  'comma-separated and encoded': 'entity_statuses=ACTIVE%2CDRAFT',
}
for (const [spelling, query] of Object.entries(spellings)) {
  t.test(`several statuses may be ${spelling}`, async (t) => {
    const world = await mock(t)
    await withEveryStatus(world)
    t.same(await namesIn(world, `?${query}`), ['ACTIVE', 'DRAFT'])
  })
}

t.test('several ids may be repeated, comma-separated, or both', async (t) => {
  const world = await mock(t)
  const { ACTIVE, PAUSED } = await withEveryStatus(world)
  t.same(await namesIn(world, `?campaign_ids=${ACTIVE}`), ['ACTIVE'])
  t.same(await namesIn(world, `?campaign_ids=${ACTIVE}&campaign_ids=${PAUSED}`), ['ACTIVE', 'PAUSED'])
  t.same(await namesIn(world, `?campaign_ids=${ACTIVE},${PAUSED}`), ['ACTIVE', 'PAUSED'])
  t.same(await namesIn(world, `?campaign_ids=${ACTIVE}%2C${PAUSED}&campaign_ids=${ACTIVE}`), ['ACTIVE', 'PAUSED'])
})

t.test('ids and statuses narrow a list together', async (t) => {
  const world = await mock(t)
  const { ACTIVE, ARCHIVED } = await withEveryStatus(world)
  t.same(await namesIn(world, `?campaign_ids=${ACTIVE},${ARCHIVED}`), ['ACTIVE'])
  t.same(await namesIn(world, `?campaign_ids=${ACTIVE},${ARCHIVED}&entity_statuses=ARCHIVED`), ['ARCHIVED'])
})

t.test('ids that nobody knows are left out', async (t) => {
  const world = await mock(t)
  const { ACTIVE } = await withEveryStatus(world)
  t.same(await namesIn(world, `?campaign_ids=123,${ACTIVE}`), ['ACTIVE'])
  t.same(await namesIn(world, '?campaign_ids=123'), [])
})

t.test('a list is in the order of creation, whatever the order of the ids asked for', async (t) => {
  const world = await mock(t)
  const { ACTIVE, PAUSED } = await withEveryStatus(world)
  t.same(await namesIn(world, `?campaign_ids=${PAUSED},${ACTIVE}`), ['ACTIVE', 'PAUSED'])
  t.same(await namesIn(world, '?order=ASCENDING'), ['ACTIVE', 'PAUSED'])
  t.same(await namesIn(world, '?order=DESCENDING'), ['PAUSED', 'ACTIVE'])
})

t.test('statuses are merged in the order of creation', async (t) => {
  const world = await mock(t)
  const { body } = await world.post(
    '/campaigns',
    ['PAUSED', 'ACTIVE', 'DRAFT', 'ACTIVE', 'PAUSED'].map((status, name) => ({
      ...awareness,
      name: `${name}`,
      status,
    })),
  )
  t.equal(body.items.length, 5)
  t.same(await namesIn(world, '?entity_statuses=DRAFT,PAUSED,ACTIVE'), ['0', '1', '2', '3', '4'])
  t.same(await namesIn(world, '?entity_statuses=ACTIVE,PAUSED&order=DESCENDING'), ['4', '3', '1', '0'])
})

t.test('query parameters that are empty or unknown change nothing', async (t) => {
  const world = await mock(t)
  await withEveryStatus(world)
  t.same(await namesIn(world, '?campaign_ids=&entity_statuses=&order=&page_size=&bookmark='), ['ACTIVE', 'PAUSED'])
  t.same(await namesIn(world, '?include_archived=false'), ['ACTIVE', 'PAUSED'])
  t.same(await namesIn(world, '?'), ['ACTIVE', 'PAUSED'])
})

const refused = {
  'a status that does not exist': 'entity_statuses=ARCHIVE',
  'an order that does not exist': 'order=RANDOM',
  'an id that is no number': 'campaign_ids=1,x',
  'more than 250 ids': `campaign_ids=${Array.from({ length: 251 }, (_, index) => index)}`,
}
for (const [what, query] of Object.entries(refused)) {
  t.test(`a list is refused ${what}`, async (t) => {
    const { get } = await mock(t)
    const { status, body } = await get(`/campaigns?${query}`)
    t.equal(status, 400)
    t.match(body, { code: 1, message: String })
  })
}

t.test('a list takes 250 ids', async (t) => {
  const { get } = await mock(t)
  const { status } = await get(`/campaigns?campaign_ids=${Array.from({ length: 250 }, (_, index) => index)}`)
  t.equal(status, 200)
})
