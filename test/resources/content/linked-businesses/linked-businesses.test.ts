import t from 'tap'
import { seedOthers } from '#test/fixtures/follows.ts'
import { mock } from '#test/support/mock.ts'

const path = '/v5/user_account/businesses'

t.test('a user without linked businesses has an empty array', async (t) => {
  t.strictSame((await (await mock(t)).call('GET', path)).body, [])
})

t.test('linked businesses have a name and images of four sizes', async (t) => {
  const world = await mock(t)
  await seedOthers(world, { linked_businesses: [{ business: 'third' }, { business: 'other' }] })
  const image = 'https://i.pinimg.com/150x150/third_shop.jpg'
  const { body } = await world.call('GET', path)
  t.strictSame(body[0], {
    username: 'third_shop',
    image_small_url: image,
    image_medium_url: image,
    image_large_url: image,
    image_xlarge_url: image,
  })
  t.match(body, [{}, { username: 'other_shop' }])
})

t.test('a direct edit links a business, and ends that', async (t) => {
  const world = await mock(t)
  const { users } = await seedOthers(world)
  const { body } = await world.call('POST', '/__mock/entities/linked_businesses', { user_id: users.other })
  t.match((await world.call('GET', path)).body, [{ username: 'other_shop' }])
  await world.call('DELETE', `/__mock/entities/linked_businesses/${body.id}`)
  t.strictSame((await world.call('GET', path)).body, [])
})
