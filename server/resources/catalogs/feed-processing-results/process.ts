import { FeedCheck } from '#server/domain/catalogs/feeds/feed-check.ts'
import {
  earlyOutcome,
  emptyOutcome,
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
import { lastSuccess, latestIngestion, type ProcessingResultRow } from './repository.ts'
import { signatureOf } from './signature.ts'
import { openProcessing, storeOutcome } from './store-outcome.ts'

/**
 * Reads the feed of a processing that has ended by the clock, makes items of its products, and stores the result.
 *
 * @returns What the processing came to; undefined where the processing or the world is gone by then.
 */
export async function processFeed(
  world: World,
  row: ProcessingResultRow,
  reader: FeedReader,
): Promise<FeedOutcome | undefined> {
  const feed = feedTable.findAnywhere(world.readable, row.feed_id)
  if (feed === undefined || world.isRetired) return undefined
  if (merchantOf(world, feed.owner_id).merchant_status === 'DISAPPROVED') {
    world.write(() => storeOutcome(world, row, flaggedOutcome))
    return flaggedOutcome
  }
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
    const {
      isKnown = false,
      signature,
      reason,
    } = await ingest(
      { world, feed, entity, check, at, known: before === undefined ? null : feed.signature },
      reader,
      work,
    )
    if (world.isRetired) return undefined
    const outcome = isKnown ? earlyOutcome(before ?? emptyOutcome) : outcomeOf(check, before?.ingested ?? 0, reason)
    const isNew = outcome.status === 'COMPLETED'
    if (isNew) await expire(world, { feedId: feed.id, before: at }, work)
    if (world.isRetired) return undefined
    return world.write(() => {
      const open = openProcessing(world, row.id)
      if (open === undefined) return undefined
      storeItemIssues(world.db, row.id, check.samples.items)
      storeOutcome(world, open, outcome, at)
      if (isNew && signature !== undefined) signFeed(world.db, feed.id, signatureOf(signature, entity))
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
