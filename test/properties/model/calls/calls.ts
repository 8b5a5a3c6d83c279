import fc from '#test/support/fast-check.ts'
import { adGroupChange, newAdGroup } from './ad-groups.ts'
import { adChange, newAd } from './ads.ts'
import type { Call, Kind } from './call.ts'
import { campaignChange, newCampaign } from './campaigns.ts'
import { sometimesInvalid } from './invalid-calls.ts'
import type { Item } from './items.ts'
import { keywordChange, keywordParent, newKeyword } from './keywords.ts'
import { labelChange, newLabel } from './labels.ts'
import { listings } from './listings.ts'
import { type Reference, reference } from './references.ts'
import { scenario } from './scenarios.ts'

/** Items, mostly few; now and then one of them as often as a batch takes, or once more, or none. */
const batch = (what: 'create' | 'update', kind: Kind, item: fc.Arbitrary<Item>): fc.Arbitrary<Call> =>
  fc.record({
    do: fc.constant(what),
    kind: fc.constant(kind),
    items: fc.array(sometimesInvalid(item), { minLength: 1, maxLength: 4 }),
    times: fc.oneof({ weight: 40, arbitrary: fc.constant(1) }, fc.constantFrom(0, 10, 30, 31)),
  })

const reading = (kind: 'campaigns' | 'ad_groups' | 'ads', named: Reference['$']) => ({
  weight: 1,
  arbitrary: fc.record({ do: fc.constant('get' as const), kind: fc.constant(kind), id: reference(named) }),
})

const day = 86_400

/** One random call; heavy on what creates and changes, so that there is something to disagree on. */
const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 8, arbitrary: batch('create', 'campaigns', newCampaign) },
  { weight: 8, arbitrary: batch('update', 'campaigns', campaignChange) },
  { weight: 8, arbitrary: batch('create', 'ad_groups', newAdGroup) },
  { weight: 8, arbitrary: batch('update', 'ad_groups', adGroupChange) },
  { weight: 5, arbitrary: batch('create', 'ads', newAd) },
  { weight: 5, arbitrary: batch('update', 'ads', adChange) },
  { weight: 3, arbitrary: batch('create', 'labels', newLabel) },
  { weight: 2, arbitrary: batch('update', 'labels', labelChange) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('apply' as const, 'apply' as const, 'remove' as const),
      label: reference('label'),
      campaigns: fc.array(reference('campaign'), { minLength: 0, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('fill ad groups' as const, 'fill labels' as const),
      campaign: reference('campaign'),
      but: fc.constantFrom(-1, 0, 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('create keywords' as const),
      parent: keywordParent,
      items: fc.array(newKeyword, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('update keywords' as const),
      items: fc.array(keywordChange, { minLength: 1, maxLength: 3 }),
    }),
  },
  ...listings.map((arbitrary) => ({ weight: 1, arbitrary })),
  ...[reading('campaigns', 'campaign'), reading('ad_groups', 'ad group'), reading('ads', 'ad')],
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      seconds: fc.constantFrom(1, 3599, day, 9 * day, 10 * day),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('feature' as const),
      name: fc.constantFrom('labels', 'cbo_ad_group_schedule', 'require_cbo', 'require_location', 'billing_disabled'),
      on: fc.boolean(),
    }),
  },
)

/** A sequence of calls at random, and of stories, whose parts seldom meet by chance. */
export const sequence: fc.Arbitrary<readonly Call[]> = fc
  .array(fc.oneof({ weight: 20, arbitrary: call.map((one) => [one]) }, { weight: 2, arbitrary: scenario }), {
    maxLength: 40,
    size: 'max',
  })
  .map((parts) => parts.flat())
