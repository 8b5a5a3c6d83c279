import t from 'tap'
import { breakdownTypes } from '#server/domain/delivery/breakdown-types.ts'
import { syncColumns } from '#server/domain/reference/sync-columns.ts'
import { dayFrom, delivered, idsOf, pass, type ReportOptions, report, rowsOf, sumOf } from '#test/fixtures/analytics.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The parts of a breakdown of ad groups, over ten days as a whole. */
async function partsOf(world: Mock, type: string, options: ReportOptions = {}): Promise<readonly Json[]> {
  const ad_group_ids = options.ad_group_ids ?? idsOf((await world.get('/ad_groups')).body.items)
  const requested = { from: -10, granularity: 'TOTAL', targeting_types: type, ad_group_ids, ...options }
  return (await report(world, '/ad_groups/targeting_analytics', requested)).body.data
}

const valuesOf = (parts: readonly Json[]): readonly Json[] => [
  ...new Set(parts.map(({ targeting_value: value }) => value)),
]
const spec = (targeting_spec: Json, more: Json = {}) => ({ adGroups: 1, adGroup: { targeting_spec, ...more } })

t.test('each part names its type and value, and has the entity, the day and the columns in its metrics', async (t) => {
  const world = await mock(t)
  const { adGroups } = await delivered(world, { adGroups: 1 })
  const { body } = await report(world, '/ad_groups/targeting_analytics', {
    from: -1,
    to: -1,
    ad_group_ids: adGroups[0].id,
    targeting_types: 'GENDER',
    columns: 'PAID_IMPRESSION,CAMPAIGN_ID,AD_GROUP_NAME',
  })
  t.match(body.data[0], {
    targeting_type: 'GENDER',
    targeting_value: 'female',
    metrics: {
      AD_GROUP_ID: Number(adGroups[0].id),
      CAMPAIGN_ID: Number(adGroups[0].campaign_id),
      AD_GROUP_NAME: 'Ad group',
      DATE: dayFrom(world, -1),
      PAID_IMPRESSION: Number,
    },
  })
  t.strictSame(valuesOf(body.data), ['female', 'male', 'unknown'])
})

t.test('parts come by type as they were named, then by entity, value and time', async (t) => {
  const world = await mock(t)
  const { adGroups } = await delivered(world, { days: 2 })
  const { body } = await report(world, '/ad_groups/targeting_analytics', {
    from: -1,
    ad_group_ids: idsOf(adGroups),
    targeting_types: 'PLACEMENT,GENDER',
  })
  const order = body.data.map(({ targeting_type, targeting_value, metrics }: Json) => [
    targeting_type === 'PLACEMENT' ? 0 : 1,
    metrics.AD_GROUP_ID,
    targeting_value,
    metrics.DATE,
  ])
  t.strictSame(
    order.map(String),
    order
      .toSorted(([one, ...first]: Json, [other, ...second]: Json) => one - other || compare(first, second))
      .map(String),
  )
})

const compare = ([id, ...rest]: Json, [other, ...others]: Json): number =>
  id - other || String(rest).localeCompare(String(others))

t.test('nothing that is not targeted has a part', async (t) => {
  const world = await mock(t)
  await delivered(
    world,
    spec({ LOCATION: ['US', 'CA'], GENDER: ['male'], AGE_BUCKET: ['25-34', '65+'], APPTYPE: ['ipad', 'web'] }),
  )
  t.strictSame(valuesOf(await partsOf(world, 'GENDER')), ['male'])
  t.strictSame(valuesOf(await partsOf(world, 'AGE_BUCKET')), ['25-34', '65+'])
  t.strictSame(valuesOf(await partsOf(world, 'AGE_BUCKET_AND_GENDER')), ['25-34:male', '65+:male'])
  t.strictSame(valuesOf(await partsOf(world, 'APPTYPE')), ['ipad', 'web'])
  t.strictSame(valuesOf(await partsOf(world, 'COUNTRY')), ['CA', 'US'])
  t.ok(valuesOf(await partsOf(world, 'REGION')).every((region) => /^(CA|US)-[A-Z]{2}$/.test(region)))
  for (const type of ['KEYWORD', 'TARGETED_INTEREST', 'AUDIENCE_INCLUDE', 'GEO'])
    t.strictSame(await partsOf(world, type), [])
})

