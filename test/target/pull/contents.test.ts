import { join } from 'node:path'
import t from 'tap'
import { adIn } from '#test/fixtures/ads.ts'
import { productPinIn } from '#test/fixtures/product-pins.ts'
import type { Json } from '#test/support/mock.ts'
import { directory, listsOf, pulled, type TargetServer, target, token } from './servers.ts'

/** Makes calls of an operation be answered otherwise. */
async function fault({ call }: TargetServer, operation: string, effect: string, more: object = {}): Promise<void> {
  const { status, body } = await call('POST', '/__mock/faults', { match: { operation }, effect, ...more })
  if (status >= 300) throw new Error(body.message)
}

t.test('a list that the target refuses is left out, and said', async (t) => {
  const server = await target(t)
  await fault(server, 'customer_segment/list', 'status=403')
  const { counts, leftOut, text } = await pulled(t, server)
  t.equal(counts.customer_segments, undefined)
  t.match(leftOut, [{ what: 'customer_segments', reason: /^customer_segment\/list: 403 /, count: 1 }])
  t.ok(JSON.parse(text).campaigns.length > 0)
})

t.test('a list that is refused in its middle ends the pull, which goes on there', async (t) => {
  const server = await target(t)
  const campaign = { name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 }
  for (let batch = 0; batch < 9; batch++) await server.post('/campaigns', Array(30).fill(campaign))
  const out = join(directory(t), 'seed.json')
  await fault(server, 'campaigns/list', 'status=400', { trigger: { nth: 2 } })
  await t.rejects(pulled(t, server, { out }), { message: /campaigns\/list: 400 .*in the middle of the list/ })
  t.equal((await pulled(t, server, { out })).counts.campaigns, 279)
})

t.test('an ad account that the target refuses ends the pull', async (t) => {
  const server = await target(t)
  await t.rejects(pulled(t, { ...server, account: '549755999999' }), { message: /^ad_accounts\/get: 403/ })
})

t.test('a limit and a failure in the middle are waited for', async (t) => {
  const server = await target(t)
  const { text } = await pulled(t, server)
  await fault(server, 'campaigns/list', 'rate_limited', { times: 1 })
  await fault(server, 'ads/list', 'server_error', { times: 1 })
  await fault(server, 'pins/list', 'reset', { times: 1 })
  t.equal((await pulled(t, server)).text, text)
})

t.test('a Pin that an ad promotes and no list has is read by itself, or replaced', async (t) => {
  const server = await target(t)
  const { pins = [] } = await listsOf(server)
  await fault(server, 'pins/list', 'status=403')
  const read = JSON.parse((await pulled(t, server)).text)
  t.same(
    read.pins.map(({ title }: Json) => title).sort(),
    pins
      .slice(0, 3)
      .map(({ title }) => title)
      .sort(),
  )
  await fault(server, 'pins/get', 'status=404')
  const { out, text } = await pulled(t, server)
  t.equal(JSON.parse(text).pins.length, 3)
  t.equal((await target(t, { seed: out })).account, server.account, 'the seed is right')
})

for (const keepIds of [false, true]) {
  t.test(`a product Pin of an ad is pulled as an ordinary one, with keepIds ${keepIds}`, async (t) => {
    const server = await target(t)
    const pin = await productPinIn(server)
    const { id, ad_group_id } = (await server.get('/ads')).body.items[0]
    const ad = await server.create('/ads', adIn({ id: ad_group_id }, pin.id))
    t.not(ad.id, id)
    const { out } = await pulled(t, server, { keepIds })
    const copy = await target(t, { seed: out })
    const { pin_id } = (await copy.get('/ads?order=DESCENDING')).body.items[0]
    const { title, link } = pin
    t.match((await copy.call('GET', `/v5/pins/${pin_id}`)).body, { title, link, is_product: false })
    if (keepIds) t.equal(pin_id, pin.id)
  })
}

t.test('an ad of which the target does not say the Pin is left out', async (t) => {
  const server = await target(t)
  const { items } = (await server.get('/ads')).body
  const body = { items: items.map(({ pin_id: _, ...ad }: Json) => ad), bookmark: null }
  await server.call('POST', '/__mock/stubs', { match: { operation: 'ads/list' }, response: { body } })
  const { counts, leftOut, out } = await pulled(t, server)
  t.equal(counts.ads, undefined)
  t.match(leftOut, [{ what: 'ads', count: items.length }])
  await target(t, { seed: out })
})

t.test('what refers to something that was not pulled is left out with it', async (t) => {
  const server = await target(t)
  await fault(server, 'campaigns/list', 'status=403')
  const { counts, leftOut, out } = await pulled(t, server)
  t.same([counts.ad_groups, counts.ads, counts.product_group_promotions], [undefined, undefined, undefined])
  t.ok(leftOut.some(({ what, count }) => what === 'ad_groups' && count === 7))
  await target(t, { seed: out })
})

t.test('no token is in what is pulled, nor secrets of the account', async (t) => {
  const server = await target(t)
  const { out, text, leftOut } = await pulled(t, server)
  t.notMatch(text + JSON.stringify(leftOut), token)
  t.notMatch(text, /cryptographic_key|partner_access_token|credentials/)
  t.ok(out)
})

t.test('an anonymous seed has no name, text, URL or amount of the account, and is right', async (t) => {
  const server = await target(t)
  const plain = JSON.parse((await pulled(t, server)).text)
  const { text, out } = await pulled(t, server, { anonymize: true })
  const words = ['Meadow', 'meadow', 'Brand', 'hiking', 'example.com/walk', 'Harbour', '97201', 'PO-7', server.account]
  for (const word of words) {
    t.match(JSON.stringify(plain), word === server.account ? /./ : word, `${word} is in the account`)
    t.notMatch(text, word)
  }
  const anonymous = JSON.parse(text)
  const [before, after] = [plain.campaigns[0].daily_spend_cap, anonymous.campaigns[0].daily_spend_cap]
  t.not(after, before)
  t.equal(anonymous.campaigns[5].daily_spend_cap / after, plain.campaigns[5].daily_spend_cap / before, 'by one factor')
  t.equal(anonymous.campaigns.length, plain.campaigns.length)
  await target(t, { seed: out })
})

t.test('an anonymous seed is the same on every run', async (t) => {
  const server = await target(t)
  t.equal((await pulled(t, server, { anonymize: true })).text, (await pulled(t, server, { anonymize: true })).text)
})
