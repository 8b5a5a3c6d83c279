import t from 'tap'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const campaign = {
  objective_type: 'CONSIDERATION',
  budget_duration_type: 'FIXED_DAILY',
  start_date: '2026-06-01',
  daily_spend_cap: 50_000_000,
  ad_groups: [{ targeting_spec: { LOCATION: ['US'] } }],
}

const ask = ({ post }: Mock, more: object = {}): Promise<Answer> =>
  post('/campaigns/delivery_estimates', [{ ...campaign, ...more }])
const estimate = async (world: Mock, more: object = {}): Promise<Json> => (await ask(world, more)).body
const typesOf = ({ curves }: Json): readonly string[] => curves.map((curve: Json) => curve.estimation_type)

t.test('an estimate is one object with curves, metrics with bounds and what could be spent', async (t) => {
  const world = await mock(t)
  const { status, body } = await ask(world)
  t.equal(status, 200)
  t.strictSame(Object.keys(body), ['curves', 'derived_metrics', 'max_potential_spend'])
  t.equal(Object.keys(body.derived_metrics).length, 27)
  const { cpm, cpm_lower, cpm_upper } = body.derived_metrics
  t.ok(cpm_lower < cpm && cpm < cpm_upper, `${cpm_lower} < ${cpm} < ${cpm_upper}`)
  t.strictSame(body, (await ask(world)).body, 'the same request has the same answer')
  for (const { points } of body.curves) t.ok(points.length <= 100)
})

t.test('a larger budget and a larger audience deliver more, and each further impression costs more', async (t) => {
  const world = await mock(t)
  const metrics = async (more: object) => (await estimate(world, more)).derived_metrics
  const usual = await metrics({})
  const rich = await metrics({ daily_spend_cap: 5_000_000_000 })
  t.ok(rich.weekly_impression > usual.weekly_impression)
  t.ok(rich.weekly_impression < usual.weekly_impression * 100)
  t.ok(rich.cpm > usual.cpm)
  const narrow = [{ targeting_spec: { LOCATION: ['US'], GENDER: ['female'], INTEREST: ['1'] } }]
  const [wide, small] = [await estimate(world), await estimate(world, { ad_groups: narrow })]
  t.ok(small.max_potential_spend < wide.max_potential_spend)
})

t.test('curves rise with the budget; costs and frequencies are not whole', async (t) => {
  const { curves } = await estimate(await mock(t))
  for (const { estimation_type: type, points } of curves) {
    const isWhole = points[0].y !== null
    const values = points.map(({ y, double_y }: Json) => y ?? double_y)
    t.strictSame(
      values,
      values.toSorted((one: number, other: number) => one - other),
      type,
    )
    for (const { min_y, y, max_y, double_y } of points) {
      t.ok(isWhole ? min_y <= y && y <= max_y && double_y === null : y === null && min_y === null, type)
    }
  }
})

t.test('conversions are estimated for objectives that are about them', async (t) => {
  const world = await mock(t)
  t.notOk(typesOf(await estimate(world)).includes('CONVERSION'))
  t.strictSame(typesOf(await estimate(world, { objective_type: 'WEB_CONVERSION' })).slice(2, 3), ['CONVERSION'])
})

t.test('a lifetime budget is spread over its days', async (t) => {
  const world = await mock(t)
  const lifetime = { budget_duration_type: 'LIFETIME', daily_spend_cap: null, lifetime_spend_cap: 500_000_000 }
  const ten = await estimate(world, { ...lifetime, end_date: '2026-06-10' })
  const daily = await estimate(world, { end_date: '2026-06-10' })
  t.strictSame(ten.derived_metrics, daily.derived_metrics)
  t.equal(ten.curves[0].points[4].budget, 500_000_000)
})

t.test('exactly one campaign is estimated, with one to ten ad groups', async (t) => {
  const world = await mock(t)
  const path = '/campaigns/delivery_estimates'
  for (const body of [[], [campaign, campaign], campaign, [{ ...campaign, ad_groups: [] }]]) {
    t.match(await world.post(path, body), { status: 400, body: { code: 1 } })
  }
  t.equal((await ask(world, { ad_groups: Array(11).fill({}) })).status, 400)
  t.equal((await ask(world, { ad_groups: Array(10).fill({}) })).status, 200)
  t.equal((await ask(world, { start_date: '2026-02-30' })).status, 400)
  t.equal((await ask(world, { objective_type: 'LEADS' })).status, 400)
})