t.test('ages between two are those of the buckets that they lie in', async (t) => {
  const world = await mock(t)
  await delivered(world, spec({ LOCATION: ['US'], MINIMUM_AGE: '30', MAXIMUM_AGE: '46' }))
  t.strictSame(valuesOf(await partsOf(world, 'AGE_BUCKET')), ['25-34', '35-44', '45-49'])
})

t.test('metro areas and audiences are numbers, and postal codes are written after their country', async (t) => {
  const world = await mock(t)
  await delivered(world, spec({ LOCATION: ['501', '803'], GEO: ['US-94107'] }))
  t.strictSame(valuesOf(await partsOf(world, 'LOCATION')), [501, 803, 'US'])
  t.strictSame(valuesOf(await partsOf(world, 'GEO')), ['US:94107'])
  t.strictSame(valuesOf(await partsOf(world, 'REGION')), ['US-CA', 'US-NY'])
})

t.test('targeted interests are told by their names', async (t) => {
  const world = await mock(t)
  await delivered(world, spec({ LOCATION: ['US'], INTEREST: ['925056443165', '918210415444'] }))
  t.strictSame(valuesOf(await partsOf(world, 'TARGETED_INTEREST')), ['Animals', 'Cats'])
  t.ok(valuesOf(await partsOf(world, 'PINNER_INTEREST')).length > 5)
})

t.test('an ad group that is placed in searches alone has no other placement', async (t) => {
  const world = await mock(t)
  await delivered(world, { adGroups: 1, adGroup: { placement_group: 'SEARCH' } })
  t.strictSame(valuesOf(await partsOf(world, 'PLACEMENT')), ['SEARCH'])
})

t.test(
  'keywords lead to impressions from the day after they were created to the day on which they were archived',
  async (t) => {
    const world = await mock(t)
    const { adGroups } = await delivered(world, { adGroups: 1, days: 2 })
    const [{ id }] = adGroups as [Json]
    const keyword = (value: string, match_type = 'BROAD') => ({ match_type, value })
    const { body } = await world.post('/keywords', {
      parent_id: id,
      keywords: [keyword('boots'), keyword('tents'), keyword('mud', 'EXACT_NEGATIVE')],
    })
    pass(world, 2)
    await world.patch('/keywords', { keywords: [{ id: body.keywords[0].id, archived: true }] })
    pass(world, 2)
    const parts = await partsOf(world, 'KEYWORD', { granularity: 'DAY' })
    const daysOf = (value: string) =>
      parts.filter(({ targeting_value }) => targeting_value === value).map(({ metrics }) => metrics.DATE)
    t.strictSame(daysOf('boots'), [dayFrom(world, -3), dayFrom(world, -2)])
    t.strictSame(daysOf('tents'), [dayFrom(world, -3), dayFrom(world, -2), dayFrom(world, -1), dayFrom(world, 0)])
    t.strictSame(daysOf('mud'), [])
  },
)

t.test('targeting that changes leaves the parts of the past as they were', async (t) => {
  const world = await mock(t)
  const { adGroups } = await delivered(world, { ...spec({ LOCATION: ['US'] }), days: 3 })
  const requested = () => partsOf(world, 'COUNTRY', { from: -3, to: -1 })
  const before = await requested()
  await world.change('/ad_groups', {
    id: adGroups[0].id,
    targeting_spec: { LOCATION: ['CA'] },
    placement_group: 'BROWSE',
  })
  t.strictSame(await requested(), before)
  t.strictSame(valuesOf(before), ['US'])
  pass(world, 2)
  t.strictSame(valuesOf(await partsOf(world, 'COUNTRY', { from: 0 })), ['CA'])
})

t.test('creative types and multiplied audiences are those of campaigns', async (t) => {
  const world = await mock(t)
  const bid_options = { audience_multipliers: { 2542620905475: 1.5 } }
  const { campaign } = await delivered(world, { campaign: { bid_options } })
  const requested = {
    granularity: 'TOTAL',
    campaign_ids: campaign.id,
    targeting_types: 'CREATIVE_TYPE,AUDIENCE_MULTIPLIER',
  }
  const { data } = (await report(world, '/campaigns/targeting_analytics', requested)).body
  t.strictSame(
    data.map(({ targeting_type, targeting_value }: Json) => [targeting_type, targeting_value]),
    [
      ['CREATIVE_TYPE', 'REGULAR'],
      ['AUDIENCE_MULTIPLIER', 2542620905475],
    ],
  )
  t.ok(data[1].metrics.SPEND_IN_MICRO_DOLLAR < data[0].metrics.SPEND_IN_MICRO_DOLLAR)
})

