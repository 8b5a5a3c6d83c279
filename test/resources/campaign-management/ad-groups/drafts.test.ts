import t from 'tap'
import { cbo, madeIn, perGroup, rulesOf, tryChange } from '#test/fixtures/ad-groups.ts'
import { mock } from '#test/support/mock.ts'

t.test('a draft may lack its budget and its bid', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, perGroup(world), {
    status: 'DRAFT',
    bid_in_micro_currency: null,
    budget_in_micro_currency: null,
  })
  t.match(draft, { status: 'DRAFT', summary_status: 'DRAFT', budget_in_micro_currency: null, bid_strategy_type: null })
})

t.test('a draft may hold what an active ad group must not', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, cbo(world), {
    status: 'DRAFT',
    billable_event: 'CLICKTHROUGH',
    budget_type: 'LIFETIME',
    budget_in_micro_currency: 1,
    pacing_delivery_type: 'ACCELERATED',
    start_time: world.now - 60,
    end_time: world.now - 120,
    bid_multiplier: 2,
    lifetime_frequency_cap: 3,
    targeting_spec: { MINIMUM_AGE: '64', AGE_BUCKET: ['18-24'] },
  })
  t.equal(draft.status, 'DRAFT')
})

t.test('a draft that is published is judged whole, whatever the call sends', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, cbo(world), {
    status: 'DRAFT',
    billable_event: 'CLICKTHROUGH',
    budget_type: 'LIFETIME',
    budget_in_micro_currency: 1,
    pacing_delivery_type: 'ACCELERATED',
    start_time: world.now - 60,
    end_time: world.now - 120,
    bid_multiplier: 2,
    lifetime_frequency_cap: 3,
    targeting_spec: { MINIMUM_AGE: '64', AGE_BUCKET: ['18-24'] },
  })
  const answer = await tryChange(world, draft, { status: 'PAUSED' })
  t.same(
    new Set(rulesOf(answer)),
    new Set([
      'ad_group.budget.cbo-type',
      'ad_group.budget.cbo-none',
      'ad_group.budget.cbo-pacing',
      'ad_group.schedule.end-after-start',
      'ad_group.schedule.end-in-future',
      'ad_group.schedule.cbo-times',
      'ad_group.schedule.within-campaign',
      'ad_group.billable-event.objective',
      'ad_group.bid-multiplier.automatic',
      'ad_group.frequency-cap.impressions',
      'ad_group.targeting.age-kinds',
      'ad_group.targeting.age-both',
    ]),
  )
  t.equal((await world.get(`/ad_groups/${draft.id}`)).body.status, 'DRAFT')
})

t.test('a draft is published in the call that completes it', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, perGroup(world), { status: 'DRAFT', budget_in_micro_currency: null })
  const missing = await tryChange(world, draft, { status: 'ACTIVE' })
  t.strictSame(rulesOf(missing), ['ad_group.budget.required'])
  const published = await tryChange(world, draft, { status: 'ACTIVE', budget_in_micro_currency: 10_000_000 })
  t.match(published.body.items, [{ data: { status: 'ACTIVE', summary_status: 'RUNNING' } }])
})

t.test('a draft whose end has passed cannot be published', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, perGroup(world), { status: 'DRAFT', end_time: world.now + 60 })
  world.clock.advance(60_000)
  t.strictSame(rulesOf(await tryChange(world, draft, { status: 'ACTIVE' })), ['ad_group.schedule.end-in-future'])
})

t.test('what is locked in other states can be changed in a draft, in the call that publishes it too', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, perGroup(world), { status: 'DRAFT', end_time: world.now + 3600 })
  const changes = { budget_type: 'LIFETIME', campaign_id: (await perGroup(world)).id, status: 'ACTIVE' }
  t.match((await tryChange(world, draft, changes)).body.items, [{ data: changes }])
})

t.test('what is no field of a complete ad group is judged in a draft as well', async (t) => {
  const world = await mock(t)
  const draft = await madeIn(world, cbo(world), { status: 'DRAFT' })
  const answer = await tryChange(world, draft, { tracking_urls: { click: Array(4).fill('https://example.com/') } })
  t.strictSame(rulesOf(answer), ['ad_group.tracking.three-urls'])
})

t.test('drafts and deleted drafts are listed only when asked for', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const draft = await madeIn(world, campaign, { status: 'DRAFT' })
  const deleted = await madeIn(world, campaign, { status: 'DRAFT' })
  await world.change('/ad_groups', { id: deleted.id, status: 'DELETED_DRAFT' })
  const listed = async (query: string) => (await world.get(`/ad_groups${query}`)).body.items
  t.same(await listed(''), [])
  t.match(await listed('?entity_statuses=DRAFT'), [{ id: draft.id, summary_status: 'DRAFT' }])
  t.match(await listed('?entity_statuses=DELETED_DRAFT'), [{ id: deleted.id, summary_status: 'DELETED_DRAFT' }])
})
