import t, { type Test } from 'tap'
import { breakdownTypes, partitions } from '#server/domain/delivery/breakdown-types.ts'
import { dayFrom, delivered, idsOf, report, rowsOf, sumOf } from '#test/fixtures/analytics.ts'
import { fileOf } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const names = ['IMPRESSION_1', 'PAID_IMPRESSION', 'CLICKTHROUGH_1', 'SPEND_IN_MICRO_DOLLAR', 'TOTAL_WEB_CHECKOUT']
const columns = names.join(',')

/** Sets figures of the first ad: of yesterday as a whole with an hour in it, and of an hour of the day before. */
async function setFigures(t: Test, world: Mock, ad: Json): Promise<void> {
  const ofDay = { IMPRESSION_1: 1003, CLICKTHROUGH_1: 21, SPEND_IN_MICRO_DOLLAR: 5_000_001, TOTAL_WEB_CHECKOUT: 3 }
  const figures = [
    { ad_id: ad.id, date: dayFrom(world, -1), columns: ofDay },
    { ad_id: ad.id, date: dayFrom(world, -1), hour: 9, columns: { IMPRESSION_1: 401, CLICKTHROUGH_1: 7 } },
    { ad_id: ad.id, date: dayFrom(world, -2), hour: 23, columns: { IMPRESSION_1: 11, SPEND_IN_MICRO_DOLLAR: 17 } },
  ]
  t.equal((await world.call('PUT', '/__mock/delivery', { figures })).status, 200)
}

/** The entities of a campaign by the operations that break them down. */
const levels = ({ campaign, adGroups, ads }: Awaited<ReturnType<typeof delivered>>) =>
  [
    ['account', '', {}],
    ['campaign', '/campaigns', { campaign_ids: campaign.id }],
    ['ad_group', '/ad_groups', { ad_group_ids: idsOf(adGroups) }],
    ['ad', '/ads', { ad_ids: idsOf(ads) }],
  ] as const

const totals = (rows: readonly Json[]): Json => Object.fromEntries(names.map((name) => [name, sumOf(rows, name)]))

for (const granularity of ['TOTAL', 'DAY', 'HOUR']) {
  t.test(`by ${granularity}, breakdowns of figures that were set make the whole or are less`, async (t) => {
    const world = await mock(t)
    const made = await delivered(world)
    await setFigures(t, world, made.ads[0])
    for (const [level, path, entities] of levels(made)) {
      const hourly = granularity === 'HOUR'
      const requested = {
        from: hourly ? -2 : -7,
        to: hourly ? -1 : 0,
        columns: hourly ? columns.replace(',TOTAL_WEB_CHECKOUT', '') : columns,
        granularity,
        ...entities,
      }
      const whole = totals(await rowsOf(world, `${path}/analytics`, requested))
      t.ok(whole.PAID_IMPRESSION > 0)
      for (const type of breakdownTypes[level]) {
        const { body } = await report(world, `${path}/targeting_analytics`, { ...requested, targeting_types: type })
        const parts = totals(body.data.map(({ metrics }: Json) => metrics))
        if (partitions.includes(type)) t.strictSame(parts, whole, `${level} ${type}`)
        else for (const name of names) t.ok(parts[name] <= whole[name], `${level} ${type} ${name}`)
      }
    }
  })
}

t.test('the figures of a day are broken down to what was set', async (t) => {
  const world = await mock(t)
  const { ads } = await delivered(world)
  await setFigures(t, world, ads[0])
  const requested = { from: -1, to: -1, columns, ad_ids: ads[0].id, targeting_types: 'GENDER' }
  const { body } = await report(world, '/ads/targeting_analytics', requested)
  t.match(totals(body.data.map(({ metrics }: Json) => metrics)), {
    IMPRESSION_1: 1003,
    CLICKTHROUGH_1: 21,
    SPEND_IN_MICRO_DOLLAR: 5_000_001,
    TOTAL_WEB_CHECKOUT: 3,
  })
  t.equal(body.data.length, 3, 'each gender has a part')
})

for (const level of ['ADVERTISER', 'CAMPAIGN', 'AD_GROUP', 'PIN_PROMOTION']) {
  t.test(`figures that were set make the same whole in files of the level ${level}_TARGETING`, async (t) => {
    const world = await mock(t)
    const { ads } = await delivered(world)
    await setFigures(t, world, ads[0])
    const request = { start_date: dayFrom(world, -3), end_date: dayFrom(world, -1), columns: names }
    const rows = async (more: Json): Promise<readonly Json[]> =>
      Object.values<Json>(JSON.parse(await fileOf(world, { ...request, ...more }))).flat()
    const whole = totals(await rows({ level }))
    t.ok(whole.SPEND_IN_MICRO_DOLLAR >= 5_000_018)
    const types = ['GENDER', 'AGE_BUCKET', 'APPTYPE', 'REGION', 'PLACEMENT']
    const parts = await rows({ level: `${level}_TARGETING`, targeting_types: types })
    for (const type of types) {
      t.strictSame(totals(parts.filter(({ TARGETING_TYPE }) => TARGETING_TYPE === type)), whole, type)
    }
  })
}
