import t from 'tap'
import { discountIn, tenPercent, tryDiscountChange } from '#test/fixtures/discounts.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

t.test('a promotion of which little was said is ACTIVE, its own custom id, and leaves out what is unset', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/promotions', [{ promotion_title: 'Spring', promotion_type: 'CUSTOM' }])
  t.equal(status, 200)
  const [{ data }] = body.promotions
  t.match(data.id, /^783402\d{7}$/)
  t.strictSame(body, {
    promotions: [
      {
        data: {
          id: data.id,
          ad_account_id: world.account,
          platform_type: 'DEFAULT',
          promotion_title: 'Spring',
          promotion_type: 'CUSTOM',
          template_values: [],
          status: 'ACTIVE',
          discount_status: 'ACTIVE',
          promotion_custom_id: data.id,
        },
      },
    ],
  })
})

t.test('what was sent comes back, but for discount_status, which the dates decide', async (t) => {
  const sent = {
    ...tenPercent,
    platform_type: 'SHOPIFY',
    template_values: [{ amount: 20.5, currency_code: 'EUR' }, { custom_text: 'Boots' }],
    promotion_custom_id: 'spring-10',
    start_time: testNow + 60,
    end_time: testNow + 120,
    promotion_code: 'SPRING10',
    external_id: 'abc',
  }
  const made = await discountIn(await mock(t), { ...sent, discount_status: 'EXPIRED' })
  t.match(made, { ...sent, discount_status: 'SCHEDULED' })
})

t.test('null in a creation is as if it were not sent', async (t) => {
  const world = await mock(t)
  const unset = {
    discount_status: null,
    end_time: null,
    external_id: null,
    platform_type: null,
    promotion_code: null,
    promotion_custom_id: null,
    start_time: null,
    template_values: null,
  }
  const made = await discountIn(world, unset)
  t.strictSame(Object.keys(made), [
    ...['id', 'ad_account_id', 'platform_type', 'promotion_title', 'promotion_type', 'template_values'],
    ...['status', 'discount_status', 'promotion_custom_id'],
  ])
})

t.test('a discount is scheduled, active and expired as time goes by', async (t) => {
  const world = await mock(t)
  const { id } = await discountIn(world, { start_time: testNow + 60, end_time: testNow + 120 })
  const discountStatus = async () => (await world.get(`/promotions/${id}`)).body.discount_status
  t.equal(await discountStatus(), 'SCHEDULED')
  world.clock.advance(60_000)
  t.equal(await discountStatus(), 'ACTIVE')
  world.clock.advance(59_000)
  t.equal(await discountStatus(), 'ACTIVE')
  world.clock.advance(1000)
  t.equal(await discountStatus(), 'EXPIRED')
  t.equal((await world.get('/promotions')).body.items[0].discount_status, 'EXPIRED')
})

t.test('an update changes what it sends and keeps the rest, null included', async (t) => {
  const world = await mock(t)
  const before = await discountIn(world, { start_time: testNow, promotion_code: 'SPRING10' })
  const change = { promotion_title: 'Spring, 20% off', template_values: [{ percent: 20 }], end_time: testNow + 5 }
  const { status, body } = await tryDiscountChange(world, before, { ...change, promotion_code: null })
  t.equal(status, 200)
  t.strictSame(body.promotions, [{ data: { ...before, ...change } }])
  t.strictSame((await world.get(`/promotions/${before.id}`)).body, body.promotions[0].data)
  t.strictSame(Object.keys(body.promotions[0].data).slice(-3), ['start_time', 'end_time', 'promotion_code'])
})

t.test('an update may have a status, as clients of version 5.23 send it, and is warned of it', async (t) => {
  const world = await mock(t)
  const { body } = await tryDiscountChange(world, await discountIn(world), { status: 'PAUSED' })
  t.equal(body.promotions[0].data.status, 'PAUSED')
  const { items } = (await world.call('GET', '/__mock/requests?limit=1')).body
  t.match(JSON.stringify(items[0].warnings), /status.*5\.28/)
})

