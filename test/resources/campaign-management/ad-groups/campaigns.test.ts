import t from 'tap'
import { cbo, madeIn, perGroup, rulesOf, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { mock } from '#test/support/mock.ts'

t.test('archiving a campaign leaves its ad groups their own status, and shows in their summary', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const adGroup = await madeIn(world, campaign)
  await world.change('/campaigns', { id: campaign.id, status: 'ARCHIVED' })
  const shown = { status: 'ACTIVE', summary_status: 'ARCHIVED' }
  t.match((await world.get(`/ad_groups/${adGroup.id}`)).body, shown)
  t.match((await world.get('/ad_groups')).body.items, [shown])
})

for (const [first, last] of [
  ['ACTIVE', 'ARCHIVED'],
  ['DRAFT', 'DELETED_DRAFT'],
] as const) {
  t.test(`no ad group can be created under a campaign that is ${last}, nor moved there`, async (t) => {
    const world = await mock(t)
    const campaign = await cbo(world, { status: first })
    const draft = await madeIn(world, cbo(world), { status: 'DRAFT' })
    await world.change('/campaigns', { id: campaign.id, status: last })
    t.strictSame(rulesOf(await tryIn(world, campaign)), ['ad_group.campaign.open'])
    t.strictSame(rulesOf(await tryIn(world, campaign, { status: 'DRAFT' })), ['ad_group.campaign.open'])
    t.strictSame(rulesOf(await tryChange(world, draft, { campaign_id: campaign.id })), ['ad_group.campaign.open'])
  })
}

t.test('the ad groups of an archived campaign can still be changed', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const adGroup = await madeIn(world, campaign)
  await world.change('/campaigns', { id: campaign.id, status: 'ARCHIVED' })
  t.strictSame(rulesOf(await tryChange(world, adGroup, { name: 'Renamed' })), [])
  t.strictSame(rulesOf(await tryChange(world, adGroup, { status: 'ARCHIVED' })), [])
})

t.test('a draft campaign that turns to CBO takes the budgets from its ad groups', async (t) => {
  const world = await mock(t)
  const campaign = await perGroup(world, { status: 'DRAFT' })
  const adGroup = await madeIn(world, campaign)
  const elsewhere = await madeIn(world, perGroup(world))
  t.match(adGroup, { budget_type: 'DAILY', budget_in_micro_currency: 10_000_000 })
  await world.change('/campaigns', {
    id: campaign.id,
    is_campaign_budget_optimization: true,
    daily_spend_cap: 100_000_000,
  })
  t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, {
    ...adGroup,
    budget_type: 'CBO_ADGROUP',
    budget_in_micro_currency: null,
  })
  t.strictSame((await world.get(`/ad_groups/${elsewhere.id}`)).body, elsewhere)
})

t.test('a draft campaign that turns away from CBO leaves its ad groups to be given budgets', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { status: 'DRAFT' })
  const adGroup = await madeIn(world, campaign)
  await world.change('/campaigns', {
    id: campaign.id,
    is_campaign_budget_optimization: false,
    daily_spend_cap: 0,
  })
  t.match((await world.get(`/ad_groups/${adGroup.id}`)).body, { budget_type: 'DAILY', budget_in_micro_currency: null })
  const { body } = await tryChange(world, adGroup, { budget_in_micro_currency: 10_000_000 })
  t.match(body.items, [{ data: { budget_type: 'DAILY', budget_in_micro_currency: 10_000_000 } }])
})

t.test('a change of a campaign that leaves CBO as it was leaves budgets alone', async (t) => {
  const world = await mock(t)
  const campaign = await perGroup(world, { status: 'DRAFT' })
  const adGroup = await madeIn(world, campaign)
  await world.change('/campaigns', { id: campaign.id, is_campaign_budget_optimization: false, name: 'Renamed' })
  t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, adGroup)
})

t.test('archived ad groups keep their budgets when their campaign turns to CBO', async (t) => {
  const world = await mock(t)
  const campaign = await perGroup(world, { status: 'DRAFT' })
  const adGroup = await madeIn(world, campaign)
  await world.change('/ad_groups', { id: adGroup.id, status: 'ARCHIVED' })
  await world.change('/campaigns', {
    id: campaign.id,
    is_campaign_budget_optimization: true,
    daily_spend_cap: 100_000_000,
  })
  t.equal((await world.get(`/ad_groups/${adGroup.id}`)).body.budget_in_micro_currency, 10_000_000)
})
