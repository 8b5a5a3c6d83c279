import { earlyOutcome, type FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import type { FeedSources } from '#server/domain/catalogs/feeds/feed-sources.ts'
import { type Progress, progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { resumeSweep } from '../items/sweep.ts'
import { contentReader } from './content-reader.ts'
import { locationReader } from './location-reader.ts'
import { processFeed } from './process.ts'
import { openProcessings, type ProcessingResultRow } from './repository.ts'
import { beginProcessings } from './schedule.ts'
import { hasEnded, processingKind } from './state.ts'
import { openProcessing, storeOutcome } from './store-outcome.ts'

const running = new WeakMap<World, Promise<void>>()

/**
 * Brings a business's feeds up to the time: begins the processings that are due by their schedules, and reads the feeds of
 * those that have ended. Where no processing is due, nothing is read.
 *
 * @param counted The states that a response to a read has; those by the clock when absent.
 */
export async function processDueFeeds(
  world: World,
  ownerId: string,
  sources: FeedSources,
  counted?: Progress,
): Promise<void> {
  resumeSweep(world)
  // Another call may be at it: then there is nothing left to do afterwards.
  while (running.has(world)) await running.get(world)
  const progress = counted ?? progressOf(world, processingKind)
  beginProcessings(world, ownerId, progress.now)
  const ended = openProcessings(world.readable, ownerId).filter((row) => hasEnded(row, progress))
  if (ended.length === 0) return
  const work = processEnded(world, ended, sources)
  running.set(world, work)
  try {
    await work
  } finally {
    running.delete(world)
  }
}

async function processEnded(world: World, ended: readonly ProcessingResultRow[], sources: FeedSources): Promise<void> {
  const reader = contentReader(locationReader(sources))
  const latest = new Map<string, FeedOutcome>()
  for (const { id } of ended) {
    const row = openProcessing(world, id)
    if (row === undefined) continue
    const before = latest.get(row.feed_id)
    if (before !== undefined) {
      world.write(() => storeOutcome(world, row, repeated(before)))
      continue
    }
    const outcome = await processFeed(world, row, reader)
    if (world.isRetired) return
    if (outcome !== undefined) latest.set(row.feed_id, outcome)
  }
}

/** A feed that is read once for several processings has not changed between them, and fails for the same reason. */
const repeated = (before: FeedOutcome): FeedOutcome => (before.status === 'FAILED' ? before : earlyOutcome(before))
