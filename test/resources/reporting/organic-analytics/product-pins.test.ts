import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { adIn } from '#test/fixtures/ads.ts'
import { pinIn } from '#test/fixtures/pins.ts'
import { operate, productPinIn, productPinOfOther } from '#test/fixtures/product-pins.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const day = 86_400
const dateOf = (days: number): string => new Date((testNow + days * day) * 1000).toISOString().slice(0, 10)
const range = `start_date=${dateOf(-1)}&end_date=${dateOf(3)}`
const read = ({ call }: Mock, path: string): Promise<Json> => call('GET', `/v5${path}`)
const ofPin = (id: string): string => `/pins/${id}/analytics?${range}&metric_types=IMPRESSION,SAVE`
const missing = { status: 404, body: { code: 50 } }

t.test('a product Pin has figures from the creation of its item on', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  world.clock.advance(5 * day * 1000)
  const { status, body } = await read(world, ofPin(id))
  t.equal(status, 200)
  t.same(
    body.all.daily_metrics.map(({ data_status }: Json) => data_status),
    ['BEFORE_PIN_CREATED', 'READY', 'READY', 'READY', 'READY'],
  )
  t.ok(body.all.summary_metrics.IMPRESSION > 0)
  await operate(world, 'DELETE')
  t.match(await read(world, ofPin(id)), missing)
  t.match(await read(world, ofPin(await productPinOfOther(world))), missing)
})

t.test('product Pins are among several', async (t) => {
  const world = await mock(t)
  await world.call('PUT', '/__mock/settings', { features: { '*': { multi_pin_analytics: true } } })
  const [product, pin] = [await productPinIn(world), await pinIn(world)]
  const ids = [product.id, pin.id]
  const { body } = await read(world, `/pins/analytics?pin_ids=${ids}&${range}&metric_types=IMPRESSION,SAVE`)
  t.same(Object.keys(body).toSorted(), ids.toSorted())
  t.strictSame(body[product.id], (await read(world, ofPin(product.id))).body)
})

t.test('what ads of a product Pin deliver is among the figures of its user, and of the best Pins', async (t) => {
  const world = await mock(t)
  const { id } = await productPinIn(world)
  const group = await madeIn(world, cbo(world))
  await world.create('/ads', adIn(group, id))
  world.clock.advance(5 * day * 1000)
  const paid = `${range}&content_type=PAID`
  const { body } = await read(world, `/user_account/analytics?${paid}&metric_types=IMPRESSION`)
  t.ok(body.all.summary_metrics.IMPRESSION > 0)
  const best = (await read(world, `/user_account/analytics/top_pins?${paid}&sort_by=IMPRESSION`)).body.pins
  t.match(best, [{ pin_id: id, metrics: body.all.summary_metrics }])
})
