import t from 'tap'
import { apply, campaignsIn, changeLabel, labelIn, remove, valuesIn } from '#test/fixtures/labels.ts'
import { type Json, mock } from '#test/support/mock.ts'

const outdoor = { label_type: 'CUSTOM', value: 'Outdoor' }

t.test('a created label is ACTIVE and is answered with its id, type and value', async (t) => {
  const { post } = await mock(t)
  const { status, body } = await post('/labels', { labels: [outdoor] })
  t.equal(status, 200)
  const [{ id }] = body.labels
  t.match(id, /^1106\d{9}$/)
  t.strictSame(body, { errors: [], labels: [{ id, label_type: 'CUSTOM', status: 'ACTIVE', value: 'Outdoor' }] })
})

t.test('a list answers labels as their creation did', async (t) => {
  const { post, get } = await mock(t)
  const { body } = await post('/labels', { labels: [outdoor, { label_type: 'BRAND', value: 'Meadow' }] })
  const listed = await get('/labels')
  t.equal(listed.status, 200)
  t.strictSame(listed.body, { items: body.labels, bookmark: null })
})

t.test('of several labels, what is right is stored and what is wrong comes back as its error', async (t) => {
  const world = await mock(t)
  await labelIn(world, 'Outdoor')
  const { status, body, headers } = await world.post('/labels', {
    labels: [{ label_type: 'BRAND', value: 'Meadow' }, outdoor, { label_type: 'CUSTOM', value: 'Spring' }],
  })
  t.equal(status, 200)
  t.equal(headers['x-mock-rules'], 'label.value.unique')
  t.match(body.labels, [{ value: 'Meadow' }, { value: 'Spring' }])
  t.strictSame(body.errors, [
    { data: { ...outdoor, status: 'ACTIVE' }, error_messages: [body.errors[0].error_messages[0]] },
  ])
  t.same(await valuesIn(world), ['Outdoor', 'Meadow', 'Spring'])
})

t.test('a request that names the same label twice creates it once', async (t) => {
  const world = await mock(t)
  const { body } = await world.post('/labels', { labels: [outdoor, outdoor] })
  t.equal(body.labels.length, 1)
  t.match(body.errors, [{ data: outdoor, error_messages: [/type and value already/] }])
  t.same(await valuesIn(world), ['Outdoor'])
})

t.test('an archived label still holds its value', async (t) => {
  const world = await mock(t)
  await changeLabel(world, { id: await labelIn(world, 'Outdoor'), status: 'ARCHIVED' })
  const { body } = await world.post('/labels', { labels: [outdoor] })
  t.match(body, { labels: [], errors: [{ data: outdoor }] })
})

t.test('a value may be a BRAND and a CUSTOM label, and another in another account', async (t) => {
  const world = await mock(t)
  await labelIn(world, 'Outdoor', 'CUSTOM')
  await labelIn(world, 'Outdoor', 'BRAND')
  t.same(await valuesIn(world), ['Outdoor', 'Outdoor'])
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const { body } = await world.call('POST', `/v5/ad_accounts/${other}/labels`, { labels: [outdoor] })
  t.match(body, { labels: [outdoor], errors: [] })
})

t.test('a value has up to 100 characters', async (t) => {
  const world = await mock(t)
  t.match(await labelIn(world, 'x'.repeat(100)), /^\d+$/)
  t.match(await labelIn(world, '🌲'.repeat(100)), /^\d+$/)
})

const refused: Readonly<Record<string, Json>> = {
  'a value of 101 characters': { labels: [{ label_type: 'CUSTOM', value: 'x'.repeat(101) }] },
  'no value': { labels: [{ label_type: 'CUSTOM' }] },
  'no type': { labels: [{ value: 'Outdoor' }] },
  'a type that does not exist': { labels: [{ label_type: 'SEASON', value: 'Spring' }] },
  'no labels': {},
  'an empty list of labels': { labels: [] },
  'a list in place of an object': [{ label_type: 'CUSTOM', value: 'Outdoor' }],
}
for (const [what, body] of Object.entries(refused)) {
  t.test(`a creation with ${what} is refused whole`, async (t) => {
    const world = await mock(t)
    const answer = await world.post('/labels', body)
    t.equal(answer.status, 400)
    t.match(answer.body, { code: 1, message: /^Invalid request/ })
    t.same(await valuesIn(world), [])
  })
}

t.test('unknown fields are ignored, and the journal warns of them, also those of a label', async (t) => {
  const { post, call } = await mock(t)
  const { body, headers } = await post('/labels', { labels: [{ ...outdoor, colour: 'green' }], source: 'test' })
  t.match(body, { errors: [], labels: [outdoor] })
  t.notOk('colour' in body.labels[0])
  const { warnings } = (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body
  t.ok(
    warnings.some((warning: string) => warning.includes("'source'")),
    'of the field beside the labels',
  )
  t.ok(
    warnings.some((warning: string) => warning.includes('colour')),
    'of the field of a label',
  )
})

t.test('outside the closed beta a creation is answered as the real service recorded it', async (t) => {
  const { post } = await mock(t, { features: { '*': { labels: false } } })
  const { status, body } = await post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Test Label' }] })
  t.equal(status, 200)
  t.strictSame(body, {
    errors: [
      {
        data: { value: 'Test Label', label_type: 'CUSTOM', status: 'ACTIVE' },
        error_messages: ['Invalid access to labeling.'],
      },
    ],
    labels: [],
  })
})

t.test('outside the closed beta an update is refused likewise, and a list is empty', async (t) => {
  const world = await mock(t, { features: { '*': { labels: false } } })
  const { status, body } = await changeLabel(world, { id: '1', value: 'Renamed' })
  t.equal(status, 200)
  t.match(body, { errors: [{ data: { id: '1' }, error_messages: ['Invalid access to labeling.'] }], labels: [] })
  t.strictSame((await world.get('/labels')).body, { items: [], bookmark: null })
})

t.test('labels and campaigns of an ad account that nobody knows are not permitted', async (t) => {
  const world = await mock(t)
  const [campaign] = await campaignsIn(world)
  const stranger = {
    ...world,
    get: (path: string) => world.call('GET', `/v5/ad_accounts/123${path}`),
    post: (path: string, body: unknown) => world.call('POST', `/v5/ad_accounts/123${path}`, body),
    patch: (path: string, body: unknown) => world.call('PATCH', `/v5/ad_accounts/123${path}`, body),
  }
  const label = await labelIn(world, 'Outdoor')
  const answers = await Promise.all([
    stranger.get('/labels'),
    stranger.post('/labels', { labels: [outdoor] }),
    changeLabel(stranger, { id: label, value: 'Renamed' }),
    apply(stranger, label, [campaign]),
    remove(stranger, label, [campaign]),
  ])
  for (const { status, body } of answers) {
    t.equal(status, 403)
    t.strictSame(body, { code: 29, message: 'You are not permitted to access that resource.' })
  }
})
