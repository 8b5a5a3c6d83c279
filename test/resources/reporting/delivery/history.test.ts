import t from 'tap'
import type { Bucket } from '#server/domain/delivery/buckets.ts'
import { dayOf, daySeconds } from '#server/domain/delivery/calendar.ts'
import { ColumnSet } from '#server/domain/delivery/column-set.ts'
import type { Attribution } from '#server/domain/delivery/tally.ts'
import { figuresOf, type ReportLevel } from '#server/resources/reporting/delivery/figures.ts'
import { checkout } from '#test/fixtures/events.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const today = dayOf(testNow)
const month = 30 * daySeconds
const usual: Attribution = { windows: { click: month, engagement: month, view: daySeconds }, byConversion: false }
const daily: readonly Bucket[] = Array.from({ length: 40 }, (_, index) => {
  const from = (today - 20 + index) * daySeconds
  return { from, to: from + daySeconds }
})
const columns = [
  'SPEND_IN_MICRO_DOLLAR',
  'IMPRESSION_1',
  'TOTAL_CLICKTHROUGH',
  'TOTAL_CHECKOUT',
  'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
]

/** The figures of every entity of a level by day: `{ id: { day: values } }`. */
async function figures({ worlds, account }: Mock, level: ReportLevel = 'campaign', world = 'default'): Promise<Json> {
  const set = new ColumnSet(columns)
  const found: Json = {}
  const request = { accountId: account, level, columns: set, buckets: daily, attribution: usual }
  for await (const { id, rows } of figuresOf(worlds.world(world), request)) {
    found[id] = Object.fromEntries(
      rows.flatMap((row, day) => (row === undefined ? [] : [[day - 20, set.valuesOf(row).map((value) => value ?? 0)]])),
    )
  }
  return found
}

/** A campaign whose ads are approved, with the ids of what it has. */
async function running(world: Mock, campaign: Json = {}, adGroup: Json = {}): Promise<Json> {
  const board = (await world.call('POST', '/v5/boards', { name: 'Board' })).body.id
  const source = { source_type: 'image_url', url: 'https://example.com/pin.jpg' }
  const pin = (await world.call('POST', '/v5/pins', { board_id: board, title: 'Pin', media_source: source })).body.id
  const { id } = await world.create('/campaigns', {
    name: 'Campaign',
    objective_type: 'AWARENESS',
    daily_spend_cap: 20_000_000,
    ...campaign,
  })
  const group = await world.create('/ad_groups', {
    name: 'Group',
    campaign_id: id,
    billable_event: 'IMPRESSION',
    bid_in_micro_currency: 5_000_000,
    targeting_spec: { LOCATION: ['US'] },
    ...adGroup,
  })
  const ad = await world.create('/ads', { ad_group_id: group.id, creative_type: 'REGULAR', pin_id: pin, name: 'Ad' })
  return { campaign: id, adGroup: group.id, ad: ad.id }
}

const advance = ({ clock }: Mock, days: number): void => clock.advance(days * daySeconds * 1000)

t.test('an ad delivers from the end of its review on, up to now', async (t) => {
  const world = await mock(t)
  const { campaign } = await running(world)
  t.same(await figures(world), {}, 'nothing while it is reviewed')
  advance(world, 2)
  const found = await figures(world)
  t.same(Object.keys(found[campaign]), ['0', '1', '2'])
  t.ok(found[campaign][1][1] > found[campaign][0][1], 'the day of its review is shorter')
})

t.test('a pause ends delivery and leaves what was; going on leaves the pause', async (t) => {
  const world = await mock(t)
  const { campaign } = await running(world)
  advance(world, 3)
  const before = await figures(world)
  await world.change('/campaigns', { id: campaign, status: 'PAUSED' })
  t.same(await figures(world), before)
  advance(world, 4)
  t.same(await figures(world), before, 'nothing more')
  await world.change('/campaigns', { id: campaign, status: 'ACTIVE' })
  advance(world, 2)
  const after = (await figures(world))[campaign]
  t.same(Object.keys(after), ['0', '1', '2', '3', '7', '8', '9'])
  for (const day of [0, 1, 2, 3]) t.same(after[day], before[campaign][day], `day ${day} is what it was`)
})

