import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { apply, campaignsIn, changeLabel, labelIn, valuesIn } from '#test/fixtures/labels.ts'
import { mock } from '#test/support/mock.ts'

const notThere = 'The provided campaign ID does not exist or is not accessible.'

t.test('an applied label is told for every campaign, in the order of the request', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world, 3)
  const label_id = await labelIn(world, 'Outdoor')
  const requested = campaigns.toReversed()
  const { status, body } = await apply(world, label_id, requested)
  t.equal(status, 200)
  t.strictSame(body, {
    entities_labels: requested.map((entity_id) => ({ entity_id, entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' })),
    errors: [],
  })
  for (const id of campaigns) t.same(await valuesIn(world, `?campaign_ids=${id}`), ['Outdoor'])
})

t.test('a campaign that is not there is told in the list and in the errors, and the others are done', async (t) => {
  const world = await mock(t)
  const [first, last] = await campaignsIn(world, 2)
  const label_id = await labelIn(world, 'Outdoor')
  const { status, body } = await apply(world, label_id, [first, '123', last])
  t.equal(status, 200)
  const failed = { entity_id: '123', entity_type: 'CAMPAIGN', label_id, status: 'NULL' }
  t.strictSame(body, {
    entities_labels: [
      { entity_id: first, entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' },
      failed,
      { entity_id: last, entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' },
    ],
    errors: [{ data: failed, error_messages: [notThere] }],
  })
})

t.test("the guide's own call, without the version and with a bare question mark, is the same", async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world, 3)
  const id = await labelIn(world, 'Outdoor')
  const { status, body } = await world.call('POST', `/ad_accounts/${world.account}/labels/${id}/apply?`, {
    entity_ids: campaigns,
  })
  t.equal(status, 200)
  t.equal(body.entities_labels.length, 3)
  t.same(body.errors, [])
})

t.test('a label that is applied again stays as it is', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const id = await labelIn(world, 'Brand', 'BRAND')
  await apply(world, id, campaigns)
  t.match((await apply(world, id, campaigns)).body, { entities_labels: [{ status: 'ACTIVE' }], errors: [] })
  t.same(await valuesIn(world, `?campaign_ids=${campaigns}`), ['Brand'])
})

t.test('an archived label is not applied, which is ARCHIVED and no error', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const id = await labelIn(world, 'Outdoor')
  await changeLabel(world, { id, status: 'ARCHIVED' })
  const { body } = await apply(world, id, campaigns)
  t.match(body, { entities_labels: [{ entity_id: campaigns[0], status: 'ARCHIVED' }], errors: [] })
  await changeLabel(world, { id, status: 'ACTIVE' })
  t.same(await valuesIn(world, `?campaign_ids=${campaigns}`), [])
})

t.test('a campaign takes one BRAND label and CUSTOM labels beside it', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  await apply(world, await labelIn(world, 'Brand', 'BRAND'), campaigns)
  await apply(world, await labelIn(world, 'Custom'), campaigns)
  const second = await apply(world, await labelIn(world, 'Second', 'BRAND'), campaigns)
  t.equal(second.status, 200)
  t.match(second.body, { entities_labels: [{ status: 'NULL' }], errors: [{ error_messages: [/1 BRAND label/] }] })
  t.same(await valuesIn(world, `?campaign_ids=${campaigns}`), ['Brand', 'Custom'])
})

t.test('a campaign takes thirty CUSTOM labels and a BRAND label beside them', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  for (let count = 0; count < 30; count++) await apply(world, await labelIn(world, `Label ${count}`), campaigns)
  const { body } = await apply(world, await labelIn(world, 'One too many'), campaigns)
  t.match(body, { entities_labels: [{ status: 'NULL' }], errors: [{ error_messages: [/30 CUSTOM labels/] }] })
  const brand = await apply(world, await labelIn(world, 'Brand', 'BRAND'), campaigns)
  t.match(brand.body, { entities_labels: [{ status: 'ACTIVE' }], errors: [] })
  t.equal((await valuesIn(world, `?page_size=250&campaign_ids=${campaigns}`)).length, 31)
})

t.test('an archived label leaves room for another', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const id = await labelIn(world, 'First', 'BRAND')
  await apply(world, id, campaigns)
  await changeLabel(world, { id, status: 'ARCHIVED' })
  const { body } = await apply(world, await labelIn(world, 'Second', 'BRAND'), campaigns)
  t.match(body, { entities_labels: [{ status: 'ACTIVE' }], errors: [] })
})

for (const status of ['ACTIVE', 'PAUSED', 'DRAFT']) {
  t.test(`a campaign that is ${status} can be labelled`, async (t) => {
    const world = await mock(t)
    const { id } = await world.create('/campaigns', { ...awareness, status })
    const { body } = await apply(world, await labelIn(world, 'Outdoor'), [id])
    t.match(body, { entities_labels: [{ status: 'ACTIVE' }], errors: [] })
  })
}

for (const status of ['ARCHIVED', 'DELETED_DRAFT']) {
  t.test(`a campaign that is ${status} counts as gone`, async (t) => {
    const world = await mock(t)
    const { id } = await world.create('/campaigns', { ...awareness, status })
    const { body } = await apply(world, await labelIn(world, 'Outdoor'), [id])
    t.match(body, { entities_labels: [{ status: 'NULL' }], errors: [{ error_messages: [notThere] }] })
  })
}

t.test("another account's campaign counts as gone", async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const below = `/v5/ad_accounts/${other}/labels`
  const { body } = await world.call('POST', below, { labels: [{ label_type: 'CUSTOM', value: 'Outdoor' }] })
  const applied = await world.call('POST', `${below}/${body.labels[0].id}/apply`, { entity_ids: campaigns })
  t.match(applied.body, { entities_labels: [{ status: 'NULL' }], errors: [{ error_messages: [notThere] }] })
})

t.test('a label and a campaign stay together while the campaign is archived', async (t) => {
  const world = await mock(t)
  const [id] = await campaignsIn(world)
  await apply(world, await labelIn(world, 'Outdoor'), [id])
  await world.change('/campaigns', { id, status: 'ARCHIVED' })
  t.same(await valuesIn(world, `?campaign_ids=${id}`), ['Outdoor'])
})
