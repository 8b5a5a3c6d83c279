import t from 'tap'
import { campaignsIn, labelIn, valuesIn } from '#test/fixtures/labels.ts'
import { mock } from '#test/support/mock.ts'

const outdoor = { label_type: 'CUSTOM', value: 'Outdoor' }

for (const prefix of ['', 'C']) {
  const written = prefix === '' ? 'its bare id' : 'its id behind a C'
  t.test(`a creation of version 5.23 also applies the label to the campaign, named by ${written}`, async (t) => {
    const world = await mock(t)
    const [campaign] = await campaignsIn(world)
    const { status, body } = await world.post('/labels', { parent_id: `${prefix}${campaign}`, labels: [outdoor] })
    t.equal(status, 200)
    const { id } = body.labels[0]
    t.strictSame(body, {
      errors: [],
      labels: [{ ...outdoor, id, status: 'ACTIVE', parent_id: campaign, parent_type: 'CAMPAIGN' }],
    })
    t.same(await valuesIn(world, `?campaign_ids=${campaign}`), ['Outdoor'])
  })
}

t.test('a list does not tell the campaign that a label was created for', async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  const { body } = await world.post('/labels', { parent_id: campaign, labels: [outdoor] })
  t.strictSame((await world.get('/labels')).body.items, [{ ...outdoor, id: body.labels[0].id, status: 'ACTIVE' }])
})

t.test('a parent of null is no parent', async (t) => {
  const world = await mock(t)
  const { body } = await world.post('/labels', { parent_id: null, labels: [outdoor] })
  t.strictSame(body, { errors: [], labels: [{ ...outdoor, id: body.labels[0].id, status: 'ACTIVE' }] })
})

t.test('a label for a campaign that is not there is not created', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/labels', { parent_id: '123', labels: [outdoor] })
  t.equal(status, 200)
  t.strictSame(body, {
    errors: [
      {
        data: { ...outdoor, status: 'ACTIVE' },
        error_messages: ['The provided campaign ID does not exist or is not accessible.'],
      },
    ],
    labels: [],
  })
  t.same(await valuesIn(world), [])
})

t.test('a second BRAND label for a campaign is not created', async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  const brand = (value: string) => ({ label_type: 'BRAND', value })
  const { body } = await world.post('/labels', { parent_id: campaign, labels: [brand('First'), brand('Second')] })
  t.match(body, { labels: [{ value: 'First' }], errors: [{ data: { value: 'Second' } }] })
  t.same(await valuesIn(world), ['First'])
})

t.test('a thirty-first CUSTOM label for a campaign is not created', async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  const labels = Array.from({ length: 31 }, (_, count) => ({ label_type: 'CUSTOM', value: `Label ${count}` }))
  const { body } = await world.post('/labels', { parent_id: campaign, labels })
  t.equal(body.labels.length, 30)
  t.match(body.errors, [{ data: { value: 'Label 30' }, error_messages: [/30 CUSTOM labels/] }])
})

t.test('a value that is taken is refused whatever the parent', async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  await labelIn(world, 'Outdoor')
  const { body } = await world.post('/labels', { parent_id: campaign, labels: [outdoor] })
  t.match(body, { labels: [], errors: [{ data: outdoor, error_messages: [/already/] }] })
  t.same(await valuesIn(world, `?campaign_ids=${campaign}`), [])
})

for (const parent_id of ['AG123', 'C', 'c123', '12 3', 123]) {
  t.test(`${JSON.stringify(parent_id)} is no parent`, async (t) => {
    const { post } = await mock(t)
    const { status, body } = await post('/labels', { parent_id, labels: [outdoor] })
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request/ })
  })
}
