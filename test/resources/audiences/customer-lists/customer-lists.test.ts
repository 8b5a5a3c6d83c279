import t from 'tap'
import { customerListIn, emails, namesOf } from '#test/fixtures/audiences.ts'
import { type Json, mock } from '#test/support/mock.ts'

t.test('a created list counts its records and one batch, and is PROCESSING', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/customer_lists', {
    name: 'Newsletter',
    records: 'a@example.com,b@example.com',
  })
  t.equal(status, 200)
  t.match(body.id, /^\d{7}$/)
  t.strictSame(body, {
    ad_account_id: world.account,
    created_time: world.now,
    id: body.id,
    name: 'Newsletter',
    num_batches: 1,
    num_removed_user_records: 0,
    num_uploaded_user_records: 2,
    type: 'customerlist',
    updated_time: world.now,
    exceptions: {},
    status: 'PROCESSING',
  })
  t.strictSame((await world.get(`/customer_lists/${body.id}`)).body, body)
})

t.test('spaces around records, and commas without a record, do not count', async (t) => {
  const list = await customerListIn(await mock(t), { records: ' a@example.com , b@example.com,,' })
  t.equal(list.num_uploaded_user_records, 2)
})

t.test('null as list_type is EMAIL, and every type is taken', async (t) => {
  const world = await mock(t)
  for (const list_type of [null, 'EMAIL', 'IDFA', 'MAID', 'LR_ID', 'DLX_ID', 'HASHED_PINNER_ID']) {
    t.equal((await customerListIn(world, { list_type, records: 'a'.repeat(64) })).num_batches, 1)
  }
})

t.test('added records count at once, known or not, and one batch', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world)
  world.clock.advance(10_000)
  const { status, body } = await world.patch(`/customer_lists/${list.id}`, {
    operation_type: 'ADD',
    records: emails(3),
  })
  t.equal(status, 200)
  t.strictSame(body, { ...list, num_batches: 2, num_uploaded_user_records: 5, updated_time: world.now + 10 })
  t.strictSame((await world.get(`/customer_lists/${list.id}`)).body, body)
})

t.test('removed records count at once, found or not, and one batch', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world)
  const { body } = await world.patch(`/customer_lists/${list.id}`, {
    operation_type: 'REMOVE',
    records: 'never-added@example.com',
  })
  t.strictSame(body, { ...list, num_batches: 2, num_removed_user_records: 1 })
})

/** The status of a list a minute after what was done to it. */
async function statusAfter(
  t: Parameters<typeof mock>[0],
  records: string,
  ...changes: readonly object[]
): Promise<string> {
  const world = await mock(t)
  const { id } = await customerListIn(world, { records })
  for (const change of changes) await world.patch(`/customer_lists/${id}`, change)
  world.clock.advance(59_000)
  t.equal((await world.get(`/customer_lists/${id}`)).body.status, 'PROCESSING')
  world.clock.advance(1000)
  return (await world.get(`/customer_lists/${id}`)).body.status
}

t.test('after a minute a list of 100 people is READY, and one of 99 is TOO_SMALL', async (t) => {
  t.equal(await statusAfter(t, emails(100)), 'READY')
  t.equal(await statusAfter(t, emails(99)), 'TOO_SMALL')
})

t.test('who is in a list twice is one person', async (t) => {
  t.equal(await statusAfter(t, `${emails(99)},${emails(1)}`), 'TOO_SMALL')
  t.equal(await statusAfter(t, emails(99), { operation_type: 'ADD', records: emails(1) }), 'TOO_SMALL')
  t.equal(await statusAfter(t, emails(99), { operation_type: 'ADD', records: emails(1, 99) }), 'READY')
})

t.test('who is removed leaves the list, and who was never there does not', async (t) => {
  t.equal(await statusAfter(t, emails(100), { operation_type: 'REMOVE', records: emails(1) }), 'TOO_SMALL')
  t.equal(await statusAfter(t, emails(100), { operation_type: 'REMOVE', records: emails(1, 500) }), 'READY')
})

t.test('records can be removed from a list that was told to have nobody', async (t) => {
  const world = await mock(t)
  const { id } = await customerListIn(world)
  await world.call('PATCH', `/__mock/entities/customer_lists/${id}`, { members: 0 })
  const removal = { operation_type: 'REMOVE', records: emails(1) }
  t.equal((await world.patch(`/customer_lists/${id}`, removal)).status, 200)
})

t.test('a list pages in both orders, and its bookmark belongs to one of them', async (t) => {
  const world = await mock(t)
  for (const name of ['A', 'B', 'C']) await customerListIn(world, { name })
  t.strictSame(await namesOf(world, '/customer_lists'), ['A', 'B', 'C'])
  t.strictSame(await namesOf(world, '/customer_lists?order=DESCENDING'), ['C', 'B', 'A'])
  const { body: first } = await world.get('/customer_lists?order=DESCENDING&page_size=2')
  t.strictSame(
    first.items.map(({ name }: Json) => name),
    ['C', 'B'],
  )
  const { body: rest } = await world.get(`/customer_lists?order=DESCENDING&page_size=2&bookmark=${first.bookmark}`)
  t.match(rest, { items: [{ name: 'A' }], bookmark: null })
  t.equal((await world.get(`/customer_lists?bookmark=${first.bookmark}`)).status, 400)
})

