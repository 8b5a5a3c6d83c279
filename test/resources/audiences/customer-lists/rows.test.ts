import t from 'tap'
import { customerListIn, emails } from '#test/fixtures/audiences.ts'
import { mock } from '#test/support/mock.ts'

const digest = 'a'.repeat(64)

t.test('rows are records: each counts, and all together are one batch', async (t) => {
  const world = await mock(t)
  const records_v2 = [{ email: 'a@example.com' }, { maid: digest, ip_address: '216.3.128.12' }]
  const { status, body } = await world.post('/customer_lists', { name: 'Rows', records_v2 })
  t.equal(status, 200)
  t.match(body, { num_batches: 1, num_uploaded_user_records: 2, num_removed_user_records: 0 })
})

t.test('a row may have every field, and null is absent', async (t) => {
  const row = {
    email: 'a@example.com',
    maid: digest,
    hashed_phone_number: digest,
    hashed_pinner_id: digest,
    ip_address: '216.3.128.12',
    user_agent: 'Browser',
    external_id: 'reader-1',
    liveramp_envelope: 'envelope',
  }
  const world = await mock(t)
  const nulls = Object.fromEntries(Object.keys(row).map((field) => [field, null]))
  const records_v2 = [row, { ...nulls, email: 'b@example.com' }]
  t.equal((await world.post('/customer_lists', { name: 'Rows', records: null, records_v2 })).status, 200)
})

/** How many people a list has after these rows and then these changes. */
async function peopleAfter(t: Parameters<typeof mock>[0], creation: object, ...changes: readonly object[]) {
  const world = await mock(t)
  const { body: list } = await world.post('/customer_lists', { name: 'Rows', ...creation })
  for (const change of changes) await world.patch(`/customer_lists/${list.id}`, change)
  const rule = { customer_list_id: list.id }
  const { body } = await world.post('/audiences', { name: 'People', audience_type: 'CUSTOMER_LIST', rule })
  world.clock.advance(60_000)
  return (await world.get(`/audiences/${body.id}`)).body.size
}

t.test('rows of one person are one person, who may have come as text before', async (t) => {
  const a = { email: 'reader0@example.com', external_id: 'reader-0' }
  t.equal(await peopleAfter(t, { records_v2: [a, { email: a.email }, { maid: digest }] }), 2)
  t.equal(await peopleAfter(t, { records: emails(2) }, { operation_type: 'ADD', records_v2: [a] }), 2)
  const browser = { ip_address: '216.3.128.12', user_agent: 'Browser' }
  t.equal(await peopleAfter(t, { records_v2: [browser, { ...browser, user_agent: 'Other' }] }), 2)
})

t.test('a row takes its person from the list', async (t) => {
  const records_v2 = [{ email: 'reader0@example.com' }]
  t.equal(await peopleAfter(t, { records: emails(3) }, { operation_type: 'REMOVE', records_v2 }), 2)
})

t.test('a row of another type than is described is refused as any body is', async (t) => {
  const world = await mock(t)
  for (const records_v2 of ['a@example.com', [['a@example.com']], [{ email: 5 }]]) {
    t.match(await world.post('/customer_lists', { name: 'Rows', records_v2 }), { status: 400, body: { code: 1 } })
  }
})

t.test('what is refused changes nothing', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world)
  const change = { operation_type: 'ADD', records_v2: [{ email: 'a@example.com', phone: '1' }] }
  t.equal((await world.patch(`/customer_lists/${list.id}`, change)).status, 400)
  t.strictSame((await world.get(`/customer_lists/${list.id}`)).body, list)
})
