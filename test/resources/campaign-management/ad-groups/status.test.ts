import t from 'tap'
import { type EntityStatus, entityStatuses } from '#server/domain/ads/status.ts'
import { cbo, madeIn, perGroup, rulesOf, tryChange } from '#test/fixtures/ad-groups.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const allowed: Record<EntityStatus, readonly EntityStatus[]> = {
  ACTIVE: ['ACTIVE', 'PAUSED', 'ARCHIVED'],
  PAUSED: ['PAUSED', 'ACTIVE', 'ARCHIVED'],
  DRAFT: ['DRAFT', 'ACTIVE', 'PAUSED', 'DELETED_DRAFT'],
  ARCHIVED: [],
  DELETED_DRAFT: [],
}

async function inStatus(world: Mock, status: EntityStatus): Promise<Json> {
  const first = status === 'DELETED_DRAFT' ? 'DRAFT' : status === 'ARCHIVED' ? 'ACTIVE' : status
  const adGroup = await madeIn(world, cbo(world), { status: first })
  return first === status ? adGroup : world.change('/ad_groups', { id: adGroup.id, status })
}

for (const from of entityStatuses) {
  for (const to of entityStatuses) {
    const passes = allowed[from].includes(to)
    t.test(`an ad group ${passes ? 'goes' : 'does not go'} from ${from} to ${to}`, async (t) => {
      const world = await mock(t)
      const adGroup = await inStatus(world, from)
      const answer = await tryChange(world, adGroup, { status: to })
      if (passes) t.equal(answer.body.items[0].data.status, to)
      else t.match(rulesOf(answer), [/^ad_group\.status\.(final|transition)$/])
      t.equal((await world.get(`/ad_groups/${adGroup.id}`)).body.status, passes ? to : from)
    })
  }
}

for (const status of ['ARCHIVED', 'DELETED_DRAFT'] as const) {
  t.test(`nothing about an ad group that is ${status} can be changed`, async (t) => {
    const world = await mock(t)
    const adGroup = await inStatus(world, status)
    for (const changes of [{}, { name: 'Renamed' }, { billable_event: 'CLICKTHROUGH' }, { campaign_id: '1' }]) {
      const answer = await tryChange(world, adGroup, changes)
      t.ok(answer.body.items[0].exceptions, JSON.stringify(changes))
    }
    t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, adGroup)
  })
}

for (const status of ['ACTIVE', 'PAUSED'] as const) {
  t.test(`the locked fields of an ad group that is ${status} cannot be changed`, async (t) => {
    const world = await mock(t)
    const campaign = await perGroup(world, { objective_type: 'SALES' })
    const adGroup = await madeIn(world, campaign, { status, end_time: world.now + 3600 })
    const changes = { budget_type: 'LIFETIME', billable_event: 'CLICKTHROUGH', campaign_id: (await perGroup(world)).id }
    for (const [field, value] of Object.entries(changes)) {
      t.ok(rulesOf(await tryChange(world, adGroup, { [field]: value })).includes(`ad_group.locked.${field}`), field)
    }
  })

  t.test(`the stored values of locked fields may be sent again while ${status}`, async (t) => {
    const world = await mock(t)
    const adGroup = await madeIn(world, cbo(world), { status })
    const { budget_type, billable_event, campaign_id } = adGroup
    for (const campaign of [campaign_id, `C${campaign_id}`]) {
      const answer = await tryChange(world, adGroup, { budget_type, billable_event, campaign_id: campaign })
      t.strictSame(answer.body.items[0].data, adGroup)
    }
  })
}

t.test('an archived ad group is read by its id, and listed only when asked for', async (t) => {
  const world = await mock(t)
  const { id } = await inStatus(world, 'ARCHIVED')
  t.match((await world.get(`/ad_groups/${id}`)).body, { status: 'ARCHIVED', summary_status: 'ARCHIVED' })
  t.same((await world.get('/ad_groups')).body.items, [])
  t.match((await world.get('/ad_groups?entity_statuses=ARCHIVED')).body.items, [{ id }])
})
