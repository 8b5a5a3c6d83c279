import t from 'tap'
import { apply, campaignsIn, labelIn, remove, valuesIn } from '#test/fixtures/labels.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a removed label is ARCHIVED for every campaign, in the order of the request', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world, 3)
  const label_id = await labelIn(world, 'Outdoor')
  await apply(world, label_id, campaigns)
  const { status, body } = await remove(world, label_id, campaigns.toReversed())
  t.equal(status, 200)
  t.strictSame(body, {
    entities_labels: campaigns
      .toReversed()
      .map((entity_id) => ({ entity_id, entity_type: 'CAMPAIGN', label_id, status: 'ARCHIVED' })),
    errors: [],
  })
  t.same(await valuesIn(world, `?campaign_ids=${campaigns}`), [])
  t.same(await valuesIn(world), ['Outdoor'])
})

t.test('a removal leaves the other campaigns of the label alone', async (t) => {
  const world = await mock(t)
  const [first, second] = await campaignsIn(world, 2)
  const id = await labelIn(world, 'Outdoor')
  await apply(world, id, [first, second])
  await remove(world, id, [first])
  t.same(await valuesIn(world, `?campaign_ids=${first}`), [])
  t.same(await valuesIn(world, `?campaign_ids=${second}`), ['Outdoor'])
})

t.test('a label that is not applied cannot be removed, and the others are done', async (t) => {
  const world = await mock(t)
  const [bare, labelled] = await campaignsIn(world, 2)
  const label_id = await labelIn(world, 'Outdoor')
  await apply(world, label_id, [labelled])
  const { status, body } = await remove(world, label_id, [bare, labelled, '123'])
  t.equal(status, 200)
  t.match(body.entities_labels, [
    { entity_id: bare, status: 'NULL' },
    { entity_id: labelled, status: 'ARCHIVED' },
    { entity_id: '123', status: 'NULL' },
  ])
  t.strictSame(body.errors, [
    { data: body.entities_labels[0], error_messages: ['The label is not applied to this campaign.'] },
    {
      data: body.entities_labels[2],
      error_messages: ['The provided campaign ID does not exist or is not accessible.'],
    },
  ])
})

t.test('a label that was removed can be applied afresh', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const id = await labelIn(world, 'Brand', 'BRAND')
  await apply(world, id, campaigns)
  await remove(world, id, campaigns)
  t.match((await apply(world, id, campaigns)).body, { entities_labels: [{ status: 'ACTIVE' }], errors: [] })
  t.same(await valuesIn(world, `?campaign_ids=${campaigns}`), ['Brand'])
})

t.test('a removed BRAND label leaves room for another', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const id = await labelIn(world, 'First', 'BRAND')
  await apply(world, id, campaigns)
  await remove(world, id, campaigns)
  const { body } = await apply(world, await labelIn(world, 'Second', 'BRAND'), campaigns)
  t.match(body, { entities_labels: [{ status: 'ACTIVE' }], errors: [] })
})

for (const call of [apply, remove]) {
  t.test(`${call.name} takes 250 campaigns at once`, async (t) => {
    const world = await mock(t)
    const campaigns = await campaignsIn(world, 250)
    const id = await labelIn(world, 'Outdoor')
    await apply(world, id, campaigns)
    const { status, body } = await call(world, id, campaigns)
    t.equal(status, 200)
    t.equal(body.entities_labels.length, 250)
    t.same(body.errors, [])
  })

  t.test(`${call.name} refuses 251 campaigns whole`, async (t) => {
    const world = await mock(t)
    const campaigns = await campaignsIn(world, 251)
    const { status, body, headers } = await call(world, await labelIn(world, 'Outdoor'), campaigns)
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request: entity_ids takes 1 to 250/ })
    t.equal(headers['x-mock-rules'], 'label.apply.entities')
    t.same(await valuesIn(world, `?campaign_ids=${campaigns[0]}`), [])
  })

  const refused: Readonly<Record<string, Json>> = {
    'no campaign': { entity_ids: [] },
    'the same campaign twice': { entity_ids: ['1', '1'] },
    'no list of campaigns': {},
    'a campaign outside a list': { entity_ids: '1' },
    'ids that are numbers': { entity_ids: [1] },
  }
  for (const [what, body] of Object.entries(refused)) {
    t.test(`${call.name} refuses ${what}`, async (t) => {
      const world = await mock(t)
      const answer = await world.post(`/labels/${await labelIn(world, 'Outdoor')}/${call.name}`, body)
      t.equal(answer.status, 400)
      t.match(answer.body, { code: 1, message: /^Invalid request/ })
    })
  }

  t.test(`${call.name} does not find a label that nobody created, or another account's`, async (t) => {
    const world = await mock(t)
    const campaigns = await campaignsIn(world)
    const id = await labelIn(world, 'Outdoor')
    const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
    const url = `/v5/ad_accounts/${other}/labels/${id}/${call.name}`
    const answers = [
      await call(world, '1', campaigns),
      await call(world, 'label_abc123', campaigns),
      await world.call('POST', url, { entity_ids: campaigns }),
    ]
    for (const { status, body } of answers) {
      t.equal(status, 404)
      t.strictSame(body, { code: 2, message: 'Label not found.' })
    }
  })
}

t.test('an account that leaves the closed beta can neither apply nor remove its labels', async (t) => {
  const dataDir = t.testdir()
  const inside = await mock(t, { dataDir })
  const campaigns = await campaignsIn(inside, 2)
  const id = await labelIn(inside, 'Outdoor')
  await inside.app.close()
  const outside = await mock(t, { dataDir, features: { '*': { labels: false } } })
  for (const call of [apply, remove]) {
    const { status, body } = await call(outside, id, campaigns)
    t.equal(status, 200)
    const refused = campaigns.map((entity_id) => ({ entity_id, entity_type: 'CAMPAIGN', label_id: id, status: 'NULL' }))
    t.strictSame(body, {
      entities_labels: refused,
      errors: refused.map((data) => ({ data, error_messages: ['Invalid access to labeling.'] })),
    })
  }
  t.strictSame((await outside.get('/labels')).body, { items: [], bookmark: null })
})
