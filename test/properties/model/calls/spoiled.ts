import fc from 'fast-check'
import type { Item } from './items.ts'

/** What breaks the shape of an item, and its request with it. */
const spoils: readonly Item[] = [
  { name: null },
  { name: '' },
  { name: 'x'.repeat(256) },
  { name: 5 },
  { status: 'ARCHIVE' },
  { objective_type: 'WEB_SESSIONS' },
  { objective_type: 'TRAFFIC' },
  { billable_event: 'VIEW' },
  { billable_event: null },
  { budget_type: 'MONTHLY' },
  { daily_spend_cap: -1 },
  { daily_spend_cap: 1.5 },
  { lifetime_spend_cap: 2 ** 53 },
  { lifetime_spend_cap: 2 ** 53 - 1 },
  { bid_in_micro_currency: '5' },
  { budget_in_micro_currency: -1 },
  { is_campaign_budget_optimization: 'true' },
  { campaign_id: 'abc' },
  { label_type: 'SEASON' },
  { value: 'x'.repeat(101) },
  { value: null },
  { id: null },
]

/** An item, now and then with a field that no schema takes, if it has such a field. */
export const spoiled = (item: fc.Arbitrary<Item>): fc.Arbitrary<Item> =>
  fc
    .tuple(item, fc.option(fc.constantFrom(...spoils), { freq: 20 }))
    .map(([whole, spoil]) =>
      spoil && Object.keys(spoil).every((name) => name in whole) ? { ...whole, ...spoil } : whole,
    )
