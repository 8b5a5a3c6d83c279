import t from 'tap'
import { type Json, mock } from '#test/support/mock.ts'

const insights = '/audience_insights?audience_insight_type='

t.test('an account whose ads delivered has an audience, fewer of whom engaged, and everybody is more', async (t) => {
  const { get } = await mock(t, { seed: 'small' })
  const [total, engaged, all] = [
    await get(`${insights}YOUR_TOTAL_AUDIENCE`),
    await get(`${insights}YOUR_ENGAGED_AUDIENCE`),
    await get(`${insights}PINTEREST_TOTAL_AUDIENCE`),
  ]
  t.equal(total.status, 200)
  t.ok(total.body.size > 0)
  t.ok(engaged.body.size < total.body.size)
  t.ok(all.body.size > total.body.size)
  t.equal(total.body.date, '2026-05-31')
})

t.test('the parts of an audience make the whole', async (t) => {
  const { get } = await mock(t, { seed: 'small' })
  const { body } = await get(`${insights}YOUR_TOTAL_AUDIENCE`)
  for (const [part, values] of Object.entries<Json>(body.demographics)) {
    const sum = values.reduce((total: number, { ratio }: Json) => total + ratio, 0)
    t.ok(Math.abs(sum - 1) < 1e-9, `${part}: ${sum}`)
    t.ok(values.every(({ ratio }: Json) => ratio >= 0))
  }
})

t.test('interests are those of targeting, the strongest first, with their subdivisions', async (t) => {
  const { get, call } = await mock(t, { seed: 'small' })
  const { body } = await get(`${insights}YOUR_TOTAL_AUDIENCE`)
  const ratios = body.categories.map(({ ratio }: Json) => ratio)
  t.same(
    ratios,
    ratios.toSorted((one: number, other: number) => other - one),
  )
  const [first] = body.categories
  const known = await call('GET', `/v5/resources/targeting/interests/${first.id}`)
  t.equal(known.body.name, first.name)
  t.equal(first.subcategories.length, known.body.child_interests.length)
})

t.test('an account whose ads reached nobody has an audience of nobody', async (t) => {
  const { get } = await mock(t)
  t.match((await get(`${insights}YOUR_TOTAL_AUDIENCE`)).body, { size: 0, date: null, categories: [] })
  t.same(
    (await get('/insights/audiences')).body.items.map(({ date }: Json) => date === null),
    [true, true, false],
  )
})

t.test('an audience that there is not is refused with those that there are', async (t) => {
  const { get } = await mock(t)
  t.match(await get(`${insights}MINE`), {
    status: 400,
    body: { message: /^Parameter 'audience_insight_type' \(value MINE\) is not one of YOUR_TOTAL_AUDIENCE, / },
  })
})
