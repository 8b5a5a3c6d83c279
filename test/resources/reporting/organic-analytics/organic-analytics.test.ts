import t from 'tap'
import { pinIn, videoIn } from '#test/fixtures/pins.ts'
import { type Json, type Mock, mock, testNow } from '#test/support/mock.ts'

const day = 86_400
const dateOf = (days: number): string => new Date((testNow + days * day) * 1000).toISOString().slice(0, 10)
const range = (from: number, to: number): string => `start_date=${dateOf(from)}&end_date=${dateOf(to)}`
const read = async ({ call }: Mock, path: string): Promise<Json> => call('GET', `/v5${path}`)
const metrics = 'IMPRESSION,PIN_CLICK,SAVE,SAVE_RATE'

/** A world in which a Pin was made so many days ago. */
async function aged(t: Parameters<typeof mock>[0], days: number): Promise<{ world: Mock; id: string }> {
  const world = await mock(t)
  const { id } = await pinIn(world)
  world.clock.advance(days * day * 1000)
  return { world, id }
}

t.test('a Pin has an entry for each day, both ends included, and a sum that they make', async (t) => {
  const { world, id } = await aged(t, 10)
  const { status, body } = await read(world, `/pins/${id}/analytics?${range(1, 7)}&metric_types=${metrics}`)
  t.equal(status, 200)
  t.equal(body.all.daily_metrics.length, 7)
  t.match(body.all.daily_metrics[0], { date: dateOf(1), data_status: 'READY' })
  for (const name of ['IMPRESSION', 'PIN_CLICK', 'SAVE']) {
    const sum = body.all.daily_metrics.reduce((total: number, one: Json) => total + one.metrics[name], 0)
    t.equal(body.all.summary_metrics[name], sum, name)
  }
  const { IMPRESSION, SAVE, SAVE_RATE } = body.all.summary_metrics
  t.ok(IMPRESSION > 0)
  t.equal(SAVE_RATE, SAVE / IMPRESSION, 'a rate is worked out from the sums')
})

t.test('comments and reactions are of the whole life, and no days have them', async (t) => {
  const { world, id } = await aged(t, 60)
  const { body } = await read(
    world,
    `/pins/${id}/analytics?${range(58, 59)}&metric_types=SAVE,TOTAL_COMMENTS,TOTAL_REACTIONS`,
  )
  t.same(Object.keys(body.all.lifetime_metrics), ['TOTAL_COMMENTS', 'TOTAL_REACTIONS'])
  t.same(Object.keys(body.all.summary_metrics), ['SAVE'])
  t.ok(body.all.lifetime_metrics.TOTAL_REACTIONS > 0)
})

t.test('days before a Pin was created say so, and today is not ready yet', async (t) => {
  const { world, id } = await aged(t, 1)
  const { body } = await read(world, `/pins/${id}/analytics?${range(-1, 1)}&metric_types=IMPRESSION`)
  t.same(
    body.all.daily_metrics.map(({ data_status }: Json) => data_status),
    ['BEFORE_PIN_CREATED', 'READY', 'PROCESSING'],
  )
  t.same(body.all.daily_metrics[0].metrics, {})
  await world.call('PUT', '/__mock/delivery', { ready_after: '1d' })
  const late = await read(world, `/pins/${id}/analytics?${range(-1, 1)}&metric_types=IMPRESSION`)
  t.equal(late.body.all.daily_metrics[1].data_status, 'PROCESSING', 'the lag of the world counts')
})

t.test('kinds of apps make the whole', async (t) => {
  const { world, id } = await aged(t, 10)
  const path = `/pins/${id}/analytics?${range(0, 9)}&metric_types=IMPRESSION,PIN_CLICK,SAVE`
  const [whole, split] = [await read(world, path), await read(world, `${path}&split_field=APP_TYPE`)]
  t.same(Object.keys(split.body).sort(), ['mobile', 'tablet', 'web'])
  for (const name of ['IMPRESSION', 'PIN_CLICK', 'SAVE']) {
    const sum = Object.values<Json>(split.body).reduce((total, { summary_metrics }) => total + summary_metrics[name], 0)
    t.equal(sum, whole.body.all.summary_metrics[name], name)
  }
})

t.test('a day that is over is reported again whatever comes later', async (t) => {
  const { world, id } = await aged(t, 5)
  const path = `/pins/${id}/analytics?${range(0, 4)}&metric_types=${metrics}`
  const before = (await read(world, path)).body
  await world.call('PATCH', `/v5/pins/${id}`, { title: 'Other' })
  world.clock.advance(20 * day * 1000)
  t.same((await read(world, path)).body, before)
})

t.test("a Pin of nobody, and somebody else's, is not found", async (t) => {
  const world = await mock(t)
  t.match(await read(world, `/pins/1/analytics?${range(-1, 0)}&metric_types=SAVE`), { status: 404, body: { code: 50 } })
})