t.test('matching is an update when it ends', async (t) => {
  const world = await mock(t)
  const { id } = await customerListIn(world)
  world.clock.advance(59_000)
  t.match((await world.get(`/customer_lists/${id}`)).body, { status: 'PROCESSING', updated_time: world.now })
  world.clock.advance(600_000)
  const { body } = await world.get(`/customer_lists/${id}`)
  t.match(body, { status: 'TOO_SMALL', created_time: world.now, updated_time: world.now + 60 })
  t.match((await world.get('/customer_lists')).body.items, [{ updated_time: world.now + 60 }])
})

t.test(
  'lists of lists tell of each whether it is for new customers, and one list tells it where it is so',
  async (t) => {
    const world = await mock(t)
    const plain = await customerListIn(world, { name: 'plain' })
    const nca = await customerListIn(world, { name: 'nca', is_nca: true })
    const shown = async ({ id }: Json) => {
      const change = { operation_type: 'ADD', records: emails(1) }
      const changed = (await world.patch(`/customer_lists/${id}`, change)).body
      return [(await world.get(`/customer_lists/${id}`)).body, changed].map((list) => list.is_nca)
    }
    t.strictSame([plain.is_nca, ...(await shown(plain))], [undefined, undefined, undefined])
    t.strictSame([nca.is_nca, ...(await shown(nca))], [true, true, true])
    t.match((await world.get('/customer_lists')).body.items, [
      { name: 'plain', is_nca: false },
      { name: 'nca', is_nca: true },
    ])
  },
)

t.test('lists for new customers are left out when that is asked for, page by page', async (t) => {
  const world = await mock(t)
  for (const name of ['A', 'B', 'C']) await customerListIn(world, { name, is_nca: name === 'B' })
  t.strictSame(await namesOf(world, '/customer_lists'), ['A', 'B', 'C'])
  t.strictSame(await namesOf(world, '/customer_lists?exclude_nca=True'), ['A', 'C'])
  const { body: first } = await world.get('/customer_lists?exclude_nca=true&page_size=1&order=DESCENDING')
  const next = `/customer_lists?exclude_nca=true&order=DESCENDING&page_size=1&bookmark=${first.bookmark}`
  t.match((await world.get(next)).body, { items: [{ name: 'A' }], bookmark: null })
  t.equal((await world.get('/customer_lists?exclude_nca=maybe')).status, 400)
})

t.test("a list that nobody knows, or another account's, is not found", async (t) => {
  const world = await mock(t)
  const { id } = await customerListIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  const update = { operation_type: 'ADD', records: 'a@example.com' }
  for (const path of [`${world.account}/customer_lists/123`, `${other}/customer_lists/${id}`]) {
    for (const [method, body] of [['GET'], ['PATCH', update]] as const) {
      const answer = await world.call(method, `/v5/ad_accounts/${path}`, body)
      t.equal(answer.status, 404)
      t.strictSame(answer.body, { code: 2, message: 'Customer list not found.' })
    }
  }
})

t.test('a request that breaks the schema changes nothing', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world)
  const creations = [{ records: 'x' }, { name: 'x', records: ['x'] }, { name: 'x', records: 'x', list_type: 'PHONE' }]
  for (const body of creations) t.match(await world.post('/customer_lists', body), { status: 400, body: { code: 1 } })
  const changes = [{}, { records: 'x' }, { operation_type: 'APPEND', records: 'x' }]
  for (const body of changes) t.equal((await world.patch(`/customer_lists/${list.id}`, body)).status, 400)
  t.strictSame((await world.get('/customer_lists')).body.items, [{ ...list, is_nca: false }])
})

t.test('lists of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  const path = '/v5/ad_accounts/123/customer_lists'
  t.equal((await call('GET', path)).status, 403)
  t.equal((await call('GET', `${path}/1`)).status, 403)
  t.equal((await call('POST', path, { name: 'x', records: 'x' })).status, 403)
})

t.test('emptying an ad account deletes its lists and their records', async (t) => {
  const world = await mock(t)
  await customerListIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.strictSame(await namesOf(world, '/customer_lists'), [])
})

t.test('the seed small has a list', async (t) => {
  t.strictSame(await namesOf(await mock(t, { seed: 'small' }), '/customer_lists'), ['Newsletter readers'])
})

t.test('records may be any text', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world, { records: 'a\u0000b,\ud800,"quoted",é' })
  t.equal(list.num_uploaded_user_records, 4)
  t.equal(
    (await world.patch(`/customer_lists/${list.id}`, { operation_type: 'REMOVE', records: '\ud800' })).status,
    200,
  )
})
