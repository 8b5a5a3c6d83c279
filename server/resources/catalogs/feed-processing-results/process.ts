import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { FeedCheck, type ValidProduct } from '#server/domain/catalogs/feeds/feed-check.ts'
import {
  earlyOutcome,
  type FeedOutcome,
  flaggedOutcome,
  outcomeOf,
} from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { type FeedReading, readThrough } from '#server/feed-files/read-through.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { type FeedRow, feedTable, signFeed } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'
import { expireItems, upsertItems } from '../items/repository.ts'
import type { FeedReader } from './feed-reader.ts'
import { storeItemIssues } from './item-issues.ts'
import { lastSuccess, latestIngestion, type ProcessingResultRow, processingResultTable } from './repository.ts'

/** A feed that is read, and the items that are made of it. */
interface Ingestion {
  readonly world: World
  readonly feed: FeedRow
  readonly entity: Feed
  readonly check: FeedCheck
  /** When the items are stored, in milliseconds since 1970. */
  readonly at: number
}

/**
 * Reads the feed of a processing that has ended by the clock, makes items of its products, and stores the result.
 *
 * @returns What the processing came to; undefined where the feed or the world is gone by then.
 */
export async function processFeed(
  world: World,
  row: ProcessingResultRow,
  reader: FeedReader,
): Promise<FeedOutcome | undefined> {
  const feed = feedTable.findAnywhere(world.readable, row.feed_id)
  if (feed === undefined || world.isRetired) return undefined
  const isFlagged = merchantOf(world, feed.owner_id).merchant_status === 'DISAPPROVED'
  if (isFlagged) return world.write(() => storeOutcome(world, row, flaggedOutcome))
  const entity: Feed = JSON.parse(feed.json)
  const check = new FeedCheck({
    catalogType: entity.catalog_type,
    currency: entity.default_currency ?? undefined,
    availability: entity.default_availability ?? undefined,
    country: entity.default_country,
  })
  const before = lastSuccess(world.readable, feed.id)
  // What an earlier processing stored is older, also on a clock that stands.
  const at = Math.max(world.clock.milliseconds(), latestIngestion(world.readable, feed.id) + 1)
  const { signature = null, reason } = await ingest({ world, feed, entity, check, at }, reader)
  if (world.isRetired) return undefined
  const isSame = before !== undefined && signature !== null && signature === feed.signature
  const outcome = isSame ? earlyOutcome(before) : outcomeOf(check, before?.ingested ?? 0, reason)
  return world.write(() => {
    if (feedTable.findAnywhere(world.db, feed.id) === undefined) return undefined
    storeItemIssues(world.db, row.id, isSame ? [] : check.samples.items)
    storeOutcome(world, row, outcome, at)
    if (outcome.status !== 'FAILED') {
      signFeed(world.db, feed.id, signature)
      expireItems(world.db, feed.id, at)
    }
    return outcome
  }, true)
}

/** Items that are stored together: a transaction of more would keep other calls waiting, one of fewer costs as much. */
const storedTogether = 500

/** Makes items of a feed part by part, so that other calls are answered in between. */
async function ingest(ingestion: Ingestion, reader: FeedReader): Promise<FeedReading> {
  const { world, feed, entity, check } = ingestion
  let valid: ValidProduct[] = []
  const store = (): void => {
    if (valid.length > 0) storeItems(ingestion, valid)
    valid = []
  }
  const reading = await readThrough(
    () => reader.open(feed, entity),
    check,
    async (records) => {
      if (world.isRetired) return false
      for (const record of records) {
        const product = check.add(record)
        if (product !== undefined) valid.push(product)
      }
      if (valid.length >= storedTogether) store()
      await yieldToOthers()
      return true
    },
  )
  if (!world.isRetired) store()
  return reading
}

function storeItems({ world, feed, entity, at }: Ingestion, items: readonly ValidProduct[]): void {
  const { default_country = 'US', default_locale } = entity
  world.write(() => {
    const catalog = catalogTable.find(world.db, feed.owner_id, feed.catalog_id)
    if (catalog === undefined) return
    const catalogMarket = { catalog: catalog.seq, ...marketOf(default_country, default_locale) }
    upsertItems(world.db, catalogMarket, items, { feedId: feed.id, at })
  }, true)
}

/** Stores and returns what a processing came to, with the time in milliseconds at which its items were stored. */
function storeOutcome(world: World, row: ProcessingResultRow, outcome: FeedOutcome, at = 0): FeedOutcome {
  processingResultTable.update(world.db, { ...row, outcome: JSON.stringify(outcome), ingested_at: at })
  return outcome
}
