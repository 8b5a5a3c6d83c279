import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { madeAd, readAd, tryAdChange } from '#test/fixtures/ads.ts'
import { type Mock, mock } from '#test/support/mock.ts'

const hour = 3_600_000
const reviewed = async (world: Mock, ad: { id: string }) => {
  const { review_status, rejected_reasons, rejection_labels, summary_status } = await readAd(world, ad)
  return [review_status, rejected_reasons, rejection_labels, summary_status]
}

t.test("an ad is pending for an hour of the world's clock, then approved", async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  t.strictSame(await reviewed(world, ad), ['PENDING', [], [], 'PENDING'])
  world.clock.advance(hour - 1000)
  t.strictSame(await reviewed(world, ad), ['PENDING', [], [], 'PENDING'])
  world.clock.advance(1000)
  t.strictSame(await reviewed(world, ad), ['APPROVED', [], [], 'APPROVED'])
  t.equal((await world.get('/ads')).body.items[0].review_status, 'APPROVED')
})

t.test('a draft waits to be reviewed until it leaves DRAFT', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world, { status: 'DRAFT' })
  world.clock.advance(2 * hour)
  t.strictSame(await reviewed(world, ad), ['PENDING', [], [], 'DRAFT'])
  await world.change('/ads', { id: ad.id, status: 'ACTIVE' })
  t.strictSame(await reviewed(world, ad), ['PENDING', [], [], 'PENDING'])
  world.clock.advance(hour)
  t.strictSame(await reviewed(world, ad), ['APPROVED', [], [], 'APPROVED'])
})

t.test('a paused ad is reviewed all the same, and a change is no new review', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world, { status: 'PAUSED' })
  world.clock.advance(hour)
  t.strictSame(await reviewed(world, ad), ['APPROVED', [], [], 'PAUSED'])
  await world.change('/ads', { id: ad.id, status: 'ACTIVE', name: 'Renamed' })
  t.strictSame(await reviewed(world, ad), ['APPROVED', [], [], 'APPROVED'])
})

t.test('an ad that a seed has rejected is pending like any other, then rejected with the reasons', async (t) => {
  const file = join(t.testdir(), 'seed.json')
  const media_source = { source_type: 'image_url', url: 'https://example.com/tent.jpg' }
  const ad = { ad_group: 'group', pin: 'tent', creative_type: 'REGULAR' }
  writeFileSync(
    file,
    JSON.stringify({
      ad_accounts: [{ alias: 'shop' }],
      pins: [{ alias: 'tent', media_source }],
      campaigns: [
        { alias: 'brand', ad_account: 'shop', name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 },
      ],
      ad_groups: [
        { alias: 'group', campaign: 'brand', name: 'x', billable_event: 'IMPRESSION', bid_in_micro_currency: 1 },
      ],
      ads: [{ ...ad, rejected_reasons: ['LANDING_PAGE_BROKEN', 'HASHTAGS'] }],
    }),
  )
  const world = await mock(t, { seed: file })
  const [stored] = (await world.get('/ads')).body.items
  t.strictSame(await reviewed(world, stored), ['PENDING', [], [], 'PENDING'])
  world.clock.advance(hour)
  const reasons = ['LANDING_PAGE_BROKEN', 'HASHTAGS']
  const labels = ['Landing page broken', 'Hashtags']
  t.strictSame(await reviewed(world, stored), ['REJECTED', reasons, labels, 'REJECTED'])
  await world.change('/ads', { id: stored.id, status: 'PAUSED' })
  t.strictSame(await reviewed(world, stored), ['REJECTED', reasons, labels, 'PAUSED'])
})

t.test('a draft may be incomplete, and is judged whole when it leaves DRAFT', async (t) => {
  const world = await mock(t)
  const incomplete = { status: 'DRAFT', creative_type: 'CAROUSEL', customizable_cta_type: 'LEARN_MORE' }
  const ad = await madeAd(world, incomplete)
  t.match(await world.change('/ads', { id: ad.id, name: 'Still incomplete' }), { status: 'DRAFT' })
  const { body, headers } = await tryAdChange(world, ad, { status: 'ACTIVE' })
  t.match(body.items[0].exceptions, { code: 1, message: /^creative_type CAROUSEL needs/ })
  t.equal(headers['x-mock-rules'], 'ad.carousel.links,ad.cta.objective')
  t.equal((await readAd(world, ad)).status, 'DRAFT')
  const complete = { creative_type: 'REGULAR', customizable_cta_type: null, status: 'PAUSED' }
  t.match(await world.change('/ads', { id: ad.id, ...complete }), complete)
})

t.test('a draft can be deleted, and is final then', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world, { status: 'DRAFT' })
  t.match(await world.change('/ads', { id: ad.id, status: 'DELETED_DRAFT' }), { summary_status: 'DELETED_DRAFT' })
  const { body } = await tryAdChange(world, ad, { status: 'ACTIVE' })
  t.match(body.items[0].exceptions, { code: 1, message: /final/ })
  t.strictSame((await world.get('/ads?entity_statuses=DELETED_DRAFT')).body.items.length, 1)
})
