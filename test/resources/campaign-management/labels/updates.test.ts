import t from 'tap'
import { apply, campaignsIn, changeLabel, labelIn, valuesIn } from '#test/fixtures/labels.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a label can be renamed, and the answer has all of it', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  const { status, body } = await changeLabel(world, { id, value: 'Indoor' })
  t.equal(status, 200)
  t.strictSame(body, { errors: [], labels: [{ id, label_type: 'CUSTOM', status: 'ACTIVE', value: 'Indoor' }] })
  t.same(await valuesIn(world), ['Indoor'])
})

t.test('a label can be renamed and archived at once', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  const { body } = await changeLabel(world, { id, value: 'Indoor', status: 'ARCHIVED' })
  t.match(body.labels, [{ id, status: 'ARCHIVED', value: 'Indoor' }])
})

t.test('nothing, and null for a value, are no change', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  const unchanged = [{ id, label_type: 'CUSTOM', status: 'ACTIVE', value: 'Outdoor' }]
  t.strictSame((await changeLabel(world, { id })).body, { errors: [], labels: unchanged })
  t.strictSame((await changeLabel(world, { id, value: null })).body, { errors: [], labels: unchanged })
})

t.test('null is no status', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  t.match(await changeLabel(world, { id, value: 'Indoor', status: null }), { status: 400, body: { code: 1 } })
  t.same(await valuesIn(world), ['Outdoor'])
})

t.test('an archived label is listed only when it is asked for', async (t) => {
  const world = await mock(t)
  await changeLabel(world, { id: await labelIn(world, 'Outdoor'), status: 'ARCHIVED' })
  t.same(await valuesIn(world), [])
  t.same(await valuesIn(world, '?entity_statuses=ARCHIVED'), ['Outdoor'])
})

t.test('a label cannot take a value that another of its type has', async (t) => {
  const world = await mock(t)
  await labelIn(world, 'Taken')
  const id = await labelIn(world, 'Outdoor')
  const { status, body } = await changeLabel(world, { id, value: 'Taken' })
  t.equal(status, 200)
  t.match(body, { labels: [], errors: [{ data: { id, value: 'Taken' }, error_messages: [/already/] }] })
  t.same(await valuesIn(world), ['Taken', 'Outdoor'])
})

t.test('a label can be sent the value that it has', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  t.match((await changeLabel(world, { id, value: 'Outdoor' })).body, { errors: [], labels: [{ value: 'Outdoor' }] })
})

t.test('a value that a label gave up is free for another', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  await changeLabel(world, { id, value: 'Indoor' })
  t.match(await labelIn(world, 'Outdoor'), /^\d+$/)
})

t.test('of several updates, what is right is stored and what is wrong comes back as its error', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  const { status, body } = await world.patch('/labels', {
    labels: [
      { id: '123', value: 'Nobody', status: 'ARCHIVED' },
      { id, value: 'Indoor' },
    ],
  })
  t.equal(status, 200)
  t.strictSame(body, {
    errors: [{ data: { id: '123', value: 'Nobody', status: 'ARCHIVED' }, error_messages: ['Label not found.'] }],
    labels: [{ id, label_type: 'CUSTOM', status: 'ACTIVE', value: 'Indoor' }],
  })
})

t.test("another account's label is not found", async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const { body } = await world.call('PATCH', `/v5/ad_accounts/${other}/labels`, { labels: [{ id, value: 'Taken' }] })
  t.match(body, { labels: [], errors: [{ data: { id }, error_messages: ['Label not found.'] }] })
  t.same(await valuesIn(world), ['Outdoor'])
})

t.test('an update does not take a type', async (t) => {
  const world = await mock(t)
  const id = await labelIn(world, 'Outdoor')
  const { body } = await changeLabel(world, { id, label_type: 'BRAND' })
  t.match(body.labels, [{ id, label_type: 'CUSTOM' }])
})

const refused: Readonly<Record<string, Json>> = {
  'without an id': { value: 'Indoor' },
  'with an id that is no number': { id: 'Outdoor', value: 'Indoor' },
  'with a status that does not exist': { id: '1', status: 'DELETED' },
  'with a value of 101 characters': { id: '1', value: 'x'.repeat(101) },
}
for (const [what, label] of Object.entries(refused)) {
  t.test(`an update ${what} is refused whole`, async (t) => {
    const world = await mock(t)
    const id = await labelIn(world, 'Outdoor')
    const { status, body } = await world.patch('/labels', { labels: [{ id, value: 'Indoor' }, label] })
    t.equal(status, 400)
    t.match(body, { code: 1, message: /^Invalid request/ })
    t.same(await valuesIn(world), ['Outdoor'])
  })
}

t.test('archiving a label ends its applications, and restoring it brings them back', async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  const id = await labelIn(world, 'Outdoor')
  await apply(world, id, [campaign])
  await changeLabel(world, { id, status: 'ARCHIVED' })
  t.same(await valuesIn(world, `?campaign_ids=${campaign}`), [])
  t.same(await valuesIn(world, `?campaign_ids=${campaign}&entity_statuses=ARCHIVED`), ['Outdoor'])
  await changeLabel(world, { id, status: 'ACTIVE' })
  t.same(await valuesIn(world, `?campaign_ids=${campaign}`), ['Outdoor'])
})

t.test('a BRAND label is not restored where a campaign has another one since', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world, 2)
  const id = await labelIn(world, 'First', 'BRAND')
  await apply(world, id, campaigns)
  await changeLabel(world, { id, status: 'ARCHIVED' })
  await apply(world, await labelIn(world, 'Second', 'BRAND'), [campaigns[1]])
  const { body, headers } = await changeLabel(world, { id, status: 'ACTIVE' })
  t.equal(headers['x-mock-rules'], 'label.restore.limits')
  t.match(body, { labels: [], errors: [{ data: { id } }] })
  t.same(await valuesIn(world, `?campaign_ids=${campaigns}`), ['Second'])
})

t.test('a CUSTOM label is not restored where a campaign has thirty since', async (t) => {
  const world = await mock(t)
  const campaigns = await campaignsIn(world)
  const id = await labelIn(world, 'First')
  await apply(world, id, campaigns)
  await changeLabel(world, { id, status: 'ARCHIVED' })
  for (let count = 0; count < 30; count++) await apply(world, await labelIn(world, `Label ${count}`), campaigns)
  const { headers } = await changeLabel(world, { id, status: 'ACTIVE' })
  t.equal(headers['x-mock-rules'], 'label.restore.limits')
})
