import { BackgroundCheckpoints } from '#db/background-checkpoints.ts'
import type { FeedCheck, ValidProduct } from '#server/domain/catalogs/feeds/feed-check.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { type FeedReading, readThrough } from '#server/feed-files/read-through.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { catalogTable } from '../catalogs/repository.ts'
import type { FeedRow } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'
import { upsertItems } from '../items/repository.ts'
import type { FeedReader } from './feed-reader.ts'

/** A feed that is read, and the items that are made of it. */
export interface Ingestion {
  readonly world: World
  readonly feed: FeedRow
  readonly entity: Feed
  readonly check: FeedCheck
  /** When the items are stored, in milliseconds since 1970. */
  readonly at: number
}

/**
 * Products whose items are stored together, and while other calls come in: a transaction of more keeps a call waiting,
 * fewer cost more.
 */
const [together, togetherAmongCalls] = [500, 100]

/** Items that a feed has stored when it counts as large. */
const large = 5000

/** Milliseconds of work after which other calls are answered. */
const slice = 2

/** Makes items of a feed part by part, so that other calls are answered in between. */
export async function ingest(ingestion: Ingestion, reader: FeedReader): Promise<FeedReading> {
  const { world, feed, entity, check } = ingestion
  const slices = new TimeSlices(slice, { givesWay: true })
  const checkpoints = new BackgroundCheckpoints(() => (world.isRetired ? undefined : world.db))
  let valid: ValidProduct[] = []
  let [checked, stored] = [0, 0]
  const store = (): void => {
    if (valid.length > 0) storeItems(ingestion, valid)
    stored += valid.length
    valid = []
    checked = 0
  }
  try {
    const reading = await readThrough(
      () => reader.open(feed, entity),
      check,
      async (records) => {
        for (const record of records) {
          const product = check.add(record)
          if (product !== undefined) valid.push(product)
          const isTurn = ++checked >= (slices.areShort ? togetherAmongCalls : together)
          if (isTurn) store()
          if (!slices.areOver || (slices.areShort && !isTurn)) continue
          if (stored >= large && checkpoints.areDue) await checkpoints.run()
          await slices.next()
          if (world.isRetired) return false
        }
        return !world.isRetired
      },
    )
    if (!world.isRetired) store()
    return reading
  } finally {
    await checkpoints.end()
  }
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
