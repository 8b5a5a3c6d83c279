import fc from 'fast-check'
import { goal, goals, targeting, tracking } from './details.ts'
import { moment, type Reference, reference } from './references.ts'

/** Fields of an item by name, with references not yet resolved. */
export type Item = Readonly<Record<string, unknown>>

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Mostly nothing, else one or two fields changed to anything that they may hold, allowed or not. */
const changes = (fields: Fields, least = 0): fc.Arbitrary<Item> =>
  fc
    .array(fc.oneof(...Object.entries(fields).map(([name, value]) => value.map((one) => ({ [name]: one })))), {
      minLength: least,
      maxLength: 3,
      size: 'max',
    })
    .map((all) => Object.assign({}, ...all))

/** An item that would pass, with few fields changed. */
const nearly = (templates: readonly Item[], fields: Fields): fc.Arbitrary<Item> =>
  fc.tuple(fc.constantFrom(...templates), changes(fields)).map(([template, change]) => ({ ...template, ...change }))

/** What changes about an entity: fields of their own, or some that go together. */
const change = (kind: Reference['$'], together: readonly Item[], fields: Fields): fc.Arbitrary<Item> =>
  fc
    .tuple(reference(kind), fc.oneof({ weight: 2, arbitrary: changes(fields, 1) }, nearly(together, fields)))
    .map(([id, sent]): Item => ({ id, ...sent }))

const orNull = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: value }, fc.constant(null))

/** Any status; the living ones more often. */
const status = fc.constantFrom('ACTIVE', 'ACTIVE', 'PAUSED', 'PAUSED', 'DRAFT', 'DRAFT', 'ARCHIVED', 'DELETED_DRAFT')
const money = orNull(fc.constantFrom(0, 1, 999_999, 1_000_000, 5_000_000, 50_000_000))
const flag = orNull(fc.boolean())
const objective = fc.constantFrom(
  'AWARENESS',
  'CONSIDERATION',
  'WEB_CONVERSION',
  'CATALOG_SALES',
  'VIDEO_COMPLETION',
  'APP_INSTALL',
  'SALES',
  'LEADS',
  'CTV_CONSIDERATION',
)
const name = fc.constantFrom('a', 'b', 'Été 夏', 'x'.repeat(255))

const campaignFields: Fields = {
  name,
  objective_type: objective,
  status,
  daily_spend_cap: money,
  lifetime_spend_cap: money,
  is_campaign_budget_optimization: flag,
  is_flexible_daily_budgets: flag,
  is_automated_campaign: flag,
  is_performance_plus: flag,
  is_top_of_search: flag,
  intended_promotion_type: orNull(fc.constantFrom('LEGACY', 'STANDARD_AD', 'CATALOG')),
  start_time: orNull(moment),
  end_time: orNull(fc.oneof({ weight: 5, arbitrary: moment }, fc.constant(-1))),
  tracking_urls: tracking,
}

const day = 86_400
const end = { $: 'now', plus: 10 * day }
const past = { start_time: { $: 'now', plus: -day } }
const plus = { is_performance_plus: true, status: 'ACTIVE', start_time: { $: 'now', plus: 0 } }
const daily = { name: 'c', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }
const unbudgeted = { name: 'c', objective_type: 'CONSIDERATION', is_campaign_budget_optimization: false }

/** A campaign to be created. */
export const newCampaign = nearly(
  [
    daily,
    { name: 'c', objective_type: 'SALES', lifetime_spend_cap: 50_000_000, end_time: end },
    unbudgeted,
    { ...unbudgeted, end_time: end },
    { name: 'c', objective_type: 'VIDEO_COMPLETION' },
    { name: 'c', objective_type: 'WEB_CONVERSION', daily_spend_cap: 5_000_000 },
    { name: 'c', objective_type: 'WEB_CONVERSION', is_campaign_budget_optimization: false, end_time: end },
    { ...daily, ...plus, objective_type: 'CONSIDERATION', is_flexible_daily_budgets: true },
    { ...daily, ...plus, objective_type: 'CATALOG_SALES', is_flexible_daily_budgets: true, status: 'PAUSED' },
    { ...daily, ...past, end_time: { $: 'now', plus: 1 } },
    { ...unbudgeted, ...past, status: 'DRAFT' },
    { ...daily, objective_type: 'SALES', is_automated_campaign: true },
    { name: 'c', objective_type: 'AWARENESS', status: 'DRAFT' },
    { name: 'c', objective_type: 'CATALOG_SALES', status: 'DRAFT', is_campaign_budget_optimization: false },
  ],
  campaignFields,
)

