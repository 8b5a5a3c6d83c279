import t from 'tap'
import { boardIn, pinIn } from '#test/fixtures/pins.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const trends = ({ call }: Mock, path: string): Promise<Answer> => call('GET', `/v5/trends/${path}`)

t.test('each interest has up to five featured topics, the fastest growing first', async (t) => {
  const { status, body } = await trends(await mock(t), 'topics/featured?region=US')
  t.equal(status, 200)
  t.equal(body.length, 16)
  for (const { interest, market, trends } of body) {
    t.equal(market, 'US')
    t.ok(trends.length > 0 && trends.length <= 5, interest)
    const growth = trends.map(({ percent_growth_mom }: Json) => percent_growth_mom)
    t.same(
      growth,
      growth.toSorted((one: number, other: number) => other - one),
    )
    for (const { time_series } of trends) {
      t.equal(Object.keys(time_series).length, 13)
      t.equal(Math.max(...(Object.values(time_series) as number[])), 100)
    }
  }
})

t.test('topics are narrowed to an interest, and differ by market', async (t) => {
  const world = await mock(t)
  const fashion = async (region: string): Promise<Json> =>
    (await trends(world, `topics/featured?interest=FASHION&region=${encodeURIComponent(region)}`)).body
  const [us, gb] = [await fashion('US'), await fashion('GB+IE')]
  t.match([us, gb], [[{ interest: 'FASHION', market: 'US' }], [{ market: 'GB+IE' }]])
  t.notSame(us[0].trends, gb[0].trends)
  t.equal((await trends(world, 'topics/featured?interest=FASHION')).status, 400)
  t.equal((await trends(world, 'topics/featured?region=DE')).status, 400)
})

t.test('a topic shows public Pins of the world that are about it', async (t) => {
  const world = await mock(t)
  const pin = await pinIn(world, { title: 'Some dinner recipes' })
  const { body } = await trends(world, 'topics/featured?region=CA&interest=FOOD_AND_DRINKS')
  const topic = body[0].trends.find(({ title }: Json) => title === 'dinner recipes')
  t.strictSame(topic.pins, [
    { id: pin.id, src: 'https://example.com/walk.jpg', width: 400, height: 300, color: pin.dominant_color },
  ])
  t.same(topic.related_interests, ['food and drinks'])
})

t.test('details of a category go back by the window, in weeks that end on Saturdays', async (t) => {
  const world = await mock(t)
  for (const [days, weeks] of [
    ['', 53],
    ['&lookback_window=90', 13],
    ['&lookback_window=180', 26],
    ['&lookback_window=730', 105],
  ]) {
    const { body } = await trends(world, `product_categories/details?region=US&product_categories=BOOKS${days}`)
    t.equal(Object.keys(body[0].time_series).length, weeks)
    t.equal(Object.keys(body[0].time_series).at(-1), '2026-05-30')
  }
  t.equal(
    (await trends(world, 'product_categories/details?region=US&product_categories=BOOKS&lookback_window=7')).status,
    400,
  )
})

t.test('details are of each category once, with shares of people that make the whole', async (t) => {
  const world = await mock(t)
  const url = 'product_categories/details?region=US&product_categories=BOOKS,BEDDING&product_categories=BOOKS'
  const { body } = await trends(world, url)
  t.match(body, [{ product_category: 'BOOKS', has_prediction: false }, { product_category: 'BEDDING' }])
  t.equal(body.length, 2)
  for (const shares of [body[0].demographics.age, body[0].demographics.gender]) {
    const sum = (Object.values(shares) as number[]).reduce((one, other) => one + other, 0)
    t.ok(Math.abs(sum - 1) < 1e-9)
  }
  const many = Array(21).fill('BOOKS').join(',')
  for (const categories of ['', 'GHOSTS', many]) {
    const query = `region=US&product_categories=${categories}`
    t.equal((await trends(world, `product_categories/details?${query}`)).status, 400)
  }
})

t.test('trending categories grow, the fastest first, and the largest has the volume 100', async (t) => {
  const { body } = await trends(await mock(t), 'product_categories/trending?region=US')
  t.ok(body.length > 0 && body.length <= 50)
  const changes = body.map(({ pct_change_mom }: Json) => pct_change_mom)
  t.ok(changes.every((change: number) => change > 0))
  t.same(
    changes,
    changes.toSorted((one: number, other: number) => other - one),
  )
  t.match(body[0], { pinterest_product_category_id: Number })
  t.equal(Math.max(...body.map(({ percent_relative_volume }: Json) => percent_relative_volume)), 100)
})

t.test('trending categories are narrowed to verticals, and counted for people and engagement', async (t) => {
  const world = await mock(t)
  const read = async (query: string): Promise<Json> =>
    (await trends(world, `product_categories/trending?region=US&${query}`)).body
  for (const one of await read('verticals=BEAUTY')) t.ok(one.verticals.includes('BEAUTY'))
  const saves = await read('engagement_type=SAVE')
  t.ok(saves.every(({ engagement_type }: Json) => engagement_type === 'SAVE'))
  t.notSame(await read('ages=18-24&genders=MALE'), await read('ages=65%2B&genders=FEMALE'))
  t.same(await read('ages=18-24,25-34'), await read('ages=25-34&ages=18-24'))
})

t.test('articles are about the newest public boards that have Pins', async (t) => {
  const world = await mock(t)
  t.strictSame((await trends(world, 'editorial_articles?region=US')).body, [])
  await boardIn(world, 'Empty')
  const secret = await boardIn(world, 'Secret', { privacy: 'SECRET' })
  await pinIn(world, { board_id: secret.id })
  const older = await boardIn(world, 'Trails & more', { description: 'Where to walk' })
  const newer = await boardIn(world, 'Boots')
  const pin = await pinIn(world, { board_id: older.id })
  await pinIn(world, { board_id: newer.id })
  const { body } = await trends(world, 'editorial_articles?region=GB%2BIE')
  t.match(body, [
    { title: 'Boots' },
    {
      title: 'Trails & more',
      description: 'Where to walk',
      board_url: 'https://www.pinterest.com/mock_advertiser/trails-more/',
      pins_url: [`https://www.pinterest.com/pin/${pin.id}/`],
    },
  ])
  t.equal(body.length, 2)
  t.match(body[0].related_keywords[0], { name: String, pct_growth_mom: Number })
  t.equal((await trends(world, 'editorial_articles')).status, 400)
})

t.test('figures are the same on every run, and change with the weeks', async (t) => {
  const [one, other] = [await mock(t), await mock(t)]
  const url = 'product_categories/trending?region=US'
  const before = (await trends(one, url)).body
  t.strictSame((await trends(other, url)).body, before)
  other.clock.advance(28 * 86_400_000)
  t.notSame((await trends(other, url)).body, before)
})
