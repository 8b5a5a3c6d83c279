import type { SeedContent } from './apply.ts'

const campaignCount = 1000
const adGroupsEach = 5
const labelCount = 60

/** A seed for paging and for load: 1,000 campaigns with 5 ad groups each in one account, and 60 labels. */
export function largeSeed(): SeedContent {
  const numbers = Array.from({ length: campaignCount }, (_, index) => index + 1)
  return {
    ad_accounts: [{ alias: 'large', created: '-P90D', name: 'Large account', country: 'US', currency: 'USD' }],
    campaigns: numbers.map((number) => ({
      alias: `campaign-${number}`,
      ad_account: 'large',
      created: '-P30D',
      name: `Campaign ${number}`,
      objective_type: 'AWARENESS',
      status: number % 3 === 0 ? 'PAUSED' : 'ACTIVE',
      daily_spend_cap: 10_000_000,
    })),
    ad_groups: numbers.flatMap((number) =>
      Array.from({ length: adGroupsEach }, (_, index) => ({
        campaign: `campaign-${number}`,
        created: '-P29D',
        name: `Ad group ${number}.${index + 1}`,
        billable_event: 'IMPRESSION',
        bid_in_micro_currency: 5_000_000,
        targeting_spec: { LOCATION: ['US'] },
      })),
    ),
    labels: Array.from({ length: labelCount }, (_, index) => ({
      ad_account: 'large',
      label_type: 'CUSTOM',
      value: `Label ${index + 1}`,
      campaigns: [`campaign-${index + 1}`],
    })),
  }
}
