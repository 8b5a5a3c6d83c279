import t from 'tap'
import { cbo, madeIn, perGroup } from '#test/fixtures/ad-groups.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const hour = 3600

/** What reads say, by id and in the list alike. */
async function summary(world: Mock, { id }: Json): Promise<string> {
  const [listed] = (await world.get(`/ad_groups?ad_group_ids=${id}`)).body.items
  const { summary_status } = (await world.get(`/ad_groups/${id}`)).body
  return listed.summary_status === summary_status ? summary_status : `${summary_status} or ${listed.summary_status}`
}

t.test("an ad group without times follows its campaign's", async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { start_time: world.now + hour, end_time: world.now + 2 * hour })
  const adGroup = await madeIn(world, campaign)
  t.equal(adGroup.summary_status, 'NOT_STARTED')
  world.clock.advance(hour * 1000 - 1)
  t.equal(await summary(world, adGroup), 'NOT_STARTED')
  world.clock.advance(1)
  t.equal(await summary(world, adGroup), 'RUNNING')
  world.clock.advance(hour * 1000 - 1)
  t.equal(await summary(world, adGroup), 'RUNNING')
  world.clock.advance(1)
  t.equal(await summary(world, adGroup), 'COMPLETED')
})

t.test('an ad group with times runs where they and its campaign meet', async (t) => {
  const world = await mock(t)
  const campaign = await perGroup(world, { end_time: world.now + 4 * hour })
  const adGroup = await madeIn(world, campaign, { start_time: world.now + hour, end_time: world.now + 4 * hour })
  await world.change('/campaigns', {
    id: campaign.id,
    start_time: world.now + 2 * hour,
    end_time: world.now + 3 * hour,
  })
  const seen: string[] = []
  for (let hours = 0; hours < 5; hours++) {
    seen.push(await summary(world, adGroup))
    world.clock.advance(hour * 1000)
  }
  t.strictSame(seen, ['NOT_STARTED', 'NOT_STARTED', 'RUNNING', 'COMPLETED', 'COMPLETED'])
})

t.test('an ad group without any times runs at once and goes on', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, perGroup(world))
  t.equal(adGroup.summary_status, 'RUNNING')
  world.clock.advance(10 * 365 * 24 * hour * 1000)
  t.equal(await summary(world, adGroup), 'RUNNING')
})

t.test("each half of an ad group's window that is missing is its campaign's", async (t) => {
  const world = await mock(t)
  const campaign = await perGroup(world, { start_time: world.now + hour, end_time: world.now + 3 * hour })
  const late = await madeIn(world, campaign, { start_time: world.now + 2 * hour })
  const early = await madeIn(world, campaign, { end_time: world.now + 2 * hour })
  const at = async () => [await summary(world, early), await summary(world, late)]
  t.strictSame(await at(), ['NOT_STARTED', 'NOT_STARTED'])
  world.clock.advance(hour * 1000)
  t.strictSame(await at(), ['RUNNING', 'NOT_STARTED'])
  world.clock.advance(hour * 1000)
  t.strictSame(await at(), ['COMPLETED', 'RUNNING'])
  world.clock.advance(hour * 1000)
  t.strictSame(await at(), ['COMPLETED', 'COMPLETED'])
})

t.test('a paused ad group is PAUSED whether its time has come or not', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { start_time: world.now + hour, end_time: world.now + 2 * hour })
  const adGroup = await madeIn(world, campaign, { status: 'PAUSED' })
  t.equal(adGroup.summary_status, 'PAUSED')
  world.clock.advance(3 * hour * 1000)
  t.equal(await summary(world, adGroup), 'PAUSED')
})

t.test('a campaign that is paused, and runs again, shows in its ad groups', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const adGroup = await madeIn(world, campaign)
  await world.change('/campaigns', { id: campaign.id, status: 'PAUSED' })
  t.equal(await summary(world, adGroup), 'PAUSED')
  await world.change('/campaigns', { id: campaign.id, status: 'ACTIVE' })
  t.equal(await summary(world, adGroup), 'RUNNING')
})

t.test('a campaign that is a draft, or deleted as one, shows in its ad groups', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { status: 'DRAFT' })
  const adGroup = await madeIn(world, campaign)
  t.equal(adGroup.summary_status, 'DRAFT')
  await world.change('/campaigns', { id: campaign.id, status: 'DELETED_DRAFT' })
  t.equal(await summary(world, adGroup), 'DELETED_DRAFT')
})

t.test("an ad group's own end outranks its campaign's draft", async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world, { status: 'DRAFT' }))
  t.equal((await world.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })).summary_status, 'ARCHIVED')
})

t.test('in an account that cannot spend, a creation tells the status and every read that it is disabled', async (t) => {
  const world = await mock(t, { features: { '*': { billing_disabled: true } } })
  const adGroup = await madeIn(world, cbo(world), { status: 'PAUSED' })
  t.equal(adGroup.summary_status, 'PAUSED')
  t.equal(await summary(world, adGroup), 'ADVERTISER_DISABLED')
  const changed = await world.change('/ad_groups', { id: adGroup.id, name: 'Renamed' })
  t.equal(changed.summary_status, 'ADVERTISER_DISABLED')
  await world.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
  t.equal((await world.get(`/ad_groups/${adGroup.id}`)).body.summary_status, 'ARCHIVED')
})
