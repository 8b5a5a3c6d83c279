import t from 'tap'
import { cbo, madeIn, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { discountIn } from '#test/fixtures/discounts.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const showing = async ({ get }: Mock, query: string): Promise<readonly string[]> =>
  (await get(`/promotion_applied_entities?promotion_ids=${query}`)).body.items.map(({ id }: Json) => id)

const read = async ({ get }: Mock, { id }: Json): Promise<Json> => (await get(`/ad_groups/${id}`)).body

t.test('the ad groups of promotions are those that name one of them, as a list of ad groups has them', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const [a, b] = [await discountIn(world), await discountIn(world)]
  const one = await madeIn(world, campaign, { promotion_id: a.id })
  const both = await madeIn(world, campaign, { promotion_ids: [a.id, b.id], status: 'PAUSED' })
  await madeIn(world, campaign)
  t.strictSame(await showing(world, a.id), [one.id, both.id])
  t.strictSame(await showing(world, b.id), [both.id])
  t.strictSame(await showing(world, `${a.id},${b.id},123`), [one.id, both.id])
  t.strictSame(await showing(world, `${a.id}&order=DESCENDING`), [both.id, one.id])
  const { body } = await world.get(`/promotion_applied_entities?promotion_ids=${b.id}`)
  t.strictSame(body, (await world.get(`/ad_groups?ad_group_ids=${both.id}`)).body)
})

t.test('archived ad groups and drafts are not among them', async (t) => {
  const world = await mock(t)
  const { id: promotion_id } = await discountIn(world)
  const { id } = await madeIn(world, cbo(world), { promotion_id })
  await madeIn(world, cbo(world), { promotion_id, status: 'DRAFT' })
  t.strictSame(await showing(world, promotion_id), [id])
  await world.change('/ad_groups', { id, status: 'ARCHIVED' })
  t.strictSame(await showing(world, promotion_id), [])
})

t.test('bookmarks lead through all of them, and to those of no other promotion', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const { id } = await discountIn(world)
  const made = []
  for (const promotion_id of Array(3).fill(id)) made.push((await madeIn(world, campaign, { promotion_id })).id)
  const { bookmark } = (await world.get(`/promotion_applied_entities?page_size=2&promotion_ids=${id}`)).body
  t.strictSame(await showing(world, `${id}&page_size=2&bookmark=${bookmark}`), made.slice(2))
  t.match(await world.get(`/promotion_applied_entities?promotion_ids=1&bookmark=${bookmark}`), { status: 400 })
})

t.test('one to fifty promotions are asked for', async (t) => {
  const { get } = await mock(t)
  const ids = (count: number): string => Array.from({ length: count }, (_, index) => index + 1).join(',')
  t.equal((await get(`/promotion_applied_entities?promotion_ids=${ids(50)}`)).status, 200)
  for (const query of ['', '?promotion_ids=', `?promotion_ids=${ids(51)}`, '?promotion_ids=x']) {
    t.match(await get(`/promotion_applied_entities${query}`), { status: 400, body: { code: 1 } }, query)
  }
})

t.test('an ad group no longer shows a promotion that is deleted', async (t) => {
  const world = await mock(t)
  const [a, b] = [await discountIn(world), await discountIn(world)]
  const adGroup = await madeIn(world, cbo(world), { promotion_id: a.id, promotion_ids: [b.id, a.id] })
  const other = await madeIn(world, cbo(world), { promotion_id: b.id })
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/promotions/${a.id}`)
  const after = await read(world, adGroup)
  t.strictSame(after, { ...adGroup, promotion_id: null, promotion_ids: [b.id] })
  t.strictSame(Object.keys(after), Object.keys(adGroup), 'its keys are in the same order')
  t.equal((await read(world, other)).promotion_id, b.id)
  t.strictSame(await showing(world, a.id), [])
})

t.test('a promotion of another ad account cannot be shown', async (t) => {
  const world = await mock(t)
  const { id } = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const sent = [{ promotion_title: 'x', promotion_type: 'CUSTOM' }]
  const { promotions } = (await world.call('POST', `/v5/ad_accounts/${id}/promotions`, sent)).body
  const { body } = await tryIn(world, cbo(world), { promotion_ids: [promotions[0].data.id] })
  t.match(body.items, [{ exceptions: [{ code: 4997, message: /Promotion for that ID was not found/ }] }])
})

t.test('"0" clears the promotion of an ad group, as null does', async (t) => {
  const world = await mock(t)
  const { id: promotion_id } = await discountIn(world)
  const adGroup = await madeIn(world, cbo(world), { promotion_id })
  t.equal(adGroup.promotion_id, promotion_id)
  const { body } = await tryChange(world, adGroup, { promotion_id: '0' })
  t.equal(body.items[0].data.promotion_id, null)
})

t.test('the promotions of an ad group are named by alias in a seed', async (t) => {
  const { call } = await mock(t)
  const seed = {
    ad_accounts: [{ alias: 'shop', name: 'Shop' }],
    promotions: ['a', 'b'].map((alias) => ({
      alias,
      ad_account: 'shop',
      promotion_title: alias,
      promotion_type: 'CUSTOM',
    })),
    campaigns: [
      { alias: 'c', ad_account: 'shop', name: 'c', objective_type: 'AWARENESS', daily_spend_cap: 100_000_000 },
    ],
    ad_groups: [
      {
        campaign: 'c',
        name: 'g',
        billable_event: 'IMPRESSION',
        bid_in_micro_currency: 5_000_000,
        promotion: 'a',
        promotions: ['b', 'a'],
      },
    ],
  }
  const { status, body } = await call('POST', '/__mock/seed', seed)
  t.equal(status, 200, JSON.stringify(body))
  const accounts = (await call('GET', '/v5/ad_accounts')).body.items
  const below = `/v5/ad_accounts/${accounts.at(-1).id}`
  const [a, b] = (await call('GET', `${below}/promotions`)).body.items
  const [adGroup] = (await call('GET', `${below}/ad_groups`)).body.items
  t.match(adGroup, { promotion_id: a.id, promotion_ids: [b.id, a.id] })
})
