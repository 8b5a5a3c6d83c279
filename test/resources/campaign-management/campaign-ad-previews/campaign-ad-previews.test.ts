import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { madeAd } from '#test/fixtures/ads.ts'
import { type Answer, type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const path = '/campaign_ad_preview'
const month = 30 * 86_400_000
const adGroupIn = async (world: Mock): Promise<Json> => madeIn(world, cbo(world))

/** An ad group with an ad, and both. */
async function advertised(world: Mock): Promise<{ adGroup: Json; ad: Json }> {
  const adGroup = await adGroupIn(world)
  return { adGroup, ad: await madeAd(world, {}, adGroup) }
}

const preview = ({ post }: Mock, ...ids: readonly string[]): Promise<Answer> =>
  post(
    path,
    ids.map((ad_group_id) => ({ ad_group_id })),
  )
const read = async ({ get }: Mock, ...ids: readonly string[]): Promise<Json> =>
  (await get(`${path}?ad_group_ids=${ids.join('&ad_group_ids=')}`)).body
const remove = ({ call, account }: Mock, ...ids: readonly string[]): Promise<Answer> =>
  call('DELETE', `/v5/ad_accounts/${account}${path}?ad_group_ids=${ids.join(',')}`)

t.test('a preview has a URL and the ids of what it shows, as numbers', async (t) => {
  const world = await mock(t)
  const { adGroup, ad } = await advertised(world)
  const { status, body } = await preview(world, adGroup.id)
  t.equal(status, 200)
  const [{ data }] = body
  t.match(data.uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  t.match(data, {
    url: `https://ads.pinterest.com/web-ad-preview/${data.uuid}/`,
    ad_account_id: world.account,
    ad_group_id: adGroup.id,
    expires_at: testNow * 1000 + month,
    is_active: true,
    pin_promotion_id: Number(ad.id),
    pin_id: Number(ad.pin_id),
  })
  t.type(data.user_id, 'number')
  t.strictSame(await read(world, adGroup.id), [data])
})

t.test('an ad group of products has a preview of its first product group', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const groups = (await world.get('/ad_groups')).body.items
  const { id } = groups.find(({ name }: Json) => /shoes/i.test(name))
  const [product] = (await world.get(`/product_group_promotions?ad_group_id=${id}`)).body.items
  const { body } = await preview(world, id)
  t.equal(body[0].data.promoted_product_group_id, Number(product.id))
  t.notOk('pin_id' in body[0].data)
})

t.test('an ad group that is refused keeps no other from its preview', async (t) => {
  const world = await mock(t)
  const { adGroup } = await advertised(world)
  const { status, body } = await preview(world, '5', adGroup.id)
  t.equal(status, 200)
  t.strictSame(body[0], { data: { ad_group_id: '5', exceptions: { code: 2, message: 'Ad group not found.' } } })
  t.equal(body[1].data.ad_group_id, adGroup.id)
})

t.test('a preview expires after 30 days of the clock, or when a direct edit says so', async (t) => {
  const world = await mock(t)
  const { adGroup } = await advertised(world)
  await preview(world, adGroup.id)
  world.clock.advance(month - 1000)
  t.equal((await read(world, adGroup.id)).length, 1)
  world.clock.advance(1000)
  t.strictSame(await read(world, adGroup.id), [])
  const other = await mock(t, { seed: 'small' })
  const { id, ad_group_id } = other.worlds
    .world('default')
    .db.prepare<[], { id: string; ad_group_id: string }>('SELECT id, ad_group_id FROM campaign_ad_previews')
    .get() as Json
  t.equal((await read(other, ad_group_id)).length, 1, 'a seed has one')
  const edited = await other.call('PATCH', `/__mock/entities/campaign_ad_previews/${id}`, { expires_at: 0 })
  t.match(edited, { status: 200, body: { is_active: false } })
  t.strictSame(await read(other, ad_group_id), [])
})

t.test('previews are deleted by their ad groups: all of them, or none where one is unknown', async (t) => {
  const world = await mock(t)
  const [one, other] = [await advertised(world), await advertised(world)]
  const ids = [one.adGroup.id, other.adGroup.id]
  await preview(world, ...ids)
  const refused = await remove(world, ids[0], '5')
  t.equal(refused.status, 200)
  t.match(refused.body, [{ status: { code: 1, message: /Nothing was deleted/ } }, { status: { code: 2 } }])
  t.equal((await read(world, ...ids)).length, 2)
  t.strictSame((await remove(world, ...ids)).body, [{ status: { statusCode: 204 } }, { status: { statusCode: 204 } }])
  t.strictSame(await read(world, ...ids), [])
})

t.test('an archived ad is not shown', async (t) => {
  const world = await mock(t)
  const { adGroup, ad } = await advertised(world)
  const second = await madeAd(world, {}, adGroup)
  await world.change('/ads', { id: ad.id, status: 'ARCHIVED' })
  const { body } = await preview(world, adGroup.id)
  t.equal(body[0].data.pin_promotion_id, Number(second.id))
})

t.test('ad groups must be named', async (t) => {
  const world = await mock(t)
  t.equal((await world.post(path, [])).status, 400)
  t.equal((await world.get(path)).status, 400)
  t.equal((await remove(world)).status, 400)
  t.strictSame(await read(world, '5'), [], 'unknown ids are ignored')
})
