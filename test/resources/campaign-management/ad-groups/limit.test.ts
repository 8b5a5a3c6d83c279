import t from 'tap'
import { adGroupIn, cbo, fill, madeIn, perGroup, rulesOf, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('within one batch, the ad groups up to the seventieth are stored and the rest refused', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await fill(world, campaign, 68)
  const answer = await world.post('/ad_groups', Array(4).fill(adGroupIn(campaign)))
  const refused = { exceptions: [{ code: 1, message: /at most 70/ }] }
  t.match(answer.body.items, [{ data: {} }, { data: {} }, refused, refused])
  t.strictSame(rulesOf(answer), ['ad_group.limit.seventy'])
  t.equal((await world.get('/ad_groups?page_size=250')).body.items.length, 70)
})

t.test('drafts count to the seventy', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await fill(world, campaign, 70, { status: 'DRAFT' })
  t.strictSame(rulesOf(await tryIn(world, campaign)), ['ad_group.limit.seventy'])
})

t.test('archived ad groups and deleted drafts make room', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const [active] = await fill(world, campaign, 69)
  const draft = await madeIn(world, campaign, { status: 'DRAFT' })
  await world.change('/ad_groups', { id: active.id, status: 'ARCHIVED' })
  await world.change('/ad_groups', { id: draft.id, status: 'DELETED_DRAFT' })
  const answer = await world.post('/ad_groups', Array(3).fill(adGroupIn(campaign)))
  t.match(answer.body.items, [{ data: {} }, { data: {} }, { exceptions: [{ code: 1 }] }])
})

t.test('a campaign without CBO holds more than seventy', async (t) => {
  const world = await mock(t)
  const made = await fill(world, await perGroup(world), 71)
  t.ok(made.every((adGroup: Json) => adGroup?.id !== undefined))
})

t.test('the seventy of one campaign are not those of another', async (t) => {
  const world = await mock(t)
  await fill(world, await cbo(world), 70)
  t.strictSame(rulesOf(await tryIn(world, cbo(world))), [])
})

t.test('the ad groups of a full campaign can be changed, and drafts among them published', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  await fill(world, campaign, 69)
  const draft = await madeIn(world, campaign, { status: 'DRAFT' })
  t.strictSame(rulesOf(await tryChange(world, draft, { name: 'Renamed', campaign_id: campaign.id })), [])
  t.strictSame(rulesOf(await tryChange(world, draft, { status: 'ACTIVE' })), [])
})

t.test('a draft cannot be moved into a full campaign', async (t) => {
  const world = await mock(t)
  const full = await cbo(world)
  await fill(world, full, 70)
  const draft = await madeIn(world, cbo(world), { status: 'DRAFT' })
  t.strictSame(rulesOf(await tryChange(world, draft, { campaign_id: full.id })), ['ad_group.limit.seventy'])
})
