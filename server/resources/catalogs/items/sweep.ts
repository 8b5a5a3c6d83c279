import { type BackgroundWork, inBackground } from '#server/worlds/background-work.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { deletedFeeds, forgetDeletedFeed, hideItemsOfFeed } from './deleted-feeds.ts'
import { removeSomeOfFeed, stepSizes } from './repository.ts'

/** A feed with fewer items loses them at once. */
const few = 500

const swept = new WeakSet<World>()

/** Deletes all items of a feed, whose row is deleted with them. Where they are many they are hidden, and swept later. */
export function removeItemsOfFeed(world: World, feedId: string): void {
  if (removeSomeOfFeed(world.db, feedId, few)) return
  hideItemsOfFeed(world.db, feedId)
  startSweep(world)
}

/** Goes on with what an earlier process has left hidden, unless this one is at it. */
export function resumeSweep(world: World): void {
  if (deletedFeeds(world.readable).length > 0) startSweep(world)
}

/** A sweep that fails, as on a full disk, leaves hidden what it has not deleted: a later call starts another. */
const startSweep = (world: World): void => void sweepDeletedFeeds(world).catch(() => undefined)

/**
 * Deletes what is left of the items of deleted feeds, part by part beside other calls. What a process leaves when it ends
 * is still hidden, and is swept by the next.
 */
export async function sweepDeletedFeeds(world: World): Promise<void> {
  if (swept.has(world)) return
  swept.add(world)
  try {
    // The deletion of the feed is not committed yet.
    await nextTurn()
    await inBackground(world, (work) => sweepSome(world, work))
  } finally {
    swept.delete(world)
  }
}

/** Deletes some of the hidden items. Returns whether all are gone. */
function sweepSome(world: World, work: BackgroundWork): boolean {
  const [feedId] = deletedFeeds(world.readable)
  if (feedId === undefined) return true
  const limit = stepSizes[work.isAmongCalls ? 'short' : 'long'].deleted
  return work.write(() => {
    if (removeSomeOfFeed(world.db, feedId, limit)) forgetDeletedFeed(world.db, feedId)
    return deletedFeeds(world.db).length === 0
  })
}
