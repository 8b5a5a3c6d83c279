import { adGroupIn } from '#test/fixtures/ad-groups.ts'
import { adIn, pinOf } from '#test/fixtures/ads.ts'
import { pass } from '#test/fixtures/analytics.ts'
import fc from '#test/support/fast-check.ts'
import type { Json, Mock } from '#test/support/mock.ts'

/** Something that somebody does in an ad account, or time that goes by. */
export type Step =
  | { readonly does: 'campaign'; readonly cap: number; readonly isShared: boolean; readonly objective: string }
  | { readonly does: 'ad group'; readonly of: number; readonly bid: number }
  | { readonly does: 'ad' | 'product group'; readonly of: number }
  | { readonly does: 'pause' | 'resume'; readonly what: '/campaigns' | '/ad_groups' | '/ads'; readonly of: number }
  | { readonly does: 'budget'; readonly of: number; readonly cap: number }
  | { readonly does: 'wait'; readonly days: number }

const of = fc.nat(20)
const cap = fc.constantFrom(3_000_000, 40_000_000, 900_000_000)
const what = fc.constantFrom<'/campaigns' | '/ad_groups' | '/ads'>('/campaigns', '/ad_groups', '/ads')
const does = <Does extends string>(name: Does) => fc.constant(name)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      does: does('campaign'),
      cap,
      isShared: fc.boolean(),
      objective: fc.constantFrom('AWARENESS', 'CATALOG_SALES'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: does('ad group'), of, bid: fc.integer({ min: 2_000_000, max: 9_000_000 }) }),
  },
  { weight: 6, arbitrary: fc.record({ does: does('ad'), of }) },
  { weight: 2, arbitrary: fc.record({ does: does('product group'), of }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom<'pause' | 'resume'>('pause', 'resume'), what, of }) },
  { weight: 1, arbitrary: fc.record({ does: does('budget'), of, cap }) },
  { weight: 4, arbitrary: fc.record({ does: does('wait'), days: fc.double({ min: 0.01, max: 3, noNaN: true }) }) },
)

/** What happens in an ad account over some weeks: it has a campaign that delivers at the start and at the end. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { minLength: 15, maxLength: 40 })
  .map((steps) => [
    { does: 'campaign', cap: 900_000_000, isShared: true, objective: 'CATALOG_SALES' },
    { does: 'ad group', of: 0, bid: 5_000_000 },
    { does: 'ad', of: 0 },
    { does: 'product group', of: 0 },
    ...steps,
    { does: 'wait', days: 6 },
  ])

/** The entities of an ad account that a history has led to. */
export interface Account {
  readonly campaigns: readonly Json[]
  readonly adGroups: readonly Json[]
  readonly ads: readonly Json[]
  readonly productGroups: readonly Json[]
}

/** Lets a history happen. What a rule refuses does not happen. */
export async function live(mock: Mock, steps: readonly Step[]): Promise<Account> {
  const account = { campaigns: [] as Json[], adGroups: [] as Json[], ads: [] as Json[], productGroups: [] as Json[] }
  for (const one of steps) await take(mock, one, account)
  return account
}

const entityOf = (entities: readonly Json[], position: number): Json => entities[position % entities.length]

async function take(mock: Mock, step: Step, account: { [kind in keyof Account]: Json[] }): Promise<void> {
  const keep = (kind: keyof Account, { body }: { readonly body: Json }): void => {
    const data = body.items?.[0]?.data
    if (data?.id !== undefined) account[kind].push(data)
  }
  switch (step.does) {
    case 'campaign': {
      const { objective: objective_type, cap: daily_spend_cap, isShared } = step
      const budget = isShared ? { daily_spend_cap } : { is_campaign_budget_optimization: false }
      return keep('campaigns', await mock.post('/campaigns', [{ name: 'Campaign', objective_type, ...budget }]))
    }
    case 'ad group': {
      const parent = entityOf(account.campaigns, step.of)
      const more = { bid_in_micro_currency: step.bid, targeting_spec: { LOCATION: ['US', 'CA'] } }
      return keep('adGroups', await mock.post('/ad_groups', [adGroupIn(parent, more)]))
    }
    case 'ad': {
      const parent = entityOf(account.adGroups, step.of)
      const again = step.of % 3 === 0 ? account.ads[0]?.pin_id : undefined
      return keep('ads', await mock.post('/ads', [adIn(parent, again ?? (await pinOf(mock)))]))
    }
    case 'product group': {
      const ad_group_id = entityOf(account.adGroups, step.of).id
      const body = { ad_group_id, product_group_promotion: [{ creative_type: 'SHOPPING' }] }
      return keep('productGroups', await mock.post('/product_group_promotions', body))
    }
    case 'budget': {
      const { id } = entityOf(account.campaigns, step.of)
      return void (await mock.patch('/campaigns', [{ id, daily_spend_cap: step.cap }]))
    }
    case 'wait':
      return pass(mock, step.days)
    default: {
      const kinds = { '/campaigns': 'campaigns', '/ad_groups': 'adGroups', '/ads': 'ads' } as const
      const { id } = entityOf(account[kinds[step.what]], step.of)
      await mock.patch(step.what, [{ id, status: step.does === 'pause' ? 'PAUSED' : 'ACTIVE' }])
    }
  }
}
