import t from 'tap'
import { adGroupIn, cbo, madeIn, rulesOf } from '#test/fixtures/ad-groups.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const ids = (items: readonly Json[]): readonly string[] => items.map(({ id }) => id)
const listed = async (world: Mock, query: string) => ids((await world.get(`/ad_groups?${query}`)).body.items)

t.test(
  'without filters a list has the active and paused ad groups of all campaigns, in order of creation',
  async (t) => {
    const world = await mock(t)
    const [one, two] = [await cbo(world), await cbo(world)]
    const first = await madeIn(world, two)
    const second = await madeIn(world, one, { status: 'PAUSED' })
    await madeIn(world, one, { status: 'DRAFT' })
    const archived = await madeIn(world, one)
    await world.change('/ad_groups', { id: archived.id, status: 'ARCHIVED' })
    const third = await madeIn(world, two)
    t.strictSame(await listed(world, ''), ids([first, second, third]))
    t.strictSame(await listed(world, 'order=ASCENDING'), ids([first, second, third]))
    t.strictSame(await listed(world, 'order=DESCENDING'), ids([third, second, first]))
  },
)

t.test('a list is narrowed to campaigns, written in any of the ways of real clients', async (t) => {
  const world = await mock(t)
  const [one, two, three] = [await cbo(world), await cbo(world), await cbo(world)]
  const a = await madeIn(world, three)
  const b = await madeIn(world, one)
  const c = await madeIn(world, two)
  t.strictSame(await listed(world, `campaign_ids=${two.id}`), ids([c]))
  t.strictSame(await listed(world, `campaign_ids=${one.id}&campaign_ids=${three.id}`), ids([a, b]))
  t.strictSame(await listed(world, `campaign_ids=${one.id}%2C${three.id}`), ids([a, b]))
  t.strictSame(await listed(world, `campaign_ids=${one.id},${three.id}&campaign_ids=${one.id}`), ids([a, b]))
})

t.test('a list is narrowed to ad groups, in order of creation and each once', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const made = [await madeIn(world, campaign), await madeIn(world, campaign), await madeIn(world, campaign)]
  const [a, b, c] = ids(made)
  t.strictSame(await listed(world, `ad_group_ids=${c},${a},${c}`), [a, c])
  t.strictSame(await listed(world, `ad_group_ids=${b}&order=DESCENDING`), [b])
  t.strictSame(await listed(world, `ad_group_ids=${a},${b},${c}&order=DESCENDING`), [c, b, a])
})

t.test('unknown ids are left out of a list', async (t) => {
  const world = await mock(t)
  const { id, campaign_id } = await madeIn(world, cbo(world))
  t.strictSame(await listed(world, `ad_group_ids=123321,${id}`), [id])
  t.strictSame(await listed(world, `campaign_ids=123321,${campaign_id}`), [id])
  t.strictSame((await world.get('/ad_groups?ad_group_ids=123321')).body, { items: [], bookmark: null })
  t.strictSame((await world.get('/ad_groups?campaign_ids=123321')).body, { items: [], bookmark: null })
})

t.test('what belongs to another ad account is left out of a list', async (t) => {
  const world = await mock(t)
  const { id, campaign_id } = await madeIn(world, cbo(world))
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  for (const query of ['', `?ad_group_ids=${id}`, `?campaign_ids=${campaign_id}`]) {
    const { status, body } = await world.call('GET', `/v5/ad_accounts/${other.id}/ad_groups${query}`)
    t.equal(status, 200)
    t.strictSame(body, { items: [], bookmark: null })
  }
})

t.test('a list by campaigns and ad groups at once is refused', async (t) => {
  const world = await mock(t)
  const { id, campaign_id } = await madeIn(world, cbo(world))
  const answer = await world.get(`/ad_groups?ad_group_ids=${id}&campaign_ids=${campaign_id}`)
  t.equal(answer.status, 400)
  t.match(answer.body, { code: 1, message: /campaign_ids and ad_group_ids/ })
  t.strictSame(rulesOf(answer), ['ad_group.list.one-filter'])
})

t.test('a list shows the statuses that are asked for, of all campaigns and of some', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const active = await madeIn(world, campaign)
  const paused = await madeIn(world, campaign, { status: 'PAUSED' })
  const archived = await madeIn(world, campaign)
  await world.change('/ad_groups', { id: archived.id, status: 'ARCHIVED' })
  for (const within of ['', `&campaign_ids=${campaign.id}`, `&ad_group_ids=${ids([active, paused, archived])}`]) {
    t.strictSame(await listed(world, `entity_statuses=PAUSED${within}`), ids([paused]))
    t.strictSame(await listed(world, `entity_statuses=ARCHIVED,ACTIVE${within}`), ids([active, archived]))
    t.strictSame(await listed(world, `entity_statuses=DRAFT${within}`), [])
  }
})

t.test('a filter of 250 ids passes, and one of more does not', async (t) => {
  const world = await mock(t)
  const { id, campaign_id } = await world.create('/ad_groups', adGroupIn(await cbo(world)))
  for (const [field, own] of [
    ['campaign_ids', campaign_id],
    ['ad_group_ids', id],
  ]) {
    const unknown = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1))
    t.strictSame(await listed(world, `${field}=${[...unknown(249), own].join(',')}`), [id])
    const { status, body } = await world.get(`/ad_groups?${field}=${[...unknown(250), own].join(',')}`)
    t.equal(status, 400)
    t.equal(body.code, 1)
  }
})

t.test('a list asked for in a way that the schema does not have is refused', async (t) => {
  const { get } = await mock(t)
  for (const query of [
    'entity_statuses=RUNNING',
    'entity_statuses=active',
    'order=UP',
    'campaign_ids=x',
    'ad_group_ids=1,x',
    'page_size=0',
    'page_size=251',
    'page_size=many',
    'bookmark=nobody',
    'translate_interests_to_names=perhaps',
  ]) {
    const { status, body } = await get(`/ad_groups?${query}`)
    t.equal(status, 400, query)
    t.equal(body.code, 1)
  }
})

t.test('interests may be asked for by name, true or false as Python writes it', async (t) => {
  const world = await mock(t)
  await madeIn(world, cbo(world))
  for (const value of ['true', 'False']) {
    t.equal((await listed(world, `translate_interests_to_names=${value}`)).length, 1)
  }
})
