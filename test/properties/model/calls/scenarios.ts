import fc from '#test/support/fast-check.ts'
import { newAdGroup } from './ad-groups.ts'
import type { Call, Kind } from './call.ts'
import { newCampaign } from './campaigns.ts'
import { day, type Item } from './items.ts'

const last = (kind: string, nth = -1) => ({ $: kind, nth })
const one = (what: 'create' | 'update', kind: Kind, ...items: readonly Item[]): Call => ({
  do: what,
  kind,
  items,
  times: 1,
})
const campaign = one('create', 'campaigns', { name: 's', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 })
const automatic = { name: 's', billable_event: 'IMPRESSION', bid_strategy_type: 'AUTOMATIC_BID' }
const brand = (value: string): Item => ({ label_type: 'BRAND', value })
const label = (nth: number, status: string): Call => one('update', 'labels', { id: last('label', nth), status })
const apply = (nth: number): Call => ({ do: 'apply', label: last('label', nth), campaigns: [last('campaign')] })

/** Two brand labels on one campaign, which takes only one at a time, also when an archived one is restored. */
const brands: readonly Call[] = [
  campaign,
  one('create', 'labels', brand('first'), brand('second')),
  apply(-1),
  apply(-2),
  label(-1, 'ARCHIVED'),
  apply(-1),
  apply(-2),
  label(-1, 'ACTIVE'),
  label(-2, 'ARCHIVED'),
  label(-1, 'ACTIVE'),
]

/** One more custom label than a campaign takes. */
const customs: readonly Call[] = [campaign, { do: 'fill labels', campaign: last('campaign'), but: -1 }]

const draft = { name: 's', objective_type: 'AWARENESS', status: 'DRAFT', is_campaign_budget_optimization: false }
const optimized = { id: last('campaign'), is_campaign_budget_optimization: true, daily_spend_cap: 5_000_000 }

/** A draft is changed to campaign budget optimization with the maximum of ad groups, or one more. */
const crowded = (but: number): readonly Call[] => [
  one('create', 'campaigns', draft),
  { do: 'fill ad groups', campaign: last('campaign'), but },
  one('update', 'campaigns', optimized),
  one('update', 'campaigns', { id: last('campaign'), status: 'ACTIVE' }),
]

/** One more ad group than a campaign takes. */
const full: readonly Call[] = [campaign, { do: 'fill ad groups', campaign: last('campaign'), but: -1 }]

/** A campaign, and ad groups in it from one batch. */
const family: fc.Arbitrary<readonly Call[]> = fc
  .tuple(newCampaign, fc.array(newAdGroup, { minLength: 1, maxLength: 4 }))
  .map(([parent, children]) => [
    one('create', 'campaigns', parent),
    one('create', 'ad_groups', ...children.map((child) => ({ ...child, campaign_id: last('campaign') }))),
  ])

/** An ad that delivers for some days, in a campaign that spends what it can and that things happen to meanwhile. */
const delivering: fc.Arbitrary<readonly Call[]> = fc
  .array(
    fc.constantFrom<Call>(
      { do: 'advance', seconds: 40_000 },
      { do: 'advance', seconds: 2 * day },
      one('update', 'ads', { id: last('ad'), status: 'PAUSED' }),
      one('update', 'ads', { id: last('ad'), status: 'ACTIVE' }),
      one('update', 'campaigns', { id: last('campaign'), daily_spend_cap: 9_000_000 }),
      one('update', 'campaigns', { id: last('campaign'), end_time: { $: 'now', plus: day } }),
      { do: 'feature', name: 'billing_disabled', on: false },
    ),
    { maxLength: 6 },
  )
  .map((calls) => [
    campaign,
    one('create', 'ad_groups', { ...automatic, campaign_id: last('campaign') }),
    one('create', 'ads', { creative_type: 'REGULAR', pin_id: { $: 'pin' }, ad_group_id: last('ad group') }),
    ...calls,
    { do: 'advance', seconds: 2 * day },
  ])

/** Generates sequences of calls that depend on each other. */
export const scenario: fc.Arbitrary<readonly Call[]> = fc.oneof(
  { weight: 4, arbitrary: family },
  { weight: 4, arbitrary: delivering },
  fc.constantFrom(brands, customs, crowded(0), crowded(-1), full),
)
