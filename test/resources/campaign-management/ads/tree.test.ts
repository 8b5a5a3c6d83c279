import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { madeAd, readAd } from '#test/fixtures/ads.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const everyStatus = 'entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT'

/** A campaign, its ad group, and the ad of that, approved. */
async function treeOf(world: Mock, more: { campaign?: object; adGroup?: object; ad?: object } = {}) {
  const campaign = await cbo(world, more.campaign)
  const adGroup = await madeIn(world, campaign, more.adGroup)
  const ad = await madeAd(world, more.ad, adGroup)
  world.clock.advance(3_600_000)
  return { campaign, adGroup, ad }
}

type Tree = Awaited<ReturnType<typeof treeOf>>

/** What delivery sees of each level, the campaign first. */
async function seen(world: Mock, { campaign, adGroup, ad }: Tree): Promise<readonly string[]> {
  const paths = [`/campaigns/${campaign.id}`, `/ad_groups/${adGroup.id}`, `/ads/${ad.id}`]
  const answers = await Promise.all(paths.map(world.get))
  return answers.map(({ body }) => body.summary_status)
}

for (const status of ['ARCHIVED', 'PAUSED'] as const) {
  t.test(`${status} at a level shows there and below, and not above`, async (t) => {
    const world = await mock(t)
    const changes: readonly [string, (tree: Tree) => Json, readonly string[]][] = [
      ['/ads', ({ ad }) => ad, ['RUNNING', 'RUNNING', status]],
      ['/ad_groups', ({ adGroup }) => adGroup, ['RUNNING', status, status]],
      ['/campaigns', ({ campaign }) => campaign, [status, status, status]],
    ]
    for (const [path, entityOf, expected] of changes) {
      const tree = await treeOf(world)
      t.strictSame(await seen(world, tree), ['RUNNING', 'RUNNING', 'APPROVED'])
      await world.change(path, { id: entityOf(tree).id, status })
      t.strictSame(await seen(world, tree), expected)
    }
  })
}

t.test('a parent leaves the status that its ads were given, and the ads in the list', async (t) => {
  const world = await mock(t)
  const { campaign, adGroup, ad } = await treeOf(world)
  await world.change('/ad_groups', { id: adGroup.id, status: 'PAUSED' })
  await world.change('/campaigns', { id: campaign.id, status: 'ARCHIVED' })
  t.match(await readAd(world, ad), { status: 'ACTIVE', summary_status: 'ARCHIVED', updated_time: world.now })
  t.match((await world.get('/ads')).body.items, [{ id: ad.id, summary_status: 'ARCHIVED' }])
})

t.test('what was paused above shows again as it was when it runs again', async (t) => {
  const world = await mock(t)
  const tree = await treeOf(world)
  await world.change('/campaigns', { id: tree.campaign.id, status: 'PAUSED' })
  await world.change('/campaigns', { id: tree.campaign.id, status: 'ACTIVE' })
  t.strictSame(await seen(world, tree), ['RUNNING', 'RUNNING', 'APPROVED'])
})

t.test('a draft above makes drafts of what delivery sees below', async (t) => {
  const world = await mock(t)
  t.strictSame(await seen(world, await treeOf(world, { adGroup: { status: 'DRAFT' } })), ['RUNNING', 'DRAFT', 'DRAFT'])
  const tree = await treeOf(world, { campaign: { status: 'DRAFT' } })
  t.strictSame(await seen(world, tree), ['DRAFT', 'DRAFT', 'DRAFT'])
})

t.test('an archived ad is archived whatever is above it', async (t) => {
  const world = await mock(t)
  const { campaign, ad } = await treeOf(world)
  await world.change('/ads', { id: ad.id, status: 'ARCHIVED' })
  await world.change('/campaigns', { id: campaign.id, status: 'PAUSED' })
  t.equal((await readAd(world, ad)).summary_status, 'ARCHIVED')
})

t.test('in an account that cannot spend all is disabled but what is archived or a draft', async (t) => {
  const world = await mock(t, { features: { '*': { billing_disabled: true } } })
  const disabled = Array(3).fill('ADVERTISER_DISABLED')
  t.strictSame(await seen(world, await treeOf(world)), disabled)
  t.strictSame(await seen(world, await treeOf(world, { ad: { status: 'PAUSED' } })), disabled)
  const draft = await treeOf(world, { ad: { status: 'DRAFT' } })
  t.equal((await readAd(world, draft.ad)).summary_status, 'DRAFT')
})

t.test('ads have no schedule: a campaign that is over leaves them approved', async (t) => {
  const world = await mock(t)
  const tree = await treeOf(world, { campaign: { end_time: world.now + 1800 } })
  t.strictSame(await seen(world, tree), ['COMPLETED', 'COMPLETED', 'APPROVED'])
})

t.test('ads go with a draft ad group that moves to another campaign', async (t) => {
  const world = await mock(t)
  const { adGroup, ad } = await treeOf(world, { adGroup: { status: 'DRAFT' } })
  const other = await cbo(world)
  await world.change('/ad_groups', { id: adGroup.id, campaign_id: other.id })
  t.equal((await readAd(world, ad)).campaign_id, other.id)
  t.match((await world.get(`/ads?campaign_ids=${other.id}`)).body.items, [{ id: ad.id, campaign_id: other.id }])
  t.match(await world.change('/ads', { id: ad.id, name: 'Moved' }), { campaign_id: other.id })
})

t.test('a draft ad that moves is in the other ad group and its campaign', async (t) => {
  const world = await mock(t)
  const { ad } = await treeOf(world, { ad: { status: 'DRAFT' } })
  const { id, campaign_id } = await madeIn(world, cbo(world))
  t.match(await world.change('/ads', { id: ad.id, ad_group_id: id }), { ad_group_id: id, campaign_id })
  t.match((await world.get(`/ads?ad_group_ids=${id}&${everyStatus}`)).body.items, [{ id: ad.id }])
})

t.test('emptying an ad account empties it of ads, and leaves the Pins and other accounts', async (t) => {
  const world = await mock(t)
  const { ad } = await treeOf(world)
  await treeOf(world, { ad: { status: 'DRAFT' } })
  t.equal((await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)).status, 200)
  t.strictSame((await world.get(`/ads?${everyStatus}`)).body, { items: [], bookmark: null })
  t.equal((await world.get(`/ads/${ad.id}`)).status, 404)
  t.equal((await world.call('GET', `/v5/pins/${ad.pin_id}`)).status, 200)
  const next = await madeAd(world)
  t.ok(Number(next.id) > Number(ad.id), 'ids are not used again')
})

t.test('the seed small shows ads in several states', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { items } = (await world.get(`/ads?${everyStatus}`)).body
  t.strictSame(
    items.map(({ summary_status }: Json) => summary_status),
    ['APPROVED', 'PAUSED', 'APPROVED', 'DRAFT'],
  )
})
