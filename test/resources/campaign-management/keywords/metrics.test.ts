import t from 'tap'
import { type Json, mock } from '#test/support/mock.ts'

const metrics = '/keywords/metrics'

t.test('each keyword is answered with a band of searches, from Z to A as it was recorded', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get(`${metrics}?country_code=US&keywords=coffee,tea`)
  t.equal(status, 200)
  const volumes = body.data.map(({ metrics }: Json) => metrics.KEYWORD_QUERY_VOLUME)
  t.strictSame(body, {
    data: [
      { keyword: 'tea', metrics: { KEYWORD_QUERY_VOLUME: volumes[0] } },
      { keyword: 'coffee', metrics: { KEYWORD_QUERY_VOLUME: volumes[1] } },
    ],
  })
  for (const volume of volumes) t.match(volume, /^(\d+[KM]-\d+[KM]|\d+M\+)$/)
})

t.test('the order of keywords is that of the answer, however they are asked for', async (t) => {
  const { get } = await mock(t)
  const words = async (filter: string) =>
    (await get(`${metrics}?country_code=US&keywords=${filter}`)).body.data.map(({ keyword }: Json) => keyword)
  t.strictSame(await words('tea,coffee'), ['tea', 'coffee'])
  t.strictSame(await words('coffee,water,tea'), ['water', 'tea', 'coffee'])
})

t.test('the figures depend on the words and the country alone', async (t) => {
  const [one, other] = [await mock(t), await mock(t, { seed: 'small' })]
  other.clock.advance(86_400_000)
  const words = Array.from({ length: 20 }, (_, index) => `word ${index}`)
  const query = (country: string) => `${metrics}?country_code=${country}&keywords=${encodeURIComponent(words.join())}`
  t.strictSame((await one.get(query('US'))).body, (await other.get(query('US'))).body)
  t.notSame((await one.get(query('US'))).body, (await one.get(query('DE'))).body)
})

t.test('metrics are refused without a country, or without keywords', async (t) => {
  const { get } = await mock(t)
  for (const [query, expected] of [
    ['keywords=tents', /'country_code' is a required property/],
    ['country_code=USA&keywords=tents', /country_code/],
    ['country_code=US', /'keywords' is a required property/],
    ['country_code=US&keywords=', /keywords/],
  ] as const) {
    const { status, body } = await get(`${metrics}?${query}`)
    t.equal(status, 400, query)
    t.match(body, { code: 1, message: expected })
  }
})

t.test('metrics are told of up to 2,000 keywords', async (t) => {
  const { get } = await mock(t)
  const words = (count: number) => Array.from({ length: count }, (_, index) => index)
  t.equal((await get(`${metrics}?country_code=US&keywords=${words(2000)}`)).body.data.length, 2000)
  t.equal((await get(`${metrics}?country_code=US&keywords=${words(2001)}`)).status, 400)
})
