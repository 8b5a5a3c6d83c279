import type { FeedCheck, ValidProduct } from '#server/domain/catalogs/feeds/feed-check.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { type FeedReading, readThrough } from '#server/feed-files/read-through.ts'
import type { BackgroundWork } from '#server/worlds/background-work.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { catalogTable } from '../catalogs/repository.ts'
import { type FeedRow, feedTable, hasOtherFeeds, signFeed } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'
import { upsertItems } from '../items/repository.ts'
import type { FeedReader } from './feed-reader.ts'
import { signatureOf } from './signature.ts'

/** A feed that is read, and the items that are made of it. */
export interface Ingestion {
  readonly world: World
  readonly feed: FeedRow
  readonly entity: Feed
  readonly check: FeedCheck
  /** When the items are stored, in milliseconds since 1970. */
  readonly at: number
  /** The signature of the content that need not be read again; null where all is read. */
  readonly known: string | null
}

/** Products whose items are stored together, and while other calls come in: more of them keep a call waiting. */
const [together, togetherAmongCalls] = [200, 3]

/** Items that a feed has stored when it counts as large. */
const large = 5000

/**
 * Makes items of a feed part by part, so that other calls are answered in between. Of a feed that has not changed since its
 * last success no product is read, and no item stored.
 */
export async function ingest(ingestion: Ingestion, reader: FeedReader, work: BackgroundWork): Promise<FeedReading> {
  const { world, feed, entity, check, known } = ingestion
  let valid: ValidProduct[] = []
  let [checked, stored] = [0, 0]
  /** Returns whether the feed is still there. */
  const store = (): boolean => {
    const isThere = !world.isRetired && (valid.length === 0 || storeItems(ingestion, valid, work))
    stored += valid.length
    valid = []
    checked = 0
    return isThere
  }
  const reading = await readThrough(
    () => reader.open(feed, entity),
    check,
    async (records) => {
      // The reading of a part of the file is a piece of work by itself.
      if (work.isAmongCalls) await nextTurn()
      for (const record of records) {
        const product = check.add(record)
        if (product !== undefined) valid.push(product)
        const isTurn = ++checked >= (work.isAmongCalls ? togetherAmongCalls : together)
        if (isTurn && !store()) return false
        if (work.isAmongCalls ? isTurn : work.isSliceOver) await work.giveWay(stored >= large)
      }
      return !world.isRetired
    },
    async (file) => known !== null && signatureOf(await file.digest(), entity) === known,
  )
  store()
  return reading
}

/** Returns whether the feed is there: items of a deleted one would be left behind. */
function storeItems(
  { world, feed, entity, at }: Ingestion,
  items: readonly ValidProduct[],
  work: BackgroundWork,
): boolean {
  const { default_country = 'US', default_locale } = entity
  return work.write(() => {
    const catalog = catalogTable.find(world.db, feed.owner_id, feed.catalog_id)
    const current = feedTable.findAnywhere(world.db, feed.id)
    if (catalog === undefined || current === undefined) return false
    // From now on the items are no longer those of the last success, also where this processing fails or is broken off.
    if (current.signature !== null) signFeed(world.db, feed.id, null)
    const catalogMarket = { catalog: catalog.seq, ...marketOf(default_country, default_locale) }
    upsertItems(world.db, catalogMarket, items, { feedId: feed.id, at, hasOthers: hasOtherFeeds(world.db, feed) })
    return true
  })
}
