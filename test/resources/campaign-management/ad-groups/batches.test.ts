import t from 'tap'
import { adGroupIn, cbo, madeIn, rulesOf } from '#test/fixtures/ad-groups.ts'
import { type Json, mock } from '#test/support/mock.ts'

const names = (items: readonly Json[]) => items.map(({ name }) => name)

t.test('of a batch, what is right is created and what is wrong comes back as its error, in order', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const answer = await world.post('/ad_groups', [
    adGroupIn(campaign, { name: 'one' }),
    adGroupIn(campaign, { name: 'two', bid_in_micro_currency: null }),
    adGroupIn(campaign, { name: 'three' }),
  ])
  t.equal(answer.status, 200)
  const [one, two, three] = answer.body.items
  t.strictSame(Object.keys(one), ['data'])
  t.strictSame(Object.keys(two), ['exceptions'])
  t.match(two.exceptions, [{ code: 1, message: /bid_in_micro_currency is required/ }])
  t.strictSame(Object.keys(three), ['data'])
  t.strictSame(rulesOf(answer), ['ad_group.bid.required'])
  t.strictSame(names((await world.get('/ad_groups')).body.items), ['one', 'three'])
})

t.test('a batch of which every item is wrong still answers 200, and stores nothing', async (t) => {
  const world = await mock(t)
  const wrong = adGroupIn(await cbo(world), { budget_type: 'DAILY' })
  const answer = await world.post('/ad_groups', [wrong, wrong])
  t.equal(answer.status, 200)
  t.match(answer.body, { items: [{ exceptions: [{ code: 1 }] }, { exceptions: [{ code: 1 }] }] })
  t.strictSame(rulesOf(answer), ['ad_group.budget.cbo-type'])
  t.strictSame((await world.get('/ad_groups')).body.items, [])
})

t.test('an item that breaks several rules is told of each', async (t) => {
  const world = await mock(t)
  const answer = await world.post('/ad_groups', [
    adGroupIn(await cbo(world), { budget_type: 'DAILY', budget_in_micro_currency: 1, start_time: world.now }),
  ])
  t.equal(answer.body.items[0].exceptions.length, 3)
  t.strictSame(
    new Set(rulesOf(answer)),
    new Set(['ad_group.budget.cbo-type', 'ad_group.budget.cbo-none', 'ad_group.schedule.cbo-times']),
  )
})

t.test('a batch holds up to 30 ad groups', async (t) => {
  const world = await mock(t)
  const item = adGroupIn(await cbo(world))
  const { status, body } = await world.post('/ad_groups', Array(30).fill(item))
  t.equal(status, 200)
  t.equal(new Set(body.items.map(({ data }: Json) => data.id)).size, 30)
})

t.test('a batch of more than 30, of none, and what is no batch are refused whole', async (t) => {
  const world = await mock(t)
  const item = adGroupIn(await cbo(world))
  for (const body of [Array(31).fill(item), [], item, { items: [item] }, null]) {
    const answer = await world.post('/ad_groups', body)
    t.equal(answer.status, 400)
    t.equal(answer.body.code, 1)
  }
  t.strictSame((await world.get('/ad_groups')).body.items, [])
})

t.test('an update does the same: each item on its own, in order', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const [one, two] = [await madeIn(world, campaign), await madeIn(world, campaign)]
  const { status, body } = await world.patch('/ad_groups', [
    { id: one.id, name: 'one' },
    { id: '123321', name: 'nobody' },
    { id: two.id, name: 'two' },
  ])
  t.equal(status, 200)
  t.match(body.items, [{ data: { name: 'one' } }, { exceptions: [{ code: 2 }] }, { data: { name: 'two' } }])
})

t.test('items of one update see what the ones before them did', async (t) => {
  const world = await mock(t)
  const { id } = await madeIn(world, cbo(world))
  const { body } = await world.patch('/ad_groups', [
    { id, name: 'First' },
    { id, status: 'ARCHIVED' },
    { id, name: 'Second' },
  ])
  t.match(body.items, [{ data: { name: 'First' } }, { data: { name: 'First' } }, { exceptions: [{ code: 1 }] }])
})
