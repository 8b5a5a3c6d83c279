import { earlyOutcome, type FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import type { FeedSources } from '#server/domain/catalogs/feeds/feed-sources.ts'
import { type Progress, progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { nextProcessingOf } from '../feeds/entity.ts'
import { dueFeeds, setNextStart } from '../feeds/repository.ts'
import { resumeSweep } from '../items/sweep.ts'
import { contentReader } from './content-reader.ts'
import { locationReader } from './location-reader.ts'
import { processFeed } from './process.ts'
import { insertProcessing, openProcessings, type ProcessingResultRow, processingResultTable } from './repository.ts'
import { hasEnded, processingKind } from './state.ts'

/** How many of the processings that a leap of the clock has passed there are: the latest. */
const mostPassed = 7

const running = new WeakMap<World, Promise<void>>()

/**
 * Brings a business's feeds up to the time: begins the processings that are due by their schedules, and reads the feeds of
 * those that have ended. Where no processing is due, nothing is read.
 */
export async function processDueFeeds(
  world: World,
  ownerId: string,
  sources: FeedSources,
  progress: Progress = progressOf(world, processingKind),
): Promise<void> {
  resumeSweep(world)
  // Another call may be at it: then there is nothing left to do afterwards.
  while (running.has(world)) await running.get(world)
  beginDue(world, ownerId, progress.now)
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
  for (const row of ended) {
    const before = latest.get(row.feed_id)
    if (before !== undefined) {
      world.write(() => processingResultTable.update(world.db, { ...row, outcome: repeated(before) }))
      continue
    }
    const outcome = await processFeed(world, row, reader)
    if (world.isRetired) return
    if (outcome !== undefined) latest.set(row.feed_id, outcome)
  }
}

/** Begins the processings that are due by the schedules of feeds. */
function beginDue(world: World, ownerId: string, now: number): void {
  const due = dueFeeds(world.readable, ownerId, now)
  if (due.length === 0) return
  world.write(() => {
    for (const feed of due) {
      const starts: number[] = []
      let next = feed.next_start
      for (; next <= now; next = nextProcessingOf(JSON.parse(feed.json), next)) starts.push(next)
      for (const started of starts.slice(-mostPassed))
        insertProcessing(world.db, feed.id, { created: started, started })
      setNextStart(world.db, feed.id, next)
    }
  })
}

/** A feed that is read once for several processings has not changed between them, and fails for the same reason. */
const repeated = (before: FeedOutcome): string =>
  JSON.stringify(before.status === 'FAILED' ? before : earlyOutcome(before))
