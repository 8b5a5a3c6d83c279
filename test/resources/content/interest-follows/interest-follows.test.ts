import t from 'tap'
import { seedOthers } from '#test/fixtures/follows.ts'
import { mock } from '#test/support/mock.ts'

t.test('followed interests have the names and ids of targeting', async (t) => {
  const world = await mock(t)
  await seedOthers(world, { interest_follows: [{ interest: 'diy and crafts' }, { interest: '918105274631' }] })
  const { status, body } = await world.call('GET', '/v5/users/mock_advertiser/interests/follow')
  t.equal(status, 200)
  t.strictSame(body, {
    items: [
      {
        id: '934876475639',
        key: 'diy and crafts',
        name: 'DIY and Crafts',
        canonical_url: 'https://www.pinterest.com/ideas/diy-and-crafts/934876475639/',
      },
      {
        id: '918105274631',
        key: 'architecture',
        name: 'Architecture',
        canonical_url: 'https://www.pinterest.com/ideas/architecture/918105274631/',
      },
    ],
    bookmark: null,
  })
})

t.test("another user's interests are listed by name, whatever its case, and page by page", async (t) => {
  const world = await mock(t)
  await seedOthers(world, {
    interest_follows: ['Art', 'Beauty', 'Design'].map((interest) => ({ owner: 'other', interest })),
  })
  const url = '/v5/users/Other_Shop/interests/follow?page_size=2'
  const first = (await world.call('GET', url)).body
  t.match(first.items, [{ name: 'Art' }, { name: 'Beauty' }])
  t.match((await world.call('GET', `${url}&bookmark=${first.bookmark}`)).body, {
    items: [{ name: 'Design' }],
    bookmark: null,
  })
})

t.test('a user that nobody knows is not found, and a name of digits is none', async (t) => {
  const { call } = await mock(t)
  t.match(await call('GET', '/v5/users/nobody/interests/follow'), { status: 404, body: { code: 30 } })
  t.match(await call('GET', '/v5/users/123/interests/follow'), { status: 400, body: { code: 1 } })
})

t.test('an interest that nobody knows is followed neither by a seed nor by a direct edit', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('POST', '/__mock/seed', { interest_follows: [{ interest: 'Whistling' }] })).status, 400)
  t.equal((await call('POST', '/__mock/entities/interest_follows', { interest: '1' })).status, 400)
  t.equal((await call('POST', '/__mock/entities/interest_follows', { interest: '918105274631' })).status, 200)
})
