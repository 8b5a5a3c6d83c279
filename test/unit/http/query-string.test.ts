import t from 'tap'
import { type Json, mock } from '#test/support/mock.ts'

const spellings = [
  'ids=1&ids=2&ids=3',
  'ids%5B0%5D=1&ids%5B1%5D=2&ids%5B2%5D=3',
  'ids[0]=1&ids[1]=2&ids[2]=3',
  'ids[]=1&ids[]=2&ids[]=3',
  'ids=1&ids[]=2&ids[1]=3',
  'ids=1%2C2%2C3',
  'ids=1,2,3',
  'ids=1&ids=2%2C3',
]

for (const spelling of spellings) {
  t.test(`${spelling} is an array of three`, async (t) => {
    const { create, get } = await mock(t)
    const made: Json[] = []
    for (const name of ['a', 'b', 'c', 'd'])
      made.push(await create('/campaigns', { name, objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }))
    const query = spelling
      .replaceAll('ids', 'campaign_ids')
      .replaceAll(/(?<==|,|%2C)[123]/g, (digit) => made[Number(digit) - 1].id)
    const { body } = await get(`/campaigns?${query}`)
    t.strictSame(
      body.items.map(({ name }: { name: string }) => name),
      ['a', 'b', 'c'],
    )
  })
}

t.test('one value with an index is an array of one', async (t) => {
  const { create, get } = await mock(t)
  const { id } = await create('/campaigns', { name: 'a', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 })
  await create('/campaigns', { name: 'b', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 })
  t.match((await get(`/campaigns?campaign_ids%5B0%5D=${id}`)).body, { items: [{ id }], bookmark: null })
  t.match((await get('/campaigns?entity_statuses%5B0%5D=NOPE')).body, { code: 1 })
})

t.test('the journal says that indexes are not documented', async (t) => {
  const { call, get } = await mock(t)
  await get('/campaigns?entity_statuses%5B0%5D=ACTIVE')
  const { body } = await call('GET', '/__mock/requests?limit=1')
  t.match(body.items[0].warnings[0], /^Indexes /)
})

t.test('a name that reaches for a prototype is a name', async (t) => {
  const { get } = await mock(t)
  t.equal((await get('/campaigns?__proto__%5B0%5D=1&constructor%5B%5D=2&toString=3')).status, 200)
  t.equal(Object.hasOwn(Object.prototype, '0'), false)
})