/** What changes about a campaign. */
export const campaignChange = change(
  'campaign',
  [
    { status: 'ACTIVE' },
    { is_campaign_budget_optimization: false, daily_spend_cap: 0, lifetime_spend_cap: 0 },
    { is_campaign_budget_optimization: true, daily_spend_cap: 5_000_000 },
    { daily_spend_cap: 0, lifetime_spend_cap: 50_000_000, end_time: end },
    { is_performance_plus: true, is_flexible_daily_budgets: true },
    { start_time: { $: 'now', plus: -day }, end_time: { $: 'now', plus: 0 } },
    { start_time: { $: 'now', plus: -day }, end_time: { $: 'now', plus: 1 }, status: 'PAUSED' },
  ],
  campaignFields,
)

const adGroupFields: Fields = {
  name,
  campaign_id: reference('campaign'),
  status,
  billable_event: fc.constantFrom('IMPRESSION', 'CLICKTHROUGH', 'VIDEO_V_50_MRC'),
  bid_in_micro_currency: money,
  bid_strategy_type: orNull(fc.constantFrom('AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG')),
  budget_in_micro_currency: money,
  budget_type: fc.constantFrom('DAILY', 'LIFETIME', 'CBO_ADGROUP'),
  pacing_delivery_type: fc.constantFrom('STANDARD', 'ACCELERATED'),
  lifetime_frequency_cap: fc.constantFrom(-1, 1, 10),
  bid_multiplier: orNull(fc.constantFrom(0, 0.05, 0.1, 1, 10)),
  targeting_spec: targeting,
  optimization_goal_metadata: goals,
  tracking_urls: tracking,
  start_time: orNull(moment),
  end_time: orNull(moment),
}

const automatic = { name: 'g', billable_event: 'IMPRESSION', bid_strategy_type: 'AUTOMATIC_BID' }
const budgeted = { ...automatic, budget_in_micro_currency: 5_000_000 }

/** An ad group to be created. */
export const newAdGroup = fc
  .tuple(
    reference('campaign'),
    nearly(
      [
        automatic,
        budgeted,
        { name: 'g', billable_event: 'IMPRESSION', bid_in_micro_currency: 5_000_000 },
        {
          name: 'g',
          billable_event: 'CLICKTHROUGH',
          bid_in_micro_currency: 5_000_000,
          budget_in_micro_currency: 5_000_000,
        },
        { ...budgeted, start_time: { $: 'start', plus: 1 }, end_time: { $: 'end', plus: -1 } },
        { ...budgeted, budget_type: 'LIFETIME', end_time: { $: 'end', plus: 0 } },
        { ...automatic, optimization_goal_metadata: goal, targeting_spec: { LOCATION: ['US'] } },
        { ...automatic, status: 'DRAFT' },
      ],
      adGroupFields,
    ),
  )
  .map(([campaign_id, item]): Item => ({ campaign_id, ...item }))

/** What changes about an ad group. */
export const adGroupChange = change(
  'ad group',
  [
    { status: 'ACTIVE' },
    { bid_strategy_type: 'MAX_BID', bid_in_micro_currency: 5_000_000 },
    { budget_type: 'LIFETIME', budget_in_micro_currency: 5_000_000, end_time: { $: 'end', plus: 0 } },
    { start_time: { $: 'now', plus: -day }, end_time: { $: 'now', plus: 1 }, status: 'PAUSED' },
    { bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null },
  ],
  adGroupFields,
)

const links = ['https://example.com/1', 'https://example.com/2']

const adFields: Fields = {
  name: orNull(name),
  ad_group_id: reference('ad group'),
  status,
  creative_type: fc.constantFrom('REGULAR', 'CAROUSEL'),
  pin_id: fc.constantFrom({ $: 'pin' }, { $: 'unknown' }),
  destination_url: orNull(fc.constant('https://example.com/form')),
  carousel_destination_urls: orNull(fc.constant(links)),
  tracking_urls: tracking,
}

const regular = { creative_type: 'REGULAR', pin_id: { $: 'pin' } }

/** An ad to be created. */
export const newAd = fc
  .tuple(
    reference('ad group'),
    nearly(
      [
        regular,
        { ...regular, status: 'DRAFT' },
        { ...regular, creative_type: 'CAROUSEL', carousel_destination_urls: links },
        { ...regular, destination_url: 'https://example.com/form' },
      ],
      adFields,
    ),
  )
  .map(([ad_group_id, item]): Item => ({ ad_group_id, ...item }))

/** What changes about an ad. */
export const adChange = change('ad', [{ status: 'ACTIVE' }, { status: 'PAUSED' }], adFields)

const value = fc.constantFrom('a', 'b', 'A', 'c d', 'x'.repeat(100))

/** A label to be created. */
export const newLabel: fc.Arbitrary<Item> = fc.record({ label_type: fc.constantFrom('BRAND', 'CUSTOM'), value })

/** What changes about a label. */
export const labelChange: fc.Arbitrary<Item> = fc.record(
  { id: reference('label'), status: fc.constantFrom('ACTIVE', 'ARCHIVED'), value },
  { requiredKeys: ['id'] },
)
