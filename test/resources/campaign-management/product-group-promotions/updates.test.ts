import t from 'tap'
import { rulesOf } from '#test/fixtures/ad-groups.ts'
import { changed, changeTo, made, promoting } from '#test/fixtures/promotions.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('what is not sent stays', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const before = await made(world, adGroup, {
    bid_in_micro_currency: 1,
    definition: '*',
    customizable_cta_type: 'SHOP_NOW',
  })
  const after = { ...before, bid_in_micro_currency: 2, status: 'PAUSED' }
  t.strictSame(await changeTo(world, adGroup, { id: before.id, bid_in_micro_currency: 2, status: 'PAUSED' }), after)
  t.strictSame((await world.get(`/product_group_promotions/${before.id}`)).body, after)
})

t.test('null clears what can be cleared and is otherwise no change', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const fixed = { status: 'PAUSED', creative_type: 'SHOPPING', included: false, is_generate_background: true }
  const before = await made(world, adGroup, {
    ...fixed,
    bid_in_micro_currency: 1,
    tracking_url: 'https://example.com/',
    is_mdl: true,
    preferred_media_type: 'IMAGE',
  })
  const { id, ad_group_id, ...fields } = before
  const nulls = Object.fromEntries(Object.keys(fields).map((field) => [field, null]))
  t.strictSame(await changeTo(world, adGroup, { id, ad_group_id: null, ...nulls }), {
    id,
    ad_group_id,
    ...nulls,
    ...fixed,
  })
})

t.test('the stored creative type can be sent again outside DRAFT', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id } = await made(world, adGroup, { creative_type: 'SHOPPING' })
  t.match(await changeTo(world, adGroup, { id, creative_type: 'SHOPPING', included: false }), { included: false })
  const answer = await changed(world, adGroup, { id, creative_type: 'VIDEO', included: true })
  t.match(answer.body.items, [{ exceptions: [{ code: 1, message: /^creative_type can be changed only/ }] }])
  t.match((await world.get(`/product_group_promotions/${id}`)).body, { creative_type: 'SHOPPING', included: false })
})

t.test('the creative type of a draft can be changed while it is published', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id } = await made(world, adGroup, { status: 'DRAFT' })
  const change = { id, status: 'ACTIVE', creative_type: 'VIDEO' }
  t.match(await changeTo(world, adGroup, change), change)
})

t.test('statuses follow each other as those of ad groups do', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id } = await made(world, adGroup)
  for (const status of ['PAUSED', 'ACTIVE', 'PAUSED', 'ARCHIVED']) {
    t.equal((await changeTo(world, adGroup, { id, status })).status, status)
  }
  t.strictSame(rulesOf(await changed(world, adGroup, { id, status: 'ACTIVE' })), [
    'product_group_promotion.status.final',
  ])
})

t.test('one of another ad group is not found', async (t) => {
  const world = await mock(t)
  const [own, other] = [await promoting(world), await promoting(world)]
  const { id } = await made(world, own)
  const answer = await changed(world, other, { id, status: 'PAUSED' })
  t.match(answer.body.items, [{ exceptions: [{ code: 2, message: /^Product group promotion not found/ }] }])
  t.equal((await world.get(`/product_group_promotions/${id}`)).body.status, 'ACTIVE')
})

t.test('an ad group that is not there changes nothing', async (t) => {
  const world = await mock(t)
  const { id } = await made(world, await promoting(world))
  const answer = await changed(world, { id: '2680000000001' }, { id, status: 'PAUSED' })
  t.strictSame(rulesOf(answer), ['ad_group.exists'])
})

t.test('one under an archived ad group can still be changed, and be archived', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id } = await made(world, adGroup)
  await world.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
  t.equal((await world.get(`/product_group_promotions/${id}`)).body.status, 'ACTIVE', 'its own status stays')
  t.equal((await changeTo(world, adGroup, { id, status: 'PAUSED' })).status, 'PAUSED')
  t.equal((await changeTo(world, adGroup, { id, status: 'ARCHIVED' })).status, 'ARCHIVED')
})

t.test('what is right of a batch is changed, and what is wrong is told', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const [one, two] = [await made(world, adGroup), await made(world, adGroup)]
  const { body } = await changed(
    world,
    adGroup,
    { id: one.id, status: 'PAUSED' },
    { id: '2681000000001', status: 'PAUSED' },
    { id: two.id, status: 'DRAFT' },
  )
  t.match(body.items, [
    { data: { status: 'PAUSED' }, exceptions: [] },
    { exceptions: [{ code: 2 }] },
    { exceptions: [{ code: 1 }] },
  ])
  const { items } = (await world.get(`/product_group_promotions?ad_group_id=${adGroup.id}`)).body
  t.same(
    items.map(({ status }: Json) => status),
    ['PAUSED', 'ACTIVE'],
  )
})

t.test('an update needs ids, and one that breaks the schema changes nothing', async (t) => {
  const world = await mock(t)
  const adGroup = await promoting(world)
  const { id } = await made(world, adGroup)
  for (const item of [{ included: false }, { id: 'x' }, { id, status: 'DELETED' }]) {
    const { status, body } = await changed(world, adGroup, { id, included: false }, item)
    t.equal(status, 400, JSON.stringify(item))
    t.equal(body.code, 1)
  }
  for (const count of [0, 31]) t.equal((await changed(world, adGroup, ...Array(count).fill({ id }))).status, 400)
  t.equal((await world.get(`/product_group_promotions/${id}`)).body.included, true)
})
