import { daySeconds } from '#server/domain/catalogs/feeds/schedule.ts'
import type { World } from '#server/worlds/world.ts'
import { nextProcessingOf } from '../feeds/entity.ts'
import { aheadFeeds, dueFeeds, type FeedRow, setNextStart } from '../feeds/repository.ts'
import { aheadProcessings, insertProcessing, processingResultTable } from './repository.ts'

/** How many of the processings that a leap of the clock has passed there are: the latest. */
const mostPassed = 7

/** Begins the processings that are due by the schedules of a business's feeds, at a time in Unix seconds. */
export function beginProcessings(world: World, ownerId: string, now: number): void {
  returnToPresent(world, ownerId, now)
  beginDue(world, ownerId, now)
}

/** Begins the processings that are due, on a clock that was not set back. */
export function beginDue(world: World, ownerId: string, now: number): void {
  const due = dueFeeds(world.readable, ownerId, now)
  if (due.length === 0) return
  world.write(() => {
    for (const feed of due) {
      const { passed, next } = startsUntil(feed, now)
      for (const started of passed) insertProcessing(world.db, feed.id, { created: started, started })
      setNextStart(world.db, feed.id, next)
    }
  })
}

/** Returns the latest starts of a feed that have passed, and the next one. */
function startsUntil(feed: FeedRow, now: number): { readonly passed: readonly number[]; readonly next: number } {
  const entity = JSON.parse(feed.json)
  // A leap may be of thousands of years: starts that nobody sees are not looked for.
  const early = nextProcessingOf(entity, now - (mostPassed + 2) * daySeconds)
  const passed: number[] = []
  let next = Math.max(feed.next_start, early)
  for (; next <= now; next = nextProcessingOf(entity, next)) passed.push(next)
  return { passed: passed.slice(-mostPassed), next }
}

/**
 * Brings back to the present what a clock that was set back has left in the future: a processing that is not over begins
 * now, and the next one by the schedule is the next one from now on.
 */
function returnToPresent(world: World, ownerId: string, now: number): void {
  const processings = aheadProcessings(world.readable, ownerId, now)
  const feeds = aheadFeeds(world.readable, ownerId, now + daySeconds)
    .map((feed) => ({ feed, next: nextProcessingOf(JSON.parse(feed.json), now) }))
    .filter(({ feed, next }) => next < feed.next_start)
  if (processings.length === 0 && feeds.length === 0) return
  world.write(() => {
    for (const row of processings) processingResultTable.update(world.db, { ...row, started: now })
    for (const { feed, next } of feeds) setNextStart(world.db, feed.id, next)
  })
}
