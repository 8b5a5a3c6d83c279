import fc from '#test/support/fast-check.ts'
import type { Json } from '#test/support/mock.ts'

/** One call of a random sequence; entities are named by where they stand in the order of their creation. */
export type Call =
  | { readonly kind: 'create campaign'; readonly item: Json }
  | { readonly kind: 'change campaign'; readonly which: number; readonly item: Json }
  | { readonly kind: 'create ad group'; readonly which: number; readonly item: Json }
  | { readonly kind: 'change ad group'; readonly which: number; readonly item: Json }
  | { readonly kind: 'edit campaign' | 'edit ad group'; readonly which: number; readonly item: Json }
  | { readonly kind: 'create label'; readonly item: Json }
  | { readonly kind: 'change label'; readonly which: number; readonly item: Json }
  | { readonly kind: 'apply label' | 'remove label'; readonly which: number; readonly campaigns: readonly number[] }
  | { readonly kind: 'advance'; readonly days: number }

const status = fc.constantFrom('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')
const caps = fc.constantFrom(0, 1_000_000, 50_000_000)
/** Days from now, which the driver makes a time of. */
const days = fc.constantFrom(-5, 1, 5, 10, 20)
const which = fc.nat({ max: 5 })

const campaign = fc.record(
  {
    objective_type: fc.constantFrom('AWARENESS', 'CONSIDERATION', 'VIDEO_COMPLETION', 'SALES'),
    status,
    daily_spend_cap: caps,
    lifetime_spend_cap: caps,
    is_campaign_budget_optimization: fc.boolean(),
    is_flexible_daily_budgets: fc.boolean(),
    start_time: days,
    end_time: days,
  },
  { requiredKeys: ['objective_type'] },
)

const campaignChange = fc.record(
  {
    status,
    daily_spend_cap: caps,
    lifetime_spend_cap: caps,
    is_campaign_budget_optimization: fc.boolean(),
    is_flexible_daily_budgets: fc.boolean(),
    start_time: days,
    end_time: days,
  },
  { requiredKeys: [] },
)

const adGroup = fc.record(
  {
    billable_event: fc.constantFrom('IMPRESSION', 'CLICKTHROUGH'),
    status,
    bid_in_micro_currency: caps,
    budget_in_micro_currency: caps,
    budget_type: fc.constantFrom('DAILY', 'LIFETIME', 'CBO_ADGROUP'),
    pacing_delivery_type: fc.constantFrom('STANDARD', 'ACCELERATED'),
    start_time: days,
    end_time: days,
  },
  { requiredKeys: ['billable_event'] },
)

const adGroupChange = fc.record(
  { status, budget_in_micro_currency: caps, start_time: days, end_time: days, budget_type: fc.constant('LIFETIME') },
  { requiredKeys: [] },
)

const label = fc.record({
  label_type: fc.constantFrom('BRAND', 'CUSTOM'),
  value: fc.constantFrom('a', 'b', 'c', 'd'),
})

/** A random call; heavy on what creates, so that there is something to change. */
export const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('create campaign'), item: campaign }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change campaign'), which, item: campaignChange }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('create ad group'), which, item: adGroup }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change ad group'), which, item: adGroupChange }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit campaign', 'edit ad group'),
      which,
      item: fc.record({ status }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create label'), item: label }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('change label'),
      which,
      item: fc.record({ status: fc.constantFrom('ACTIVE', 'ARCHIVED') }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('apply label', 'remove label'),
      which,
      campaigns: fc.uniqueArray(which, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('advance'), days: fc.constantFrom(1, 4) }) },
) as fc.Arbitrary<Call>
