import t from 'tap'
import {
  adGroupIn,
  automatic,
  cbo,
  madeIn,
  performancePlus,
  rulesOf,
  tryChange,
  tryIn,
} from '#test/fixtures/ad-groups.ts'
import { templateIn } from '#test/fixtures/templates.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('an ad group that says nowhere passes, with a warning in the journal', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  for (const targeting_spec of [null, {}, { GENDER: ['female'] }, { LOCATION: [] }]) {
    const answer = await tryIn(world, campaign, { targeting_spec })
    t.strictSame(rulesOf(answer), [])
    const entry = await world.call('GET', `/__mock/requests/${answer.headers['x-mock-request-id']}`)
    t.match(entry.body.warnings, [/LOCATION/])
  }
})

t.test('an ad group that says where leaves no warning in the journal', async (t) => {
  const world = await mock(t)
  const answer = await tryIn(world, cbo(world), { targeting_spec: { LOCATION: ['US'] } })
  const entry = await world.call('GET', `/__mock/requests/${answer.headers['x-mock-request-id']}`)
  t.strictSame(entry.body.warnings, [])
})

t.test('an account that requires a place is held to it by every change of targeting', async (t) => {
  const world = await mock(t, { features: { '*': { require_location: true } } })
  const adGroup = await madeIn(world, cbo(world), { targeting_spec: { GEO: ['US'] } })
  const required = ['ad_group.targeting.location']
  t.strictSame(rulesOf(await tryIn(world, cbo(world))), required)
  t.strictSame(rulesOf(await tryChange(world, adGroup, { targeting_spec: { GENDER: ['male'] } })), required)
  const removal = [{ field: 'GEO', operation: 'REMOVE', values: ['US'] }]
  t.strictSame(rulesOf(await tryChange(world, adGroup, { targeting_spec_operations: removal })), required)
  t.strictSame(rulesOf(await tryChange(world, adGroup, { name: 'Renamed' })), [])
})

t.test('a targeting spec that is sent in an update stands in place of the stored one', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { targeting_spec: { LOCATION: ['US'], GENDER: ['male'] } })
  const { body } = await tryChange(world, adGroup, { targeting_spec: { GENDER: ['female'] } })
  t.strictSame(body.items[0].data.targeting_spec, { GENDER: ['female'] })
})

const ages: readonly [string, string, boolean][] = [
  ['18', '18', true],
  ['65', '65', true],
  ['65', '65+', true],
  ['18', '65+', true],
  ['30', '29', false],
  ['17', '20', false],
  ['18', '66', false],
  ['18', '64+', false],
  ['66', '65+', false],
]
for (const [MINIMUM_AGE, MAXIMUM_AGE, passes] of ages) {
  t.test(`ages from ${MINIMUM_AGE} to ${MAXIMUM_AGE} ${passes ? 'pass' : 'do not pass'}`, async (t) => {
    const world = await mock(t)
    const answer = await tryIn(world, cbo(world), { targeting_spec: { MINIMUM_AGE, MAXIMUM_AGE } })
    t.strictSame(rulesOf(answer), passes ? [] : ['ad_group.targeting.age-range'])
  })
}

t.test('countries in GEO pass, beside regions and beside postal codes', async (t) => {
  const world = await mock(t)
  for (const GEO of [['US'], ['US', 'BE-VOV'], ['US', 'US-94107']]) {
    t.strictSame(rulesOf(await tryIn(world, cbo(world), { targeting_spec: { GEO } })), [])
  }
})

t.test('a customer segment goes neither with a template nor with an included audience', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { customer_segment_id: '5' })
  t.equal(adGroup.customer_segment_id, '5')
  const template = await templateIn(world)
  const refused = ['ad_group.targeting.customer-segment']
  t.strictSame(rulesOf(await tryChange(world, adGroup, { targeting_template_ids: [template.id] })), refused)
  t.strictSame(rulesOf(await tryChange(world, adGroup, { targeting_spec: { AUDIENCE_INCLUDE: ['7'] } })), refused)
  const { body } = await tryChange(world, adGroup, {
    customer_segment_id: '0',
    targeting_spec: { AUDIENCE_INCLUDE: ['7'] },
  })
  t.notOk('customer_segment_id' in body.items[0].data)
})

t.test('a Performance+ campaign takes the five keys of targeting that it knows', async (t) => {
  const world = await mock(t)
  const targeting_spec = {
    AGE_BUCKET: ['18-24'],
    AUDIENCE_EXCLUDE: ['7'],
    AUDIENCE_INCLUDE: ['8'],
    GEO: ['US-94107'],
    LOCATION: ['US'],
  }
  const campaign = await performancePlus(world)
  t.strictSame((await madeIn(world, campaign, { ...automatic, targeting_spec })).targeting_spec, targeting_spec)
  for (const other of [{ GENDER: ['male'] }, { INTEREST: ['1'] }, { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' }]) {
    const answer = await tryIn(world, campaign, { ...automatic, targeting_spec: { ...targeting_spec, ...other } })
    t.ok(rulesOf(answer).includes('ad_group.performance-plus.targeting'), JSON.stringify(other))
  }
})

t.test('a Performance+ campaign for catalog sales wants a goal, and another does not', async (t) => {
  const world = await mock(t)
  const catalog = await performancePlus(world, { objective_type: 'CATALOG_SALES' })
  t.strictSame(rulesOf(await tryIn(world, catalog, automatic)), ['ad_group.goal.required'])
  const optimization_goal_metadata = { conversion_tag_v3_goal_metadata: { conversion_event: 'CHECKOUT' } }
  t.strictSame(rulesOf(await tryIn(world, catalog, { ...automatic, optimization_goal_metadata })), [])
  t.strictSame(rulesOf(await tryIn(world, cbo(world, { objective_type: 'CATALOG_SALES' }), automatic)), [])
})

t.test('an ad group of a Performance+ campaign cannot be changed to what it could not be created with', async (t) => {
  const world = await mock(t)
  const adGroup = await world.create('/ad_groups', adGroupIn(await performancePlus(world), automatic))
  const broken: readonly [string, Json][] = [
    ['location', { targeting_spec: {} }],
    ['targeting', { targeting_spec: { LOCATION: ['US'], LOCALE: ['en'] } }],
    ['automatic-bid', { bid_strategy_type: 'MAX_BID', bid_in_micro_currency: 1 }],
    ['bid-multiplier', { bid_multiplier: 2 }],
  ]
  for (const [rule, changes] of broken) {
    t.strictSame(rulesOf(await tryChange(world, adGroup, changes)), [`ad_group.performance-plus.${rule}`])
  }
})