t.test('a change of anything leaves the days before as they were', async (t) => {
  const changes: readonly [string, (ids: Json) => readonly [string, Json]][] = [
    ['a budget', ({ campaign }) => ['/campaigns', { id: campaign, daily_spend_cap: 1_000_000 }]],
    ['the end of a campaign', ({ campaign }) => ['/campaigns', { id: campaign, end_time: testNow + 9 * daySeconds }]],
    ['a bid', ({ adGroup }) => ['/ad_groups', { id: adGroup, bid_in_micro_currency: 900_000 }]],
    ['targeting', ({ adGroup }) => ['/ad_groups', { id: adGroup, targeting_spec: { GENDER: ['female'] } }]],
    ['an ad group', ({ adGroup }) => ['/ad_groups', { id: adGroup, status: 'ARCHIVED' }]],
    ['an ad', ({ ad }) => ['/ads', { id: ad, status: 'PAUSED' }]],
  ]
  for (const [what, changeOf] of changes) {
    const world = await mock(t)
    const ids = await running(world)
    advance(world, 5)
    const before = (await figures(world))[ids.campaign]
    const [path, item] = changeOf(ids)
    await world.change(path, item)
    t.same((await figures(world))[ids.campaign], before, what)
    advance(world, 5)
    const after = (await figures(world))[ids.campaign]
    for (const day of [0, 1, 2, 3, 4]) t.same(after[day], before[day], `${what}, day ${day}`)
    t.notSame(after[7]?.[0], before[4][0], `${what} has an effect`)
  }
})

t.test('a direct edit and an account that cannot spend end delivery and leave what was', async (t) => {
  const edits: readonly [string, (world: Mock, ids: Json) => readonly [string, string, Json]][] = [
    ['a status', (_world, { campaign }) => ['PATCH', `/__mock/entities/campaigns/${campaign}`, { status: 'PAUSED' }]],
    ['a status', (_world, { adGroup }) => ['PATCH', `/__mock/entities/ad_groups/${adGroup}`, { status: 'PAUSED' }]],
    ['a review', (_world, { ad }) => ['PATCH', `/__mock/entities/ads/${ad}`, { review: 'REJECTED' }]],
    [
      'a feature',
      ({ account }) => ['PATCH', `/__mock/entities/ad_accounts/${account}`, { features: { billing_disabled: true } }],
    ],
    ['a setting', () => ['PUT', '/__mock/settings', { features: { '*': { billing_disabled: true } } }]],
  ]
  for (const [what, editOf] of edits) {
    const world = await mock(t)
    const ids = await running(world)
    advance(world, 3)
    const before = await figures(world)
    const [method, url, body] = editOf(world, ids)
    t.equal((await world.call(method, url, body)).status, 200, what)
    t.same(await figures(world), before, what)
    advance(world, 3)
    t.same(await figures(world), before, `${what}: nothing more`)
  }
})

t.test('a fork, a snapshot and an export report what their origin does', async (t) => {
  const world = await mock(t)
  const { campaign } = await running(world)
  advance(world, 3)
  await world.change('/campaigns', { id: campaign, daily_spend_cap: 5_000_000 })
  advance(world, 2)
  const origin = await figures(world)
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  t.same(await figures(world, 'campaign', 'fork'), origin)
  await world.call('PUT', '/w/copy/__mock/state', (await world.call('GET', '/__mock/state')).body)
  t.same(await figures(world, 'campaign', 'copy'), origin)
})

t.test('an event with a click id is a conversion of an ad that was shown before, with its value', async (t) => {
  const world = await mock(t)
  await running(world)
  advance(world, 3)
  const sum = async (name: string): Promise<readonly number[]> => {
    const rows: number[][] = Object.values((await figures(world, 'account', name))[world.account] ?? {})
    return [3, 4].map((column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0))
  }
  await world.call('POST', '/__mock/worlds', { name: 'without', from: { world: 'default' } })
  const event = {
    ...checkout,
    event_time: testNow + 3 * daySeconds - 60,
    user_data: { ...checkout.user_data, click_id: 'abc' },
    custom_data: { value: '50.00', currency: 'USD' },
  }
  t.equal((await world.post('/events', { data: [event] })).status, 200)
  t.equal((await world.post('/events', { data: [event] })).status, 200, 'the same event again counts once')
  const [count = 0, value = 0] = await sum('without')
  t.same(await sum('default'), [count + 1, value + 50_000_000])
})

t.test('a world with events is exported and imported, whatever the advertiser calls an event', async (t) => {
  const world = await mock(t)
  await running(world)
  const event_id = 'order "1" of an id that is longer than any other'
  t.equal((await world.post('/events', { data: [{ ...checkout, event_id }] })).status, 200)
  const { body } = await world.call('GET', '/__mock/state')
  t.equal((await world.call('PUT', '/w/copy/__mock/state', body)).status, 200)
})

t.test('an event that was only tested, that failed, or that follows no ad, is no conversion', async (t) => {
  const world = await mock(t)
  const event = {
    ...checkout,
    event_id: 'click',
    event_time: testNow - 60,
    user_data: { ...checkout.user_data, click_id: 'abc' },
  }
  t.equal((await world.post('/events?test=true', { data: [event] })).status, 200)
  t.equal((await world.post('/events', { data: [event] })).status, 200)
  t.same(await figures(world, 'account'), {})
})
