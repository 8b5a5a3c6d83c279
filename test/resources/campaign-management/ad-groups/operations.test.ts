import t from 'tap'
import { cbo, madeIn, rulesOf, tryChange } from '#test/fixtures/ad-groups.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const before = { LOCATION: ['US'], GENDER: ['female'], INTEREST: ['1', '2'] }

/** What the steps make of an ad group's targeting. */
async function after(world: Mock, steps: readonly Json[], targeting_spec: Json = before): Promise<Json> {
  const adGroup = await madeIn(world, cbo(world), { targeting_spec })
  const { body } = await tryChange(world, adGroup, { targeting_spec_operations: steps })
  t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, body.items[0].data)
  return body.items[0].data.targeting_spec
}

t.test('SET puts values in place of what a field had, and leaves the other fields', async (t) => {
  const spec = await after(await mock(t), [{ field: 'LOCATION', operation: 'SET', values: ['FR', 'DE'] }])
  t.strictSame(spec, { ...before, LOCATION: ['FR', 'DE'] })
})

t.test('ADD puts values behind what a field has, each once', async (t) => {
  const spec = await after(await mock(t), [{ field: 'INTEREST', operation: 'ADD', values: ['2', '3'] }])
  t.strictSame(spec, { ...before, INTEREST: ['1', '2', '3'] })
})

t.test('ADD makes a field that was not there', async (t) => {
  const spec = await after(await mock(t), [{ field: 'APPTYPE', operation: 'ADD', values: ['iphone'] }])
  t.strictSame(spec, { ...before, APPTYPE: ['iphone'] })
})

t.test('REMOVE takes values out, and knows none that are not there', async (t) => {
  const spec = await after(await mock(t), [{ field: 'INTEREST', operation: 'REMOVE', values: ['1', '9'] }])
  t.strictSame(spec, { ...before, INTEREST: ['2'] })
})

t.test('a field that loses its last value is gone', async (t) => {
  const spec = await after(await mock(t), [{ field: 'INTEREST', operation: 'REMOVE', values: ['1', '2'] }])
  t.strictSame(spec, { LOCATION: ['US'], GENDER: ['female'] })
})

t.test('SET with null removes a field, a list and an age alike', async (t) => {
  const spec = await after(
    await mock(t),
    [
      { field: 'GENDER', operation: 'SET', values: null },
      { field: 'MINIMUM_AGE', operation: 'SET', value: null },
      { field: 'MAXIMUM_AGE', operation: 'SET', value: null },
    ],
    { LOCATION: ['US'], GENDER: ['male'], MINIMUM_AGE: '18', MAXIMUM_AGE: '24' },
  )
  t.strictSame(spec, { LOCATION: ['US'] })
})

t.test('ages are set by value', async (t) => {
  const spec = await after(await mock(t), [
    { field: 'MINIMUM_AGE', operation: 'SET', value: '25' },
    { field: 'MAXIMUM_AGE', operation: 'SET', value: '65+' },
  ])
  t.strictSame(spec, { ...before, MINIMUM_AGE: '25', MAXIMUM_AGE: '65+' })
})

t.test('retargeting is set as objects', async (t) => {
  const values = [{ lookback_window: 30, tag_types: [0, 6], exclusion_window: 14 }]
  const spec = await after(await mock(t), [{ field: 'SHOPPING_RETARGETING', operation: 'SET', values }])
  t.strictSame(spec, { ...before, SHOPPING_RETARGETING: values })
})

t.test('several steps are done in their order', async (t) => {
  const spec = await after(await mock(t), [
    { field: 'INTEREST', operation: 'ADD', values: ['3'] },
    { field: 'INTEREST', operation: 'REMOVE', values: ['1', '3'] },
    { field: 'LOCATION', operation: 'SET', values: ['FR'] },
  ])
  t.strictSame(spec, { ...before, INTEREST: ['2'], LOCATION: ['FR'] })
})

t.test('no steps change nothing, beside a spec as well', async (t) => {
  const world = await mock(t)
  t.strictSame(await after(world, []), before)
  const adGroup = await madeIn(world, cbo(world))
  const { body } = await tryChange(world, adGroup, { targeting_spec_operations: [], targeting_spec: before })
  t.strictSame(body.items[0].data.targeting_spec, before)
})

t.test('what the steps lead to is judged as if it had been sent', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { targeting_spec: { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' } })
  const half = [{ field: 'MINIMUM_AGE', operation: 'SET', value: null }]
  t.strictSame(rulesOf(await tryChange(world, adGroup, { targeting_spec_operations: half })), [
    'ad_group.targeting.age-both',
  ])
  const both = [{ field: 'AGE_BUCKET', operation: 'SET', values: ['18-24'] }]
  t.strictSame(rulesOf(await tryChange(world, adGroup, { targeting_spec_operations: both })), [
    'ad_group.targeting.age-kinds',
  ])
})

for (const field of ['AGE_BUCKET', 'MAXIMUM_AGE', 'MINIMUM_AGE', 'SHOPPING_RETARGETING']) {
  t.test(`${field} takes neither ADD nor REMOVE`, async (t) => {
    const world = await mock(t)
    const adGroup = await madeIn(world, cbo(world))
    for (const operation of ['ADD', 'REMOVE']) {
      const step = field.endsWith('AGE') ? { field, operation, value: null } : { field, operation, values: [] }
      const answer = await tryChange(world, adGroup, { targeting_spec_operations: [step] })
      t.strictSame(rulesOf(answer), ['ad_group.targeting.set-only'])
    }
  })
}

t.test('a field takes one SET', async (t) => {
  const world = await mock(t)
  const step = { field: 'LOCATION', operation: 'SET', values: ['US'] }
  const answer = await tryChange(world, await madeIn(world, cbo(world)), { targeting_spec_operations: [step, step] })
  t.strictSame(rulesOf(answer), ['ad_group.targeting.one-set'])
})

const impossible = [
  { field: 'HAIR', operation: 'SET', values: ['red'] },
  { field: 'GENDER', operation: 'PUT', values: ['male'] },
  { field: 'GENDER', operation: 'SET', values: 'male' },
  { field: 'GENDER', operation: 'ADD', values: ['men'] },
  { field: 'AGE_BUCKET', operation: 'SET', values: ['18+'] },
  { field: 'AUDIENCE_INCLUDE', operation: 'SET', values: ['everybody'] },
  { field: 'LOCATION', operation: 'SET', values: [5] },
  { field: 'LOCATION', operation: 'SET', value: 'US' },
  { field: 'MINIMUM_AGE', operation: 'SET', value: 'young' },
  { field: 'MINIMUM_AGE', operation: 'SET', values: ['18'] },
  { field: 'SHOPPING_RETARGETING', operation: 'SET', values: ['30'] },
]
for (const step of impossible) {
  t.test(`a step that no targeting spec could hold refuses the whole request: ${JSON.stringify(step)}`, async (t) => {
    const world = await mock(t)
    const adGroup = await madeIn(world, cbo(world), {
      targeting_spec: { ...before, MAXIMUM_AGE: '24', MINIMUM_AGE: '21' },
    })
    const { status, body } = await tryChange(world, adGroup, { targeting_spec_operations: [step] })
    t.equal(status, 400)
    t.equal(body.code, 1)
    t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, adGroup)
  })
}

t.test('steps are no part of a creation', async (t) => {
  const world = await mock(t)
  const targeting_spec_operations = [{ field: 'LOCATION', operation: 'SET', values: ['FR'] }]
  const adGroup = await madeIn(world, cbo(world), { targeting_spec: before, targeting_spec_operations })
  t.strictSame(adGroup.targeting_spec, before)
})
