import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { adIn } from '#test/fixtures/ads.ts'
import { processedFeedIn, productRow, resultsOf } from '#test/fixtures/feeds.ts'
import { image, pinIn } from '#test/fixtures/pins.ts'
import { pinOfItem } from '#test/fixtures/product-pins.ts'
import { type Answer, type Mock, mock, testNow } from '#test/support/mock.ts'

const today = new Date(testNow * 1000).toISOString().slice(0, 10)
const figures = `start_date=${today}&end_date=${today}&metric_types=IMPRESSION&app_types=ALL`

/** Calls with the id of a product Pin. */
const calls: Readonly<Record<string, (world: Mock, id: string) => Promise<Answer>>> = {
  'reading the Pin': ({ call }, id) => call('GET', `/v5/pins/${id}`),
  'reading its figures': ({ call }, id) => call('GET', `/v5/pins/${id}/analytics?${figures}`),
  'reading the figures of several': ({ call }, id) => call('GET', `/v5/pins/analytics?pin_ids=${id}&${figures}`),
  'saving it': ({ call }, id) => call('POST', `/v5/pins/${id}/save`, {}),
  'creating a Pin of it': ({ call }, id) => call('POST', '/v5/pins', { media_source: image, parent_pin_id: id }),
  'previewing an ad of it': ({ post }, id) => post('/ad_previews', { pin_id: id }),
  'listing its tags': ({ call }, id) => call('GET', `/v5/pins/${id}/product_tags`),
  'changing it': ({ call }, id) => call('PATCH', `/v5/pins/${id}`, { title: 'Tent' }),
  'deleting it': ({ call }, id) => call('DELETE', `/v5/pins/${id}`),
  async 'creating an ad of it'(world, id) {
    const ad = adIn(await madeIn(world, cbo(world)), id)
    return world.post('/ads', [ad])
  },
  async 'tagging a Pin with it'(world, id) {
    const pin = await pinIn(world)
    return world.call('POST', `/v5/pins/${pin.id}/product_tags`, { product_tags: [{ pin_id: id }] })
  },
}

for (const [what, send] of Object.entries(calls)) {
  t.test(`${what} sees what a feed that is due brings`, async (t) => {
    const world = await mock(t)
    await world.call('PUT', '/__mock/settings', { features: { '*': { multi_pin_analytics: true } } })
    const feed = await processedFeedIn(world, { rows: [productRow] })
    await resultsOf(world, feed)
    const { id } = await pinOfItem(world, productRow.id)
    await world.call('PUT', `/__mock/feeds/${feed.id}/content`, { rows: [{ ...productRow, id: 'OTHER' }] })
    t.notOk(isMissing(await send(world, id)), 'before the feed is due')
    world.clock.advance(86_400_000 + 60_000)
    t.ok(isMissing(await send(world, id)), 'after it')
    t.equal(await pinOfItem(world, productRow.id), undefined, 'as catalogs say')
  })
}

/** Whether an answer says that a Pin is not there. */
const isMissing = ({ body }: Answer): boolean => /not found|no Pin|PIN_MISSING|cannot find/i.test(JSON.stringify(body))
