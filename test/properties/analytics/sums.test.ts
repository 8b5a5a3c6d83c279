import t, { type Test } from 'tap'
import { breakdownTypes, partitions } from '#server/domain/delivery/breakdown-types.ts'
import { idsOf, report, rowsOf } from '#test/fixtures/analytics.ts'
import fc from '#test/support/fast-check.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'
import { type Account, histories, live } from './worlds.ts'

// ANALYTICS_RUNS is how many histories are tried.
const numRuns = Number(process.env.ANALYTICS_RUNS ?? 4)

const delivery = [
  'SPEND_IN_MICRO_DOLLAR',
  'PAID_IMPRESSION',
  'IMPRESSION_2',
  'CLICKTHROUGH_1',
  'REPIN_1',
  'ENGAGEMENT_1',
]
const conversions = ['TOTAL_PAGE_VISIT', 'TOTAL_CHECKOUT', 'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR', 'TOTAL_CONVERSIONS']
const additive = [...delivery, ...conversions]

/** The operations of the levels, and how their entities are named. */
const levels = (account: Account) =>
  [
    ['/analytics', {}],
    ['/campaigns/analytics', { campaign_ids: idsOf(account.campaigns) }],
    ['/ad_groups/analytics', { ad_group_ids: idsOf(account.adGroups) }],
    ['/ads/analytics', { ad_ids: idsOf(account.ads) }],
    ['/product_groups/analytics', { product_group_ids: idsOf(account.productGroups) }],
  ] as const

/** The sums of columns over rows, by what a row belongs to, as far as there is anything to sum. */
function sums(rows: readonly Json[], keyOf: (row: Json) => string, columns = additive): Json {
  const found: Json = {}
  for (const row of rows) {
    const key = keyOf(row)
    found[key] ??= Object.fromEntries(columns.map((column) => [column, 0]))
    for (const column of columns) found[key][column] += row[column] ?? 0
  }
  return Object.fromEntries(Object.entries<Json>(found).filter(([, of]) => Object.values(of).some((sum) => sum !== 0)))
}

const all = () => 'all'
const day = ({ DATE }: Json): string => DATE.slice(0, 10)
const ofAdGroup = ({ DATE, AD_GROUP_ID }: Json): string => `${AD_GROUP_ID} ${DATE}`
const ofCampaign = ({ DATE, CAMPAIGN_ID }: Json): string => `${CAMPAIGN_ID} ${DATE}`
const date = ({ DATE }: Json): string => `${DATE}`

const spans = fc.record({
  from: fc.integer({ min: -60, max: -8 }),
  to: fc.integer({ min: -7, max: 0 }),
  hours: fc.integer({ min: -8, max: -1 }),
  conversion_report_time: fc.constantFrom('TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION'),
  reporting_timezone: fc.constantFrom('PINTEREST_TIME_ZONE', 'AD_ACCOUNT_TIME_ZONE'),
})

const parents = 'CAMPAIGN_ID,AD_GROUP_ID'

t.test('figures of random histories add up over time and over levels', async (t) => {
  let deliveries = 0
  for (const [steps, span] of fc.sample(fc.tuple(histories, spans), { numRuns })) {
    await t.test(JSON.stringify(span), async (t) => {
      const world = await mock(t)
      const account = await live(world, steps)
      await checkTime(t, world, account, span)
      await checkBreakdowns(t, world, account, span)
      if ((await checkLevels(t, world, account, span)) > 0) deliveries++
    })
  }
  t.ok(deliveries > numRuns / 2, `${deliveries} of ${numRuns} deliver`)
})

/** The operations that break levels down, with the types that make the whole of each. */
const breakdowns = (account: Account) =>
  [
    ['/analytics', '/targeting_analytics', 'account', {}],
    ['/campaigns/analytics', '/campaigns/targeting_analytics', 'campaign', { campaign_ids: idsOf(account.campaigns) }],
    ['/ad_groups/analytics', '/ad_groups/targeting_analytics', 'ad_group', { ad_group_ids: idsOf(account.adGroups) }],
    ['/ads/analytics', '/ads/targeting_analytics', 'ad', { ad_ids: idsOf(account.ads) }],
  ] as const

