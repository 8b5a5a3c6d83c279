import { auctionCatalog, bidsOf, submit, upsert } from '../fixtures/advanced-auction.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const setting =
  (bid_options: Json, more: object = {}) =>
  async (mock: Mock): Promise<Answer> =>
    submit(mock, await auctionCatalog(mock), [upsert(bid_options, more)])

/** Cases of the rules about bid options of items. */
export const advancedAuctionCases: readonly RuleCase[] = [
  {
    rule: 'advanced_auction.catalog',
    refused: async (mock) => bidsOf(mock, await auctionCatalog(mock, 'HOTEL')),
    passes: async (mock) => bidsOf(mock, await auctionCatalog(mock)),
  },
  { rule: 'advanced_auction.item', refused: setting({}, { item_id: 'Z' }), passes: setting({}, { item_id: 'C' }) },
  {
    rule: 'advanced_auction.bid',
    refused: setting({ bid_in_micro_currency: -1 }),
    passes: setting({ bid_in_micro_currency: 0 }),
  },
  {
    rule: 'advanced_auction.multiplier.range',
    refused: setting({ app_type_multipliers: { web: 10.1 } }),
    passes: setting({ app_type_multipliers: { web: 10, ipad: 0 } }),
  },
  {
    rule: 'advanced_auction.multiplier.name',
    refused: setting({ placement_multipliers: { home: 1 } }),
    passes: setting({ placement_multipliers: { BROWSE: 1, related_pins: 1 } }),
  },
]
