import t from 'tap'
import { cbo, madeIn, rulesOf, tryChange } from '#test/fixtures/ad-groups.ts'
import { mock } from '#test/support/mock.ts'

const url = 'https://example.com/'

t.test('tracking URLs come back as they were sent, and an empty object removes them', async (t) => {
  const world = await mock(t)
  const tracking_urls = { impression: [url], click: [url, url, url] }
  const adGroup = await madeIn(world, cbo(world), { tracking_urls })
  t.strictSame(adGroup.tracking_urls, tracking_urls)
  const { body } = await tryChange(world, adGroup, { tracking_urls: {} })
  t.equal(body.items[0].data.tracking_urls, null)
})

t.test('a creation takes every event type', async (t) => {
  const world = await mock(t)
  const tracking_urls = { engagement: [url], buyable_button: [url], audience_verification: [url] }
  t.strictSame((await madeIn(world, cbo(world), { tracking_urls })).tracking_urls, tracking_urls)
})

for (const event of ['buyable_button', 'audience_verification']) {
  t.test(`an update of which one item has ${event} is refused whole`, async (t) => {
    const world = await mock(t)
    const campaign = await cbo(world)
    const [one, two] = [await madeIn(world, campaign), await madeIn(world, campaign)]
    const answer = await world.patch('/ad_groups', [
      { id: one.id, name: 'Renamed' },
      { id: two.id, tracking_urls: { click: [url], [event]: [url] } },
    ])
    t.equal(answer.status, 400)
    t.match(answer.body, { code: 1, message: /tracking_urls/ })
    t.strictSame(rulesOf(answer), ['ad_group.tracking.update-events'])
    t.equal((await world.get(`/ad_groups/${one.id}`)).body.name, 'Ad group')
  })
}

t.test('an ad group that has such an event from its creation can be changed otherwise', async (t) => {
  const world = await mock(t)
  const tracking_urls = { buyable_button: [url] }
  const adGroup = await madeIn(world, cbo(world), { tracking_urls })
  const { body } = await tryChange(world, adGroup, { name: 'Renamed' })
  t.match(body.items, [{ data: { name: 'Renamed', tracking_urls } }])
})

t.test('each event type has three URLs of its own', async (t) => {
  const world = await mock(t)
  const three = [url, url, url]
  const adGroup = await madeIn(world, cbo(world), { tracking_urls: { impression: three, click: three } })
  const four = { tracking_urls: { impression: [url], engagement: [...three, url] } }
  t.strictSame(rulesOf(await tryChange(world, adGroup, four)), ['ad_group.tracking.three-urls'])
})