/** The values of a partition make the row of their entity. */
async function checkBreakdowns(t: Test, world: Mock, account: Account, { hours, ...span }: Span): Promise<void> {
  for (const [path, parts, level, entities] of breakdowns(account)) {
    const types = breakdownTypes[level].filter((type) => partitions.includes(type))
    for (const [granularity, days, columns] of [
      ['TOTAL', span, additive],
      ['DAY', { ...span, from: Math.max(span.from, span.to - 9) }, additive],
      ['HOUR', { ...span, from: hours, to: hours }, delivery],
    ] as const) {
      const requested = { ...days, columns: [...columns, parents].join(','), granularity, ...entities }
      const own = `${level === 'account' ? 'AD_ACCOUNT' : level.toUpperCase()}_ID`
      const keyOf = (row: Json): string => `${row[own]} ${row.DATE}`
      const whole = sums(await rowsOf(world, path, requested), keyOf, columns)
      const { body } = await report(world, parts, { ...requested, targeting_types: types.join(',') })
      for (const type of types) {
        const rows = body.data.filter((part: Json) => part.targeting_type === type).map(({ metrics }: Json) => metrics)
        t.strictSame(sums(rows, keyOf, columns), whole, `${parts} ${granularity} ${type}`)
      }
    }
  }
}

type Span = typeof spans extends fc.Arbitrary<infer Of> ? Of : never

/** Hours make days, days weeks and months, and all of them the whole. */
async function checkTime(t: Test, world: Mock, account: Account, { hours, ...span }: Span): Promise<void> {
  const columns = additive.join(',')
  for (const [path, entities] of levels(account)) {
    const requested = (granularity: string, more = {}) =>
      rowsOf(world, path, { ...span, columns, granularity, ...entities, ...more })
    const whole = sums(await requested('TOTAL'), all)
    for (const granularity of ['DAY', 'WEEK', 'MONTH']) {
      t.strictSame(sums(await requested(granularity), all), whole, `${path} ${granularity}`)
    }
    const part = { from: hours, to: Math.min(hours + 3, 0) }
    const [hourly, daily] = [await requested('HOUR', part), await requested('DAY', part)]
    t.strictSame(sums(hourly, day, delivery), sums(daily, day, delivery), `${path} HOUR`)
  }
}

/**
 * Ads and product groups make ad groups, ad groups campaigns, campaigns the account, and ads the Pins of a campaign. Returns
 * how many days the account delivered.
 */
async function checkLevels(t: Test, world: Mock, account: Account, { hours: _, ...span }: Span): Promise<number> {
  const columns = [...additive, parents].join(',')
  const [ofAccount, ofCampaigns, ofAdGroups, ofAds, ofProductGroups] = (await Promise.all(
    levels(account).map(([path, entities]) => rowsOf(world, path, { ...span, columns, ...entities })),
  )) as [Json, Json, Json, Json, Json]
  t.strictSame(sums([...ofAds, ...ofProductGroups], ofAdGroup), sums(ofAdGroups, ofAdGroup), 'ads make ad groups')
  t.strictSame(sums(ofAdGroups, ofCampaign), sums(ofCampaigns, ofCampaign), 'ad groups make campaigns')
  t.strictSame(sums(ofCampaigns, date), sums(ofAccount, date), 'campaigns make the account')
  const [{ id: campaign_id }] = account.campaigns as [Json]
  const pin_ids = [...new Set(account.ads.map(({ pin_id }) => pin_id))].join(',')
  const { reporting_timezone: __, ...utc } = span
  const ofPins = await rowsOf(world, '/pins/analytics', { ...utc, columns, campaign_id, pin_ids })
  const ofItsAds = await rowsOf(world, '/ads/analytics', { ...utc, columns, campaign_ids: campaign_id, pin_ids })
  t.strictSame(sums(ofPins, date), sums(ofItsAds, date), 'ads make Pins')
  return ofAccount.length
}