t.test('of a batch, what is right is stored and what is wrong comes back as one exception', async (t) => {
  const world = await mock(t)
  const wrong = { ...tenPercent, start_time: 2, end_time: 1 }
  const { status, body, headers } = await world.post('/promotions', [tenPercent, wrong, tenPercent])
  t.equal(status, 200)
  t.match(body.promotions, [{ data: { id: String } }, { exception: { code: 1, message: String } }, { data: {} }])
  t.strictSame(Object.keys(body.promotions[1]), ['exception'])
  t.equal(headers['x-mock-rules'], 'promotion.schedule.end-after-start')
  t.equal((await world.get('/promotions')).body.items.length, 2)
})

t.test('a platform that has no promotions refuses the whole request', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/promotions', [tenPercent, { ...tenPercent, platform_type: 'MAGENTO' }])
  t.equal(status, 400)
  t.strictSame(body, { code: 400, message: 'Platform type not supported for promotions.' })
  t.strictSame((await world.get('/promotions')).body.items, [])
})

const mistakes: Readonly<Record<string, Json>> = {
  'no promotion': [],
  'more than thirty': Array(31).fill(tenPercent),
  'no list': tenPercent,
  'no title': [{ promotion_type: 'SITEWIDE' }],
  'a type that there is not': [{ ...tenPercent, promotion_type: 'FREE' }],
  'three values for the template': [{ ...tenPercent, template_values: [{}, {}, {}] }],
  'a currency that there is not': [{ ...tenPercent, template_values: [{ currency_code: 'XXX' }] }],
  'a custom id of 51 characters': [{ ...tenPercent, promotion_custom_id: 'x'.repeat(51) }],
  'an external id of 65 characters': [{ ...tenPercent, external_id: 'x'.repeat(65) }],
}
for (const [what, body] of Object.entries(mistakes)) {
  t.test(`a creation with ${what} is refused`, async (t) => {
    const answer = await (await mock(t)).post('/promotions', body)
    t.match(answer, { status: 400, body: { code: 1 } })
  })
}

t.test('a promotion that is deleted is gone, and its id is not used again', async (t) => {
  const world = await mock(t)
  const { id } = await discountIn(world)
  const path = `/v5/ad_accounts/${world.account}/promotions/${id}`
  const { status, body } = await world.call('DELETE', path)
  t.equal(status, 204)
  t.equal(body, '')
  t.strictSame((await world.get('/promotions')).body.items, [])
  for (const method of ['GET', 'DELETE']) {
    t.match(await world.call(method, path), {
      status: 404,
      body: { code: 4997, message: 'Promotion for that ID was not found' },
    })
  }
  t.not((await discountIn(world)).id, id)
})

t.test('a promotion of another ad account is neither listed, found, changed nor deleted', async (t) => {
  const world = await mock(t)
  const { id } = await discountIn(world)
  const other = `/v5/ad_accounts/${(await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id}/promotions`
  t.strictSame((await world.call('GET', other)).body.items, [])
  t.equal((await world.call('GET', `${other}/${id}`)).status, 404)
  t.equal((await world.call('DELETE', `${other}/${id}`)).status, 404)
  t.match((await world.call('PATCH', other, [{ id }])).body, { promotions: [{ exception: { code: 4997 } }] })
  t.equal((await world.get(`/promotions/${id}`)).status, 200)
})

t.test('a direct edit leads to a status that the API no longer takes, and to other dates', async (t) => {
  const world = await mock(t)
  const { id } = await discountIn(world)
  const edit = { status: 'ARCHIVED', end_time: testNow - 1 }
  const { status, body } = await world.call('PATCH', `/__mock/entities/promotions/${id}`, edit)
  t.equal(status, 200)
  t.match(body, { ...edit, discount_status: 'EXPIRED' })
  t.strictSame((await world.get(`/promotions/${id}`)).body, body)
})

t.test('emptying an ad account takes its promotions away', async (t) => {
  const world = await mock(t)
  await discountIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.strictSame((await world.get('/promotions')).body.items, [])
})

t.test('the seed small has a promotion that runs, and one that has expired', async (t) => {
  const { get } = await mock(t, { seed: 'small' })
  const { items } = (await get('/promotions')).body
  t.strictSame(
    items.map(({ discount_status }: Json) => discount_status),
    ['ACTIVE', 'EXPIRED'],
  )
})
