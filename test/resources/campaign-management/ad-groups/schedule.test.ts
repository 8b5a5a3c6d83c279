import t from 'tap'
import { cbo, madeIn, perGroup, rulesOf, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { type Mock, mock } from '#test/support/mock.ts'

const hour = 3600

/** A campaign without CBO that runs from one hour to four hours from now. */
const windowed = (world: Mock) => perGroup(world, { start_time: world.now + hour, end_time: world.now + 4 * hour })

const outside = [
  ['starts before its campaign', { start_time: hour - 1 }],
  ['ends after its campaign', { end_time: 4 * hour + 1 }],
  ['starts after its campaign has ended', { start_time: 4 * hour + 1 }],
  ['ends before its campaign has started', { end_time: hour - 1 }],
] as const

const fromNow = (world: Mock, times: object): object =>
  Object.fromEntries(Object.entries(times).map(([field, offset]) => [field, world.now + offset]))

for (const [what, times] of outside) {
  t.test(`an ad group that ${what} cannot be created`, async (t) => {
    const world = await mock(t)
    const answer = await tryIn(world, windowed(world), fromNow(world, times))
    t.equal(answer.status, 200)
    t.match(answer.body, { items: [{ exceptions: [{ code: 1, message: /start_time and end_time/ }] }] })
    t.strictSame(rulesOf(answer), ['ad_group.schedule.within-campaign'])
  })

  t.test(`an ad group cannot be changed so that it ${what}`, async (t) => {
    const world = await mock(t)
    const adGroup = await madeIn(world, windowed(world))
    const answer = await tryChange(world, adGroup, fromNow(world, times))
    t.strictSame(rulesOf(answer), ['ad_group.schedule.within-campaign'])
    t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, adGroup)
  })
}

t.test("an ad group may have just its campaign's times", async (t) => {
  const world = await mock(t)
  const campaign = await windowed(world)
  const { start_time, end_time } = campaign
  t.match(await madeIn(world, campaign, { start_time, end_time }), { start_time, end_time })
  const without = await madeIn(world, campaign)
  t.match(without, { start_time: null, end_time: null })
  t.strictSame(rulesOf(await tryChange(world, without, { start_time, end_time })), [])
})

t.test('an ad group has times of its own where its campaign has no end', async (t) => {
  const world = await mock(t)
  const times = { start_time: world.now, end_time: world.now + 365 * 24 * hour }
  t.match(await madeIn(world, perGroup(world), times), times)
})

t.test('a campaign may be narrowed past its ad groups, and reads return the times as they were assigned', async (t) => {
  const world = await mock(t)
  const campaign = await windowed(world)
  const times = fromNow(world, { start_time: 2 * hour, end_time: 4 * hour })
  const adGroup = await madeIn(world, campaign, times)
  const narrowed = { start_time: world.now + 2.5 * hour, end_time: world.now + 3 * hour }
  t.match(await world.change('/campaigns', { id: campaign.id, ...narrowed }), narrowed)
  t.match((await world.get(`/ad_groups/${adGroup.id}`)).body, times)
  t.match((await world.get('/ad_groups')).body.items, [times])
  t.match((await world.get('/campaigns')).body.items, [narrowed])
})

t.test('an ad group outside a narrowed campaign can be renamed, but not be sent such times again', async (t) => {
  const world = await mock(t)
  const campaign = await windowed(world)
  const adGroup = await madeIn(world, campaign, fromNow(world, { end_time: 4 * hour }))
  await world.change('/campaigns', { id: campaign.id, end_time: world.now + 3 * hour })
  t.match((await tryChange(world, adGroup, { name: 'Renamed' })).body.items, [{ data: { name: 'Renamed' } }])
  const refused = await tryChange(world, adGroup, { end_time: world.now + 4 * hour })
  t.strictSame(rulesOf(refused), ['ad_group.schedule.within-campaign'])
  const again = await tryChange(world, adGroup, { end_time: world.now + 3 * hour })
  t.match(again.body.items, [{ data: { end_time: world.now + 3 * hour } }])
})

t.test('an ad group that runs may be given an end that has passed', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, perGroup(world))
  world.clock.advance(hour * 1000)
  const { body } = await tryChange(world, adGroup, { end_time: world.now + 60 })
  t.match(body.items, [{ data: { end_time: world.now + 60, summary_status: 'COMPLETED' } }])
})

t.test('under CBO an ad group has no times, neither created nor changed', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const adGroup = await madeIn(world, campaign)
  for (const field of ['start_time', 'end_time']) {
    const times = { [field]: world.now + hour }
    t.strictSame(rulesOf(await tryIn(world, campaign, times)), ['ad_group.schedule.cbo-times'])
    t.strictSame(rulesOf(await tryChange(world, adGroup, times)), ['ad_group.schedule.cbo-times'])
  }
})

t.test('with the closed beta an ad group under CBO has times, within its campaign still', async (t) => {
  const world = await mock(t, { features: { '*': { cbo_ad_group_schedule: true } } })
  const campaign = await cbo(world, { end_time: world.now + 4 * hour })
  const adGroup = await madeIn(world, campaign, fromNow(world, { start_time: hour, end_time: 2 * hour }))
  t.match(adGroup, { start_time: world.now + hour, summary_status: 'NOT_STARTED' })
  const refused = await tryChange(world, adGroup, { end_time: world.now + 4 * hour + 1 })
  t.strictSame(rulesOf(refused), ['ad_group.schedule.within-campaign'])
})

t.test("the closed beta is one ad account's, not every one's", async (t) => {
  const world = await mock(t, { features: { '123': { cbo_ad_group_schedule: true } } })
  t.strictSame(rulesOf(await tryIn(world, cbo(world), { start_time: world.now })), ['ad_group.schedule.cbo-times'])
})
