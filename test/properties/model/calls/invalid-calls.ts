import fc from '#test/support/fast-check.ts'
import type { Item } from './items.ts'

/** Values that the schema refuses, and the request with them. */
const invalidFields: readonly Item[] = [
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

/** Generates items of which about one in 20 has an invalid value for one of its fields. */
export const sometimesInvalid = (item: fc.Arbitrary<Item>): fc.Arbitrary<Item> =>
  fc
    .tuple(item, fc.option(fc.constantFrom(...invalidFields), { freq: 20 }))
    .map(([whole, invalid]) =>
      invalid && Object.keys(invalid).every((name) => name in whole) ? { ...whole, ...invalid } : whole,
    )
