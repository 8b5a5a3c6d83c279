import t from 'tap'
import { dayOf, daySeconds } from '#server/domain/delivery/calendar.ts'
import { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { figuresOf, type ReportLevel } from '#server/resources/reporting/delivery/figures.ts'
import { type Json, type Mock, mock, testNow } from '../support/mock.ts'

const names = ['IMPRESSION_1', 'TOTAL_CLICKTHROUGH', 'SPEND_IN_MICRO_DOLLAR', 'TOTAL_WEB_CHECKOUT']
const yesterday = dayOf(testNow) - 1
const date = new Date(yesterday * daySeconds * 1000).toISOString().slice(0, 10)
const windows = { click: 2_592_000, engagement: 2_592_000, view: 86_400 }

/** The figures of every entity of a level, in spans of so many seconds of yesterday: `{ id: [values] }`. */
async function figures({ worlds, account }: Mock, level: ReportLevel, seconds = daySeconds): Promise<Json> {
  const columns = new ColumnSet(names)
  const buckets = Array.from({ length: daySeconds / seconds }, (_, index) => {
    const from = yesterday * daySeconds + index * seconds
    return { from, to: from + seconds }
  })
  const found: Json = {}
  const attribution = { windows, byConversion: false }
  for await (const one of figuresOf(worlds.world('default'), {
    accountId: account,
    level,
    columns,
    buckets,
    attribution,
  })) {
    found[one.id] = Array.from(one.rows, (row) =>
      row === undefined ? [] : columns.valuesOf(row).map((value) => value ?? 0),
    )
  }
  return found
}

const put = ({ call }: Mock, body: Json) => call('PUT', '/__mock/delivery', body)
const firstAd = async ({ get }: Mock): Promise<Json> => (await get('/ads')).body.items[0]

t.test('figures that were set for a day are what is reported of the ad, and add up', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const ad = await firstAd(world)
  const [before, others] = [await figures(world, 'ad'), await figures(world, 'campaign')]
  const columns = { IMPRESSION_1: 1000, CLICKTHROUGH_1: 20, SPEND_IN_MICRO_DOLLAR: 5_000_001 }
  t.equal((await put(world, { figures: [{ ad_id: ad.id, date, columns }] })).status, 200)
  const after = await figures(world, 'ad')
  t.same(after[ad.id], [[1000, 20, 5_000_001, 0]])
  t.same({ ...after, [ad.id]: 0 }, { ...before, [ad.id]: 0 }, 'other ads are what they were')
  const own = before[ad.id]?.[0] ?? [0]
  const campaign = (await figures(world, 'campaign'))[ad.campaign_id]
  t.equal(
    campaign[0][0],
    (others[ad.campaign_id]?.[0]?.[0] ?? 0) - own[0] + 1000,
    'its campaign has them in place of its own',
  )
})

t.test('hours of a day that was set make the day, whatever was set for one of them', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { id } = await firstAd(world)
  const ofDay = { ad_id: id, date, columns: { IMPRESSION_1: 1000, TOTAL_WEB_CHECKOUT: 3 } }
  const ofHour = { ad_id: id, date, hour: 7, columns: { IMPRESSION_1: 400 } }
  t.equal((await put(world, { figures: [ofDay, ofHour] })).status, 200)
  const hours = (await figures(world, 'ad', 3600))[id]
  t.equal(hours.length, 24)
  t.same(hours[7], [400, 0, 0, 0])
  const sum = (place: number): number => hours.reduce((total: number, row: number[]) => total + (row[place] ?? 0), 0)
  t.same([sum(0), sum(3)], [1000, 3])
  t.ok(hours.every((row: number[]) => row.every((count) => count >= 0)))
  t.same((await figures(world, 'ad'))[id], [[1000, 0, 0, 3]])
})

t.test('what was set for an hour stands between hours of the model', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { id } = await firstAd(world)
  const before = (await figures(world, 'ad', 3600))[id]
  await put(world, { figures: [{ ad_id: id, date, hour: 12, columns: { IMPRESSION_1: 77 } }] })
  const after = (await figures(world, 'ad', 3600))[id]
  t.same(after[12], [77, 0, 0, 0])
  t.same(after.toSpliced(12, 1), before.toSpliced(12, 1))
})

t.test(
  'an account that is off delivers nothing, as the sandbox does, and a factor makes more or less of it',
  async (t) => {
    const world = await mock(t, { seed: 'small' })
    const before = await figures(world, 'account')
    t.equal((await put(world, { accounts: { [world.account]: { off: true } } })).status, 200)
    t.same(await figures(world, 'account'), {})
    await put(world, { accounts: { '*': { off: true }, [world.account]: { off: false, factor: 0.1 } } })
    const less = await figures(world, 'account')
    t.ok(less[world.account][0][0] < before[world.account][0][0])
    await put(world, { accounts: {} })
    t.same(await figures(world, 'account'), before, 'and it can be taken back')
  },
)