t.test('hours have parts as well, without conversions', async (t) => {
  const world = await mock(t)
  await delivered(world, { campaign: { objective_type: 'CATALOG_SALES' }, adGroups: 1 })
  const columns = 'PAID_IMPRESSION,TOTAL_PAGE_VISIT'
  const days = await partsOf(world, 'GENDER', { columns, granularity: 'DAY', from: -2, to: -1 })
  const hours = await partsOf(world, 'GENDER', { columns, granularity: 'HOUR', from: -2, to: -1 })
  const metrics = (parts: readonly Json[]) => parts.map((part) => part.metrics)
  t.equal(sumOf(metrics(hours), 'PAID_IMPRESSION'), sumOf(metrics(days), 'PAID_IMPRESSION'))
  t.ok(sumOf(metrics(days), 'TOTAL_PAGE_VISIT') > 0)
  t.equal(sumOf(metrics(hours), 'TOTAL_PAGE_VISIT'), 0)
})

t.test('an answer that is too long for one text is sent in pieces', async (t) => {
  const world = await mock(t)
  const { ads } = await delivered(world, { days: 30 })
  const columns = syncColumns.join(',')
  const requested = { from: -30, columns, ad_ids: idsOf(ads), targeting_types: 'REGION' }
  const { status, headers, body } = await report(world, '/ads/targeting_analytics', requested)
  t.equal(status, 200)
  t.notOk('content-length' in headers)
  t.ok(JSON.stringify(body).length > 2 ** 22)
  const whole = await rowsOf(world, '/ads/analytics', { from: -30, ad_ids: idsOf(ads) })
  const metrics = body.data.map((part: Json) => part.metrics)
  t.equal(sumOf(metrics, 'SPEND_IN_MICRO_DOLLAR'), sumOf(whole, 'SPEND_IN_MICRO_DOLLAR'))
})

t.test('types that a level does not have are refused with those that it has, and at most 14 are taken', async (t) => {
  const world = await mock(t)
  for (const [level, path, name] of [
    ['account', '/targeting_analytics', undefined],
    ['campaign', '/campaigns/targeting_analytics', 'campaign_ids'],
    ['ad_group', '/ad_groups/targeting_analytics', 'ad_group_ids'],
    ['ad', '/ads/targeting_analytics', 'ad_ids'],
  ] as const) {
    const ids = name === undefined ? {} : { [name]: '1' }
    const requested = async (targeting_types: string) => report(world, path, { ...ids, targeting_types })
    const unknown = (await requested('GENDER,SHOE_SIZE')).body
    t.equal(unknown.code, 1)
    t.equal(
      unknown.message,
      `Parameter 'targeting_types' (value SHOE_SIZE) is not one of ${breakdownTypes[level].join(', ')}.`,
    )
    const most = level === 'account' ? 15 : 14
    t.equal((await requested(Array(most).fill('GENDER').join(','))).status, 200)
    const more = (
      await requested(
        Array(most + 1)
          .fill('GENDER')
          .join(','),
      )
    ).body
    t.match(more.message, `at most ${most} (constraint: maxItems=${most}) at targeting_types`)
    t.match((await report(world, path, ids)).body.message, /'targeting_types' is a required property/)
  }
})

t.test('what delivered nothing has no parts, and attribution types are taken', async (t) => {
  const world = await mock(t)
  const requested = { targeting_types: 'GENDER', attribution_types: 'INDIVIDUAL,HOUSEHOLD' }
  const { status, body } = await report(world, '/targeting_analytics', requested)
  t.equal(status, 200)
  t.strictSame(body, { data: [] })
  const { body: refused } = await report(world, '/targeting_analytics', { ...requested, attribution_types: 'FRIENDS' })
  t.equal(refused.message, "Parameter 'attribution_types' (value FRIENDS) is not one of INDIVIDUAL, HOUSEHOLD.")
})
