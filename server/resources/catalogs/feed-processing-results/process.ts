import { FeedCheck } from '#server/domain/catalogs/feeds/feed-check.ts'
import {
  earlyOutcome,
  type FeedOutcome,
  flaggedOutcome,
  outcomeOf,
} from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import { BackgroundWork } from '#server/worlds/background-work.ts'
import type { World } from '#server/worlds/world.ts'
import { feedTable, signFeed } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'
import { type Expiry, expireItems, stepSizes } from '../items/repository.ts'
import type { FeedReader } from './feed-reader.ts'
import { ingest } from './ingest.ts'
import { storeItemIssues } from './item-issues.ts'
import { lastSuccess, latestIngestion, type ProcessingResultRow, processingResultTable } from './repository.ts'

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
  const work = new BackgroundWork(world)
  try {
    const { signature = null, reason } = await ingest({ world, feed, entity, check, at }, reader, work)
    if (world.isRetired) return undefined
    const isSame = before !== undefined && signature !== null && signature === feed.signature
    const outcome = isSame ? earlyOutcome(before) : outcomeOf(check, before?.ingested ?? 0, reason)
    if (outcome.status !== 'FAILED') await expire(world, { feedId: feed.id, before: at }, work)
    if (world.isRetired) return undefined
    return world.write(() => {
      if (feedTable.findAnywhere(world.db, feed.id) === undefined) return undefined
      storeItemIssues(world.db, row.id, isSame ? [] : check.samples.items)
      storeOutcome(world, row, outcome, at)
      if (outcome.status !== 'FAILED') signFeed(world.db, feed.id, signature)
      return outcome
    }, true)
  } finally {
    await work.end()
  }
}

/** Deletes the items that the feed no longer brings. The processing is not over until they are gone. */
async function expire(world: World, expiry: Expiry, work: BackgroundWork): Promise<void> {
  let after = 0
  await work.repeat(() => {
    const size = stepSizes[work.isAmongCalls ? 'short' : 'long']
    const next = work.write(() => expireItems(world.db, expiry, after, size))
    after = next ?? after
    return next === undefined
  })
}

/** Stores and returns what a processing came to, with the time in milliseconds at which its items were stored. */
function storeOutcome(world: World, row: ProcessingResultRow, outcome: FeedOutcome, at = 0): FeedOutcome {
  processingResultTable.update(world.db, { ...row, outcome: JSON.stringify(outcome), ingested_at: at })
  return outcome
}
