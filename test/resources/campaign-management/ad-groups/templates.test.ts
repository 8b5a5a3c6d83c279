import t from 'tap'
import { cbo, madeIn, rulesOf, tryChange, tryIn } from '#test/fixtures/ad-groups.ts'
import { templateIn } from '#test/fixtures/templates.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** An ad group that has a template. */
const templated = async (world: Mock): Promise<Json> =>
  madeIn(world, cbo(world), { targeting_template_ids: [(await templateIn(world)).id] })

t.test('an ad group answers the targeting template that it was given, and "0" clears it', async (t) => {
  const world = await mock(t)
  const { id } = await templateIn(world)
  const adGroup = await madeIn(world, cbo(world), { targeting_template_ids: [id] })
  t.strictSame(adGroup.targeting_template_ids, [id])
  const cleared = { targeting_template_ids: ['0'], targeting_spec: { LOCATION: ['US'] } }
  const { body } = await tryChange(world, adGroup, cleared)
  t.match(body.items, [{ data: { targeting_template_ids: null, targeting_spec: { LOCATION: ['US'] } } }])
})

for (const [field, value] of Object.entries({
  targeting_spec: { LOCATION: ['US'] },
  tracking_urls: { click: ['https://example.com/'] },
  auto_targeting_enabled: true,
  placement_group: 'ALL',
})) {
  t.test(`a targeting template takes the place of ${field}, in a draft as well`, async (t) => {
    const world = await mock(t)
    const targeting_template_ids = [(await templateIn(world)).id]
    for (const status of ['ACTIVE', 'DRAFT']) {
      const answer = await tryIn(world, cbo(world), { status, targeting_template_ids, [field]: value })
      t.strictSame(rulesOf(answer), ['ad_group.targeting.templates'], status)
    }
    t.strictSame(rulesOf(await tryChange(world, await templated(world), { [field]: value })), [
      'ad_group.targeting.templates',
    ])
  })
}

t.test('steps that change targeting are refused while there is a template', async (t) => {
  const world = await mock(t)
  const targeting_spec_operations = [{ field: 'LOCATION', operation: 'ADD', values: ['US'] }]
  const answer = await tryChange(world, await templated(world), { targeting_spec_operations })
  t.strictSame(rulesOf(answer), ['ad_group.targeting.templates'])
})

t.test('nobody has the targeting template of another ad account', async (t) => {
  const world = await mock(t)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const template = { name: 'Theirs', targeting_attributes: { LOCATION: ['US'] } }
  const { body } = await world.call('POST', `/v5/ad_accounts/${other}/targeting_templates`, template)
  const answer = await tryIn(world, cbo(world), { targeting_template_ids: [body.id] })
  t.match(answer.body.items, [{ exceptions: [{ code: 2, message: /^Targeting template not found/ }] }])
})

t.test('a template that is removed stays with its ad groups, and no other takes it', async (t) => {
  const world = await mock(t)
  const adGroup = await templated(world)
  const targeting_template_ids: readonly string[] = adGroup.targeting_template_ids
  await world.patch('/targeting_templates', { id: targeting_template_ids[0], operation_type: 'REMOVE' })
  t.match(await world.change('/ad_groups', { id: adGroup.id, name: 'Renamed', targeting_template_ids }), {
    name: 'Renamed',
    targeting_template_ids,
  })
  t.strictSame(rulesOf(await tryIn(world, cbo(world), { targeting_template_ids })), ['ad_group.template.exists'])
})

t.test('in an account that requires a place, the template may say where', async (t) => {
  const world = await mock(t, { features: { '*': { require_location: true } } })
  t.strictSame((await templated(world)).targeting_spec, {})
  const nowhere = await templateIn(world, { targeting_attributes: { GENDER: ['female'] } })
  const answer = await tryIn(world, cbo(world), { targeting_template_ids: [nowhere.id] })
  t.strictSame(rulesOf(answer), ['ad_group.targeting.location'])
})
