import t from 'tap'
import { pinOf } from '#test/fixtures/ads.ts'
import { mock } from '#test/support/mock.ts'

const image = { image_url: 'https://example.com/tent.jpg', title: 'Tent' }

t.test('a preview of a Pin, an image or products has an address in the form of the real ones', async (t) => {
  const world = await mock(t)
  const products = { catalog_product_group_id: '123', creative_type: 'SHOPPING', item_id: '1', image_tag: null }
  for (const content of [{ pin_id: await pinOf(world) }, image, products]) {
    const { status, body } = await world.post('/ad_previews', content)
    t.equal(status, 200)
    t.strictSame(Object.keys(body), ['url'])
    t.match(body.url, /^https:\/\/ads\.pinterest\.com\/ad-preview\/[\da-f]{64}\/$/)
  }
})

t.test('previews take what version 5.28 adds, and what ads take as calls to action', async (t) => {
  const world = await mock(t)
  const pin_id = await pinOf(world)
  const products = { catalog_product_group_id: '123', creative_type: 'MAX_WIDTH_COLLECTION' }
  for (const content of [
    { pin_id, creative_type: 'COLLECTION' },
    { ...image, promotion_id: '7834020607420' },
    { ...products, show_promotion: true, customizable_cta_type: 'LEARN_MORE' },
    { ...products, customizable_cta_type: 'BUY_ONLINE_PICKUP_IN_STORE' },
  ]) {
    const { status } = await world.post('/ad_previews', content)
    t.equal(status, 200, JSON.stringify(content))
  }
  for (const content of [
    { pin_id, creative_type: 'CAROUSEL' },
    { ...image, promotion_id: 'x' },
    { ...products, customizable_cta_type: 'SHOP_ON_ADVERTISER' },
  ]) {
    t.equal((await world.post('/ad_previews', content)).status, 400, JSON.stringify(content))
  }
})

t.test('the same content at the same time has the same address, and other content another', async (t) => {
  const world = await mock(t)
  const url = async (title: string) => (await world.post('/ad_previews', { ...image, title })).body.url
  t.equal(await url('Tent'), await url('Tent'))
  t.not(await url('Tent'), await url('Boots'))
  const before = await url('Tent')
  world.clock.advance(1000)
  t.not(await url('Tent'), before)
})

t.test('a Pin that is not there refuses the request', async (t) => {
  const { post } = await mock(t)
  const { status, body } = await post('/ad_previews', { pin_id: '123' })
  t.equal(status, 404)
  t.strictSame(body, { code: 50, message: 'Pin not found.' })
})

t.test('an address that is none refuses the request in the words of the real service', async (t) => {
  const { post } = await mock(t)
  const message = 'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.'
  for (const image_url of ['tent', 'ftp://example.com/tent.jpg', '']) {
    const { status, body } = await post('/ad_previews', { ...image, image_url })
    t.equal(status, 400)
    t.strictSame(body, { code: 1, message })
  }
})

t.test('a preview of nothing that is known is refused', async (t) => {
  const { post } = await mock(t)
  for (const body of [{}, [], { title: 'Tent' }, { image_url: 'https://example.com' }, { pin_id: 1 }]) {
    t.match(await post('/ad_previews', body), { status: 400, body: { code: 1, message: /is not one of: pin_id; / } })
  }
})

t.test('there is no preview in an account that nobody knows', async (t) => {
  const { call } = await mock(t)
  t.match(await call('POST', '/v5/ad_accounts/123/ad_previews', image), { status: 403, body: { code: 29 } })
})
