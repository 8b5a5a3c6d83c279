import t from 'tap'
import { boardIn } from '#test/fixtures/pins.ts'
import { tag, taggable, untag } from '#test/fixtures/product-tags.ts'
import { mock } from '#test/support/mock.ts'

t.test('a Pin without tags has none', async (t) => {
  const world = await mock(t)
  const { pin } = await taggable(world)
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}/product_tags`)).body, { product_tags: [] })
})

t.test('a Pin is tagged with products in order, each once, and shows them', async (t) => {
  const world = await mock(t)
  const { pin, products } = await taggable(world)
  await tag(world, pin, products.TWO)
  const { status, body } = await tag(world, pin, products.ONE, products.TWO)
  t.equal(status, 200)
  t.strictSame(body, { product_tags: [{ pin_id: products.TWO }, { pin_id: products.ONE }] })
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}/product_tags`)).body, body)
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body.product_tags, body.product_tags)
})

t.test('tags are removed, and those that are none are passed over', async (t) => {
  const world = await mock(t)
  const { pin, products } = await taggable(world)
  await tag(world, pin, products.ONE, products.TWO)
  t.match(await untag(world, pin, products.ONE, products.FAR, '1'), { status: 204, body: '' })
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body.product_tags, [{ pin_id: products.TWO }])
  await untag(world, pin, products.TWO)
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}`)).body.product_tags, [])
})

t.test('one product that cannot be tagged refuses all, each with its reason', async (t) => {
  const world = await mock(t)
  const { pin, products } = await taggable(world)
  const { status, body } = await tag(world, pin, products.ONE, products.FAR, '1')
  t.equal(status, 400)
  t.strictSame(body, {
    code: 400,
    message: 'Some products cannot be tagged.',
    details: {
      product_tags: [
        { pin_id: products.FAR, error_message: 'PIN_NOT_FROM_VERIFIED_DOMAIN' },
        { pin_id: '1', error_message: 'PIN_MISSING' },
      ],
    },
  })
  t.strictSame((await world.call('GET', `/v5/pins/${pin.id}/product_tags`)).body, { product_tags: [] })
})

t.test("another user's secret Pin is missing, not private", async (t) => {
  const world = await mock(t)
  const { pin } = await taggable(world)
  const media_source = { source_type: 'image_url', url: 'https://example.com/a.jpg' }
  const { body: ids } = await world.call('POST', '/__mock/seed', {
    users: [{ alias: 'third', username: 'third_shop' }],
    boards: [{ alias: 'secret', owner: 'third', name: 'Secret', privacy: 'SECRET' }],
    pins: [{ alias: 'hidden', owner: 'third', board: 'secret', media_source }],
  })
  const { body } = await tag(world, pin, ids.pins.hidden)
  t.match(body.details.product_tags, [{ error_message: 'PIN_MISSING' }])
})

t.test('a Pin that the user does not have is not found', async (t) => {
  const world = await mock(t)
  const { products } = await taggable(world)
  const refused = { status: 404, body: { code: 50, message: 'Pin not found.' } }
  t.match(await world.call('GET', '/v5/pins/1/product_tags'), refused)
  t.match(await tag(world, { id: '1' }, products.ONE), refused)
  t.match(await untag(world, { id: '1' }, products.ONE), refused)
})

t.test('a request has 1 to 24 products', async (t) => {
  const world = await mock(t)
  const { pin, products } = await taggable(world)
  const many = Array.from({ length: 25 }, (_, index) => String(index))
  for (const ids of [[], many]) {
    t.match(await tag(world, pin, ...ids), { status: 400, body: { code: 1 } })
    t.match(await untag(world, pin, ...ids), { status: 400, body: { code: 1 } })
  }
  t.equal((await untag(world, pin, ...many.slice(1), products.ONE)).status, 400)
  t.equal((await untag(world, pin, ...many.slice(2), products.ONE)).status, 204)
})

t.test('tags go with their Pin, and a moved Pin keeps them', async (t) => {
  const world = await mock(t)
  const { pin, products } = await taggable(world)
  await tag(world, pin, products.ONE)
  const { id } = await boardIn(world)
  const moved = await world.call('PATCH', `/v5/pins/${pin.id}`, { board_id: id })
  t.strictSame(moved.body.product_tags, [{ pin_id: products.ONE }])
  await world.call('DELETE', `/v5/pins/${pin.id}`)
  t.strictSame((await world.call('GET', '/__mock/state')).body.tables.product_tags, [])
})

t.test('the small seed has a tagged Pin', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { items } = (await world.call('GET', '/v5/pins')).body
  t.equal(items.filter(({ product_tags }: { product_tags: readonly object[] }) => product_tags.length === 1).length, 1)
})

t.test('a seed tags a Pin with an item of its owner alone', async (t) => {
  const world = await mock(t)
  const { pin } = await taggable(world)
  const seed = (item: string) => world.call('POST', '/__mock/seed', { product_tags: [{ pin: pin.id, item }] })
  t.equal((await seed('FAR')).status, 200)
  t.equal((await seed('THEIRS')).status, 400)
})
