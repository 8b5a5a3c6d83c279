import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import type { CatalogRow } from '../catalogs/repository.ts'
import { findItem } from '../items/repository.ts'
import { type BidKey, findBid, removeBid, storeBid } from './repository.ts'
import { auctionRecordRules } from './rules.ts'
import type { AuctionItemKey, AuctionRecord, BidOptions } from './schema.ts'

/** Bid options as they are stored and returned: null where an option is not set. */
export interface StoredBidOptions {
  readonly bid_in_micro_currency: number | null
  readonly app_type_multipliers: Readonly<Record<string, number>> | null
  readonly placement_multipliers: Readonly<Record<string, number>> | null
}

const unset: StoredBidOptions = {
  bid_in_micro_currency: null,
  app_type_multipliers: null,
  placement_multipliers: null,
}

const optionNames = {
  BID: 'bid_in_micro_currency',
  APP_TYPE_BID_MULTIPLIER_SET: 'app_type_multipliers',
  PLACEMENT_BID_MULTIPLIER_SET: 'placement_multipliers',
} as const

/** What an option is set by. */
export type BidMask = readonly (keyof typeof optionNames)[]

/** Returns what the bid options of an item are found by. */
export const keyIn = ({ seq }: CatalogRow, { item_id, country, language }: AuctionItemKey): BidKey => ({
  catalog: seq,
  key: item_id,
  country,
  language,
})

/** Returns bid options after a change: those that the mask names have the sent value, or none. */
export const changedOptions = (before: StoredBidOptions, sent: BidOptions, mask: BidMask): StoredBidOptions => ({
  ...before,
  ...Object.fromEntries(mask.map((name) => [optionNames[name], sent[optionNames[name]] ?? null])),
})

/** Returns the bid options of an item; undefined where it has none. */
export function bidOptionsOf({ db }: World, key: BidKey): StoredBidOptions | undefined {
  const json = findBid(db, key)
  return json === undefined ? undefined : JSON.parse(json)
}

/** Carries out one operation, unless a rule refuses it; returns what it violates. */
export function submitRecord(world: World, catalog: CatalogRow, record: AuctionRecord): readonly Violation[] {
  const key = keyIn(catalog, record)
  const hasItem = findItem(world.db, key, key.key) !== undefined
  const violations = world.rules.evaluate(auctionRecordRules, { record, hasItem })
  if (violations.length > 0) return violations
  if (record.operation === 'DELETE') removeBid(world.db, key)
  else setBidOptions(world, key, record.bid_options, record.update_mask ?? [])
  return []
}

/** Sets the options that the mask names, and returns the number of the item's options among all. */
export function setBidOptions(world: World, key: BidKey, sent: BidOptions, mask: BidMask): number {
  const options = changedOptions(bidOptionsOf(world, key) ?? unset, sent, mask)
  return storeBid(world.db, key, JSON.stringify(options))
}
