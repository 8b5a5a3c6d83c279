import { largeShop } from './large-shop.ts'
import type { SeedContent } from './schema.ts'

const campaignCount = 1000
const adGroupsEach = 5
const adsEach = 2
const labelCount = 60

/**
 * Returns a seed for pagination and load tests: one account with 1,000 campaigns, 5,000 ad groups, 10,000 ads of one
 * Pin and 60 labels, and a shop with a feed of 20,000 products.
 */
export function largeSeed(): SeedContent {
  const numbers = upTo(campaignCount)
  const adGroups = numbers.flatMap((number) => upTo(adGroupsEach).map((index) => ({ number, index })))
  return {
    ...largeShop(),
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
    ad_groups: adGroups.map(({ number, index }) => ({
      alias: `ad-group-${number}.${index}`,
      campaign: `campaign-${number}`,
      created: '-P29D',
      name: `Ad group ${number}.${index}`,
      billable_event: 'IMPRESSION',
      bid_in_micro_currency: 5_000_000,
      targeting_spec: { LOCATION: ['US'] },
    })),
    boards: [{ alias: 'board', name: 'Board' }],
    pins: [{ alias: 'pin', board: 'board', title: 'Pin', media_source: image }],
    ads: adGroups.flatMap(({ number, index }) =>
      upTo(adsEach).map((ad) => ({
        ad_group: `ad-group-${number}.${index}`,
        pin: 'pin',
        created: '-P28D',
        name: `Ad ${number}.${index}.${ad}`,
        creative_type: 'REGULAR',
      })),
    ),
    labels: upTo(labelCount).map((number) => ({
      ad_account: 'large',
      label_type: 'CUSTOM',
      value: `Label ${number}`,
      campaigns: [`campaign-${number}`],
    })),
  }
}

const image = { source_type: 'image_url', url: 'https://example.com/pin.jpg' }

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)