t.test('days and metrics that there are not are refused in the words of the real service', async (t) => {
  const { world, id } = await aged(t, 1)
  const path = (query: string): string => `/pins/${id}/analytics?${query}`
  const refused: readonly [string, RegExp][] = [
    [path(`${range(-91, 0)}&metric_types=SAVE`), /^You can only get data from the last 90 days\./],
    [path(`${range(0, -1)}&metric_types=SAVE`), /end_date must not be before start_date/],
    [path(`start_date=2026-02-30&end_date=2026-03-01&metric_types=SAVE`), /start_date/],
    [
      path(`${range(-1, 0)}&metric_types=TOTAL_PAGE_VISIT`),
      /^Parameter 'metric_types' \(value TOTAL_PAGE_VISIT\) is not one of IMPRESSION, /,
    ],
    [
      `/user_account/analytics?${range(-1, 0)}&metric_types=CLOSEUP`,
      /^Parameter 'metric_types' \(value CLOSEUP\) is not one of ENGAGEMENT, /,
    ],
    [`/user_account/analytics/top_pins?${range(-1, 0)}&sort_by=NAME`, /sort_by/],
    [`/user_account/analytics/top_pins?${range(-1, 0)}&sort_by=SAVE&num_of_pins=51`, /num_of_pins/],
  ]
  for (const [url, message] of refused)
    t.match(await read(world, url), { status: 400, body: { code: 1, message } }, url)
})

t.test('several Pins at once are for apps with the feature', async (t) => {
  const { world, id } = await aged(t, 3)
  const path = `/pins/analytics?pin_ids=${id}&${range(0, 2)}&metric_types=SAVE,IMPRESSION`
  t.match(await read(world, path), { status: 401, body: { code: 3 } })
  await world.call('PUT', '/__mock/settings', { features: { '*': { multi_pin_analytics: true } } })
  const { status, body } = await read(world, path)
  t.equal(status, 200)
  t.same(body[id], (await read(world, `/pins/${id}/analytics?${range(0, 2)}&metric_types=SAVE,IMPRESSION`)).body)
})

t.test('a user without anything has an entry for each day, and no figures', async (t) => {
  const world = await mock(t)
  await world.call('DELETE', '/__mock/worlds/default')
  const { worlds } = world
  worlds.world('default').db.exec('DELETE FROM ad_accounts')
  const { body } = await read(world, `/user_account/analytics?${range(-7, 0)}`)
  t.same(body.all.summary_metrics, {})
  t.equal(body.all.daily_metrics.length, 8)
  t.same(body.all.daily_metrics[0], { date: dateOf(-7), data_status: 'BEFORE_BUSINESS_CREATED', metrics: {} })
  const empty = { sort_by: 'ENGAGEMENT', pins: [], date_availability: {} }
  t.same((await read(world, `/user_account/analytics/top_pins?${range(-7, 0)}&sort_by=ENGAGEMENT`)).body, empty)
})

t.test("a user's figures are those of all Pins, and formats and sources make the whole", async (t) => {
  const world = await mock(t, { seed: 'small' })
  await world.call('POST', '/v5/pins', {
    media_source: { source_type: 'video_id', media_id: await videoIn(world), cover_image_key_frame_time: 1 },
  })
  world.clock.advance(3 * day * 1000)
  const path = `/user_account/analytics?${range(-3, 2)}`
  const { body } = await read(world, path)
  t.same(Object.keys(body.all.summary_metrics).sort(), [
    ...['ENGAGEMENT', 'ENGAGEMENT_RATE', 'IMPRESSION', 'OUTBOUND_CLICK', 'OUTBOUND_CLICK_RATE'],
    ...['PIN_CLICK', 'PIN_CLICK_RATE', 'SAVE', 'SAVE_RATE'],
  ])
  for (const field of ['PIN_FORMAT', 'SOURCE', 'OWNED_CONTENT']) {
    const split = (await read(world, `${path}&split_field=${field}`)).body
    const sum = Object.values<Json>(split).reduce((total, one) => total + (one.summary_metrics.IMPRESSION ?? 0), 0)
    t.equal(sum, body.all.summary_metrics.IMPRESSION, field)
  }
  const [paid, organic] = [
    await read(world, `${path}&content_type=PAID`),
    await read(world, `${path}&content_type=ORGANIC`),
  ]
  t.equal(
    paid.body.all.summary_metrics.IMPRESSION + organic.body.all.summary_metrics.IMPRESSION,
    body.all.summary_metrics.IMPRESSION,
    'with ads and without',
  )
  t.ok(paid.body.all.summary_metrics.IMPRESSION > 0)
})

t.test('the best Pins come first, as many as were wanted, and videos apart', async (t) => {
  const world = await mock(t)
  for (let number = 0; number < 12; number++) await pinIn(world)
  await world.call('POST', '/v5/pins', {
    media_source: { source_type: 'video_id', media_id: await videoIn(world), cover_image_key_frame_time: 1 },
  })
  world.clock.advance(5 * day * 1000)
  const { body } = await read(world, `/user_account/analytics/top_pins?${range(0, 4)}&sort_by=SAVE`)
  t.equal(body.pins.length, 10)
  const ranks = body.pins.map(({ metrics: { SAVE } }: Json) => SAVE)
  t.same(
    ranks,
    ranks.toSorted((one: number, other: number) => other - one),
  )
  t.equal(body.pins[0].data_status.SAVE, 'READY')
  t.equal(
    (await read(world, `/user_account/analytics/top_pins?${range(0, 4)}&sort_by=SAVE&num_of_pins=3`)).body.pins.length,
    3,
  )
  const videos = await read(world, `/user_account/analytics/top_video_pins?${range(0, 4)}&sort_by=VIDEO_MRC_VIEW`)
  t.equal(videos.body.pins.length, 1)
  t.ok(videos.body.pins[0].metrics.VIDEO_MRC_VIEW > 0)
})
