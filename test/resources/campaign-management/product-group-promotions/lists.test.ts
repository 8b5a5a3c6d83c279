import t from 'tap'
import { rulesOf } from '#test/fixtures/ad-groups.ts'
import { changeTo, made, promoting } from '#test/fixtures/promotions.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const ids = (items: readonly Json[]): readonly string[] => items.map(({ id }) => id)
const listed = async (world: Mock, query: string) =>
  ids((await world.get(`/product_group_promotions?${query}`)).body.items)

t.test('a list has the active and paused ones of an ad group, in order of creation', async (t) => {
  const world = await mock(t)
  const [one, two] = [await promoting(world), await promoting(world)]
  const first = await made(world, one)
  await made(world, two)
  const second = await made(world, one, { status: 'PAUSED' })
  await made(world, one, { status: 'DRAFT' })
  t.strictSame(await listed(world, `ad_group_id=${one.id}`), ids([first, second]))
  t.strictSame(await listed(world, `ad_group_id=${one.id}&order=DESCENDING`), ids([second, first]))
})

t.test('a list is narrowed to the ids that are asked for, written in any of the ways of real clients', async (t) => {
  const world = await mock(t)
  const [one, two] = [await promoting(world), await promoting(world)]
  const [a, b, c] = ids([await made(world, two), await made(world, one), await made(world, two)])
  t.strictSame(await listed(world, `product_group_promotion_ids=${b}`), [b])
  t.strictSame(await listed(world, `product_group_promotion_ids=${c}&product_group_promotion_ids=${a}`), [a, c])
  t.strictSame(await listed(world, `product_group_promotion_ids=${c}%2C${b},123321,${c}`), [b, c])
})

t.test('ids win over the ad group', async (t) => {
  const world = await mock(t)
  const [one, two] = [await promoting(world), await promoting(world)]
  const { id } = await made(world, one)
  await made(world, two)
  t.strictSame(await listed(world, `ad_group_id=${two.id}&product_group_promotion_ids=${id}`), [id])
})

t.test('a list without an ad group and without ids is refused', async (t) => {
  const { get } = await mock(t)
  for (const query of ['', '?entity_statuses=ACTIVE', '?product_group_promotion_ids=']) {
    const answer = await get(`/product_group_promotions${query}`)
    t.equal(answer.status, 400)
    t.match(answer.body, { code: 1, message: /ad_group_id or product_group_promotion_ids/ })
    t.strictSame(rulesOf(answer), ['product_group_promotion.list.filter'])
  }
})

t.test('with that rule switched off a list has those of the whole ad account', async (t) => {
  const world = await mock(t, { rules: { 'product_group_promotion.list.filter': { off: true } } })
  const [a, b] = [await made(world, await promoting(world)), await made(world, await promoting(world))]
  t.strictSame(await listed(world, ''), ids([a, b]))
})

t.test('a list shows the statuses that are asked for, of an ad group and by ids', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const active = await made(world, adGroup)
  const archived = await made(world, adGroup)
  await changeTo(world, adGroup, { id: archived.id, status: 'ARCHIVED' })
  const draft = await made(world, adGroup, { status: 'DRAFT' })
  for (const within of [`ad_group_id=${adGroup.id}`, `product_group_promotion_ids=${ids([active, archived, draft])}`]) {
    t.strictSame(await listed(world, within), ids([active]))
    t.strictSame(await listed(world, `${within}&entity_statuses=ARCHIVED`), ids([archived]))
    t.strictSame(await listed(world, `${within}&entity_statuses=DRAFT,ACTIVE`), ids([active, draft]))
    t.strictSame(await listed(world, `${within}&entity_statuses=DELETED_DRAFT`), [])
  }
})

t.test('what is unknown, or of another ad account, is left out of a list', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id } = await made(world, adGroup)
  t.strictSame(await listed(world, 'ad_group_id=2680000000001'), [])
  t.strictSame(await listed(world, 'product_group_promotion_ids=2681000000001'), [])
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const query of [`ad_group_id=${adGroup.id}`, `product_group_promotion_ids=${id}`]) {
    const { body } = await world.call('GET', `/v5/ad_accounts/${other}/product_group_promotions?${query}`)
    t.strictSame(body, { items: [], bookmark: null })
  }
})

t.test('bookmarks lead through all pages, and belong to their list', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const all: string[] = []
  while (all.length < 5) all.push((await made(world, adGroup)).id)
  const below = `ad_group_id=${adGroup.id}&page_size=2`
  const seen: string[] = []
  let bookmark: string | null = ''
  do {
    const { body }: { body: Json } = await world.get(`/product_group_promotions?${below}&bookmark=${bookmark}`)
    seen.push(...ids(body.items))
    bookmark = body.bookmark
  } while (bookmark !== null)
  t.strictSame(seen, all)
  const first = (await world.get(`/product_group_promotions?${below}`)).body
  const foreign = await world.get(`/product_group_promotions?${below}&order=DESCENDING&bookmark=${first.bookmark}`)
  t.equal(foreign.status, 400)
  t.match(foreign.body, { code: 1, message: /^Invalid request: bookmark/ })
})

t.test('a list asked for in a way that the schema does not have is refused', async (t) => {
  const { get } = await mock(t)
  const many = Array.from({ length: 251 }, (_, index) => index + 1).join(',')
  for (const query of [
    'ad_group_id=x',
    'product_group_promotion_ids=1,x',
    `product_group_promotion_ids=${many}`,
    'ad_group_id=1&entity_statuses=RUNNING',
    'ad_group_id=1&order=UP',
    'ad_group_id=1&page_size=0',
    'ad_group_id=1&bookmark=nobody',
  ]) {
    const { status, body } = await get(`/product_group_promotions?${query}`)
    t.equal(status, 400, query)
    t.equal(body.code, 1)
  }
})

t.test('the seed small has two in one ad group', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const adGroups: Json[] = (await world.get('/ad_groups')).body.items
  const catalog = adGroups.find(({ name }) => name === 'Catalog, shoes')
  t.ok(catalog.created_time < testNow)
  const { items } = (await world.get(`/product_group_promotions?ad_group_id=${catalog.id}`)).body
  t.same(
    items.map(({ status }: Json) => status),
    ['ACTIVE', 'PAUSED'],
  )
})
