import t from 'tap'
import { namesIn, pinIn } from '#test/fixtures/pins.ts'
import { type Mock, mock } from '#test/support/mock.ts'

async function linked(world: Mock): Promise<void> {
  const links = {
    shop: 'https://www.Shop.example/tents?size=2',
    plain: 'http://shop.example:8080',
    below: 'https://eu.shop.example/',
    other: 'https://walks.example/1#map',
    words: 'shop.example',
  }
  for (const [title, link] of Object.entries(links)) await pinIn(world, { title, link })
  await pinIn(world, { title: 'none' })
}

t.test('a list is narrowed to Pins whose link leads to a domain: exactly, and without www.', async (t) => {
  const world = await mock(t)
  await linked(world)
  t.same(await namesIn(world, '/pins?domain=shop.example'), ['shop', 'plain'])
  t.same(await namesIn(world, '/pins?domain=SHOP.example'), ['shop', 'plain'])
  t.same(await namesIn(world, '/pins?domain=eu.shop.example'), ['below'])
  t.same(await namesIn(world, '/pins?domain=www.shop.example'), [])
  t.same(await namesIn(world, '/pins?domain=example'), [])
})

t.test('several domains are repeated or joined with commas', async (t) => {
  const world = await mock(t)
  await linked(world)
  const both = ['shop', 'plain', 'other']
  t.same(await namesIn(world, '/pins?domains=shop.example,walks.example'), both)
  t.same(await namesIn(world, '/pins?domains=shop.example&domains=walks.example'), both)
  t.same(await namesIn(world, '/pins?domains=nowhere.example'), [])
})

t.test('a domain beside several holds with them', async (t) => {
  const world = await mock(t)
  await linked(world)
  t.same(await namesIn(world, '/pins?domain=walks.example&domains=shop.example,walks.example'), ['other'])
  t.same(await namesIn(world, '/pins?domain=walks.example&domains=shop.example'), [])
})

t.test('more domains than 100 are refused, and 100 are not', async (t) => {
  const { call } = await mock(t)
  const domains = (count: number) => Array.from({ length: count }, (_, index) => `${index}.example`).join(',')
  t.equal((await call('GET', `/v5/pins?domains=${domains(100)}`)).status, 200)
  t.match(await call('GET', `/v5/pins?domains=${domains(101)}`), { status: 400, body: { code: 1 } })
})

t.test('a Pin that gets another link is found by that', async (t) => {
  const world = await mock(t)
  const { id } = await pinIn(world, { title: 'A', link: 'https://one.example' })
  await world.call('PATCH', `/v5/pins/${id}`, { link: 'https://two.example' })
  t.same(await namesIn(world, '/pins?domain=one.example'), [])
  t.same(await namesIn(world, '/pins?domain=two.example'), ['A'])
  await world.call('PATCH', `/v5/pins/${id}`, { link: null })
  t.same(await namesIn(world, '/pins?domain=two.example'), [])
})

t.test('a Pin that is saved is found by the link that it has from the other', async (t) => {
  const world = await mock(t)
  const { id } = await pinIn(world, { title: 'A', link: 'https://one.example' })
  await world.call('POST', `/v5/pins/${id}/save`, {})
  t.same(await namesIn(world, '/pins?domain=one.example'), ['A', 'A'])
})

t.test('a bookmark belongs to the domain that it was made for', async (t) => {
  const world = await mock(t)
  await linked(world)
  const path = '/v5/pins?page_size=1&domain=shop.example'
  const first = (await world.call('GET', path)).body
  t.match((await world.call('GET', `${path}&bookmark=${first.bookmark}`)).body.items, [{ title: 'plain' }])
  t.equal((await world.call('GET', `/v5/pins?page_size=1&bookmark=${first.bookmark}`)).status, 400)
})

t.test('asking for objects of product tags changes nothing: there are none', async (t) => {
  const world = await mock(t)
  await pinIn(world)
  const [pin] = (await world.call('GET', '/v5/pins?include_product_tag_obj=true')).body.items
  t.strictSame(pin.product_tags, [])
  t.equal((await world.call('GET', '/v5/pins?include_product_tag_obj=maybe')).status, 400)
})
