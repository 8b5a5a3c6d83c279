import t from 'tap'
import { audienceIn, customerListIn, namesOf } from '#test/fixtures/audiences.ts'
import { mock } from '#test/support/mock.ts'

/** What an audience has when it is read, and not when it is changed. */
const read = { created_by_company_name: 'Mock Advertiser' }

t.test('an update changes what is sent, and nothing else', async (t) => {
  const world = await mock(t)
  const audience = await audienceIn(world, { description: 'Who reads' })
  world.clock.advance(10_000)
  const { status, body } = await world.patch(`/audiences/${audience.id}`, { name: 'Regulars' })
  t.equal(status, 200)
  t.strictSame(body, { ...audience, name: 'Regulars', updated_timestamp: world.now + 10 })
  t.strictSame((await world.get(`/audiences/${audience.id}`)).body, { ...body, ...read })
})

t.test('null clears the description, and changes nothing else', async (t) => {
  const world = await mock(t)
  const audience = await audienceIn(world, { description: 'Who reads' })
  const nulls = { name: null, rule: null, operation_type: null, ad_account_id: null, description: null }
  const { body } = await world.patch(`/audiences/${audience.id}`, nulls)
  t.strictSame(body, { ...audience, description: null })
})

t.test('a new rule replaces the old, and people are gathered anew', async (t) => {
  const world = await mock(t)
  const { id } = await audienceIn(world)
  world.clock.advance(60_000)
  t.equal((await world.get(`/audiences/${id}`)).body.status, 'READY')
  const rule = { engager_type: 2 }
  t.match((await world.patch(`/audiences/${id}`, { rule, operation_type: 'UPDATE' })).body, {
    rule: { engager_type: 2, engagement_domain: undefined },
    size: 0,
    status: 'INITIALIZING',
  })
  world.clock.advance(60_000)
  t.equal((await world.get(`/audiences/${id}`)).body.status, 'READY')
})

t.test('a new name gathers nobody anew', async (t) => {
  const world = await mock(t)
  const { id } = await audienceIn(world)
  world.clock.advance(60_000)
  t.equal((await world.patch(`/audiences/${id}`, { name: 'Regulars' })).body.status, 'READY')
})

t.test('an audience is given another customer list', async (t) => {
  const world = await mock(t)
  const [one, other] = [await customerListIn(world), await customerListIn(world, { records: 'a@example.com' })]
  const rule = { customer_list_id: one.id }
  const { id } = await audienceIn(world, { audience_type: 'CUSTOMER_LIST', rule })
  await world.patch(`/audiences/${id}`, { rule: { customer_list_id: other.id } })
  world.clock.advance(60_000)
  t.equal((await world.get(`/audiences/${id}`)).body.size, 1)
})

t.test('a removed audience is answered a last time, and is gone', async (t) => {
  const world = await mock(t)
  const audience = await audienceIn(world)
  await audienceIn(world, { name: 'Other' })
  const removal = { operation_type: 'REMOVE', name: 'Not looked at' }
  const { status, body } = await world.patch(`/audiences/${audience.id}`, removal)
  t.equal(status, 200)
  t.strictSame(body, audience)
  t.equal((await world.get(`/audiences/${audience.id}`)).status, 404)
  t.equal((await world.patch(`/audiences/${audience.id}`, removal)).status, 404)
  t.strictSame(await namesOf(world, '/audiences'), ['Other'])
})

t.test('an update that breaks the schema changes nothing', async (t) => {
  const world = await mock(t)
  const audience = await audienceIn(world)
  for (const body of [{ name: 7 }, { operation_type: 'DELETE' }, { rule: [] }, { name: 'x'.repeat(256) }]) {
    t.equal((await world.patch(`/audiences/${audience.id}`, body)).status, 400)
  }
  t.strictSame((await world.get('/audiences')).body.items, [{ ...audience, ...read, is_ctv_enabled: false }])
})
