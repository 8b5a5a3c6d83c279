import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { FeedCheck, type FeedRecord, type FitProduct } from '#server/domain/catalogs/feeds/feed-check.ts'
import { earlyOutcome, type FeedOutcome, outcomeOf } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { UnreadableFeed } from '#server/feed-files/unreadable-feed.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { type FeedRow, findFeed, signFeed } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'
import { expireItems, upsertItems } from '../items/repository.ts'
import type { Shelf } from '../items/rows.ts'
import type { FeedReader } from './feed-reader.ts'
import { storeItemIssues } from './item-issues.ts'
import { lastSuccess, latestIngestion, type ProcessingResultRow, processingResultTable } from './repository.ts'

const flagged: FeedOutcome = {
  status: 'FAILED',
  original: 0,
  ingested: 0,
  validation: { errors: {}, warnings: {} },
  ingestion: { errors: { ACCOUNT_FLAGGED: 1 }, info: {}, warnings: {} },
}

/** Reads the feed of a processing that has ended by the clock, makes items of its products, and stores the result. */
export async function processFeed(world: World, row: ProcessingResultRow, reader: FeedReader): Promise<void> {
  const feed = findFeed(world.readable, row.feed_id)
  if (feed === undefined || world.isRetired) return
  const isFlagged = merchantOf(world, feed.owner_id).merchant_status === 'DISAPPROVED'
  if (isFlagged) return world.write(() => storeOutcome(world, row, flagged))
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
  const read = await ingest(world, feed, entity, check, reader, at)
  if (world.isRetired) return
  const isSame = before !== undefined && read.signature !== undefined && read.signature === feed.signature
  const outcome = isSame ? earlyOutcome(before) : outcomeOf(check, before?.ingested ?? 0, read.reason)
  world.write(() => {
    if (findFeed(world.db, feed.id) === undefined) return
    storeItemIssues(world.db, row.id, isSame ? [] : check.samples.items)
    storeOutcome(world, row, outcome, at)
    if (outcome.status === 'FAILED') return
    signFeed(world.db, feed.id, read.signature ?? null)
    expireItems(world.db, feed.id, at)
  }, true)
}

interface Read {
  readonly signature?: string | undefined
  readonly reason?: string | undefined
}

/** Makes items of a feed part by part, so that other calls are answered in between. */
async function ingest(
  world: World,
  feed: FeedRow,
  entity: Feed,
  check: FeedCheck,
  reader: FeedReader,
  at: number,
): Promise<Read> {
  try {
    const content = reader.open(feed, entity)
    for await (const records of content.records) {
      if (world.isRetired) return {}
      storeRecords(world, feed, entity, check, records, at)
      await yieldToOthers()
    }
    for (const warning of content.warnings()) check.warn(warning)
    if (check.original > 0) return { signature: content.signature() }
    check.fail('FEED_TOO_SMALL')
    return { reason: 'The feed has no products.' }
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error
    check.fail(error.issue)
    return { reason: error.message }
  }
}

function storeRecords(
  world: World,
  feed: FeedRow,
  { default_country = 'US', default_locale }: Feed,
  check: FeedCheck,
  records: readonly FeedRecord[],
  at: number,
): void {
  const fit: FitProduct[] = []
  for (const record of records) {
    const product = check.add(record)
    if (product !== undefined) fit.push(product)
  }
  if (fit.length === 0) return
  world.write(() => {
    const catalog = catalogTable.find(world.db, feed.owner_id, feed.catalog_id)
    if (catalog === undefined) return
    const shelf: Shelf = { catalog: catalog.seq, ...marketOf(default_country, default_locale) }
    upsertItems(world.db, shelf, fit, { feedId: feed.id, at })
  }, true)
}

/** Stores what a processing came to, with the time in milliseconds at which its items were stored. */
const storeOutcome = (world: World, row: ProcessingResultRow, outcome: FeedOutcome, at = 0): void =>
  void processingResultTable.update(world.db, { ...row, outcome: JSON.stringify(outcome), ingested_at: at })