t.test('what was set is read, replaced part by part, and carried by forks and snapshots', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { id } = await firstAd(world)
  const figure = { ad_id: id, date, columns: { IMPRESSION_1: 5 } }
  t.match((await put(world, { figures: [figure], ready_after: '2d' })).body, {
    figures: [figure],
    ready_after: 172_800,
  })
  t.match((await put(world, { accounts: { '*': { factor: 2 } } })).body, { figures: [figure], ready_after: 172_800 })
  await world.call('PUT', '/__mock/snapshots/one')
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  t.same((await put(world, { figures: [] })).body.figures, [])
  t.same((await world.call('GET', '/w/fork/__mock/delivery')).body.figures, [figure])
  await world.call('POST', '/__mock/snapshots/one/restore')
  t.same((await world.call('GET', '/__mock/delivery')).body.figures, [figure])
})

t.test('a seed has figures of its ads, by alias and day', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { id } = await firstAd(world)
  const delivery = [{ ad: id, date: '-P1D', columns: { IMPRESSION_1: 9 } }]
  t.equal((await world.call('POST', '/__mock/seed', { delivery })).status, 200)
  t.same((await figures(world, 'ad'))[id], [[9, 0, 0, 0]])
  t.match(await world.call('POST', '/__mock/seed', { delivery: [{ ...delivery[0], date: 'soon' }] }), {
    status: 400,
    body: { message: /'soon' is neither a day/ },
  })
})

t.test('what cannot be is refused with what can be, and nothing of it is stored', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const { id } = await firstAd(world)
  const refused: readonly [Json, RegExp][] = [
    [{ figures: [{ ad_id: '1', date, columns: { IMPRESSION_1: 1 } }] }, /there is no ad 1/],
    [{ figures: [{ ad_id: id, date: '2026-02-30', columns: { IMPRESSION_1: 1 } }] }, /date/],
    [{ figures: [{ ad_id: id, date, hour: 24, columns: { IMPRESSION_1: 1 } }] }, /hour/],
    [{ figures: [{ ad_id: id, date, columns: { IMPRESION_1: 1 } }] }, /Did you mean IMPRESSION_1/],
    [{ figures: [{ ad_id: id, date, columns: { CTR: 1 } }] }, /worked out from others/],
    [{ figures: [{ ad_id: id, date, columns: {} }] }, /names no column/],
    [{ figures: [{ ad_id: id, date, columns: { IMPRESSION_1: 1.5 } }] }, /IMPRESSION_1/],
    [{ figures: [{ ad_id: id, date, columns: { IMPRESSION_1: 1, PAID_IMPRESSION: 2 } }] }, /are the same and differ/],
    [{ accounts: { '1': { off: true } } }, /accounts/],
    [{ accounts: { '*': { factor: -1 } } }, /factor/],
    [{ ready_after: '-1d' }, /ready_after/],
    [{ ready_after: -5 }, /ready_after/],
  ]
  for (const [body, message] of refused) t.match(await put(world, body), { status: 400, body: { message } })
  const both = [
    { ad_id: id, date, columns: { IMPRESSION_1: 1 } },
    { ad_id: '1', date, columns: { IMPRESSION_1: 1 } },
  ]
  t.equal((await put(world, { figures: both })).status, 400)
  t.same((await world.call('GET', '/__mock/delivery')).body, { accounts: {}, ready_after: 0, figures: [] })
})

t.test('a past that was imported, and lacks what it should have, is reported all the same or refused', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const ad = await firstAd(world)
  const { body: state } = await world.call('GET', '/__mock/state')
  const withPast = (past: Json, entity_id: string = ad.id): Json => ({
    ...state,
    tables: {
      ...state.tables,
      delivery_history: [
        { ad_account_id: world.account, campaign_id: ad.campaign_id, entity_id, until: testNow - 1000, state: past },
      ],
    },
  })
  for (const id of [ad.id, ad.ad_group_id, ad.campaign_id]) {
    for (const past of [{ status: 'ACTIVE' }, { other: 1 }]) {
      t.equal((await world.call('PUT', '/__mock/state', withPast(past, id))).status, 200)
      await figures(world, 'account')
    }
    for (const past of [{ status: 'NO' }, { start_time: 'x' }, { targeting_spec: [] }, { rejected_reasons: '{' }]) {
      t.equal((await world.call('PUT', '/__mock/state', withPast(past, id))).status, 400, JSON.stringify(past))
    }
  }
})
