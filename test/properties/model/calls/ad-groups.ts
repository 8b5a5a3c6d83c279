import fc from '#test/support/fast-check.ts'
import { goal, goals, targeting, tracking } from './details.ts'
import { change, day, type Fields, type Item, money, name, nearly, orNull, status } from './items.ts'
import { moment, reference } from './references.ts'

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
