import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import type { AuctionRecord, BidOptions } from './schema.ts'

/** The facts about the catalog of a request. */
export interface AuctionCatalogFacts {
  readonly catalogType: CatalogType
}

/** The facts that the rules about one operation evaluate. */
export interface AuctionRecordFacts {
  readonly record: AuctionRecord
  /** Whether the catalog has the item. */
  readonly hasItem: boolean
}

const submit = 'advanced_auction_items_submit/post'
const request = { operations: [submit, 'advanced_auction_items_get/post'], refuses: 'request', code: 1 } as const
const item = { operations: [submit], refuses: 'item', status: 206 } as const

/** Rules about the catalog. */
export const auctionCatalogRules: readonly Rule<AuctionCatalogFacts>[] = [
  {
    ...request,
    id: 'advanced_auction.catalog',
    fields: ['catalog_id'],
    evidence: 'documented',
    source: 'S523 advanced_auction_items_submit/post is about retail catalogs; that others are refused is assumed',
    message: 'catalog_id must be the id of a RETAIL catalog.',
    sent: ({ catalogType }) => catalogType,
    violated: ({ catalogType }) => catalogType !== 'RETAIL',
  },
]

const optionsOf = ({ record }: AuctionRecordFacts): BidOptions =>
  record.operation === 'UPSERT' ? record.bid_options : {}

const appTypes = ['android_mobile', 'android_tablet', 'ipad', 'iphone', 'web', 'web_mobile']
const placements = ['search', 'browse', 'related_pins']

const multipliersOf = (facts: AuctionRecordFacts): readonly number[] => {
  const { app_type_multipliers, placement_multipliers } = optionsOf(facts)
  return Object.values({ ...app_type_multipliers, ...placement_multipliers })
}

const unknownNames = (facts: AuctionRecordFacts): readonly string[] => {
  const { app_type_multipliers, placement_multipliers } = optionsOf(facts)
  return [
    ...Object.keys(app_type_multipliers ?? {}).filter((name) => !appTypes.includes(name)),
    ...Object.keys(placement_multipliers ?? {}).filter((name) => !placements.includes(name.toLowerCase())),
  ]
}

/** Rules about one operation; a refused one has them as its errors. */
export const auctionRecordRules: readonly Rule<AuctionRecordFacts>[] = [
  {
    ...item,
    id: 'advanced_auction.item',
    fields: ['item_id', 'country', 'language'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'The catalog has no item of this item_id, country and language.',
    passes: 'An item that a feed or POST /v5/catalogs/items/batch has brought to the catalog.',
    sent: ({ record }) => record.item_id,
    violated: ({ hasItem }) => !hasItem,
  },
  {
    ...item,
    id: 'advanced_auction.bid',
    fields: ['bid_options'],
    evidence: 'documented',
    source: 'S523 AdvancedAuctionOperationError',
    code: 6,
    message: 'Bid in micro currency should be non-negative',
    literal: true,
    passes: 'A bid_in_micro_currency of 0 or more, or null.',
    sent: (facts) => optionsOf(facts).bid_in_micro_currency,
    violated: (facts) => (optionsOf(facts).bid_in_micro_currency ?? 0) < 0,
  },
  {
    ...item,
    id: 'advanced_auction.multiplier.range',
    fields: ['bid_options'],
    evidence: 'documented',
    source: 'S523 AppTypeMultipliers, PlacementMultipliers; the code and the text are assumed',
    code: 6,
    message: 'Multipliers must be from 0 to 10.',
    sent: multipliersOf,
    violated: (facts) => multipliersOf(facts).some((value) => value < 0 || value > 10),
  },
  {
    ...item,
    id: 'advanced_auction.multiplier.name',
    fields: ['bid_options'],
    evidence: 'documented',
    source: 'S523 AppTypeMultipliers, PlacementMultipliers; that other names are refused is assumed',
    code: 6,
    message: `Multipliers are for app types (${appTypes.join(', ')}) and placements (${placements.join(', ')}).`,
    sent: unknownNames,
    violated: (facts) => unknownNames(facts).length > 0,
  },
]

/** Every rule about bid options. */
export const advancedAuctionRules: readonly RuleEntry[] = [...auctionCatalogRules, ...auctionRecordRules]
