import { pagesOf } from '#db/pages.ts'
import type { Bucket } from '#server/domain/delivery/buckets.ts'
import type { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { type Attribution, Tally, type TallySink } from '#server/domain/delivery/tally.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { type Entity, entitiesOf } from './entities.ts'
import { attributedEvents } from './events.ts'
import type { ReportLevel } from './levels.ts'
import type { DeliveryLoader, LoadedCampaign } from './load.ts'
import { loaderOf } from './loaders.ts'
import { campaignsAfter } from './repository.ts'
import { type EntitySums, SumTable } from './sum-table.ts'

export type { ReportLevel } from './levels.ts'

/** The selection that figures are computed for. */
export interface FigureRequest {
  readonly accountId: string
  readonly level: ReportLevel
  /** The campaigns that are looked at; all of the account when absent. */
  readonly campaignIds?: readonly string[] | undefined
  /** The ids of entities of the level; all of the campaigns' when absent. */
  readonly ids?: ReadonlySet<string> | undefined
  readonly columns: ColumnSet
  /** Ascending, one after another without gaps. */
  readonly buckets: readonly Bucket[]
  readonly attribution: Attribution
  /** Whether campaigns are kept in memory for the next request, as of a dashboard; not when absent. */
  readonly keeps?: boolean | undefined
  /** Unix seconds: what came later is not counted. The world's time when absent. */
  readonly now?: number | undefined
  /** Whether counting pauses while other calls come in; false when absent. */
  readonly givesWay?: boolean | undefined
  /** Returns which ads of a campaign count, by their position; all do when absent. */
  readonly counts?: ((campaign: LoadedCampaign) => (ad: number) => boolean) | undefined
}

/** The figures of one entity. */
export interface EntityFigures extends Entity {
  /** The sums in the layout of the columns, by the position of a bucket. */
  readonly sums: EntitySums
  /** Copies of all of these sums, for readers that keep them; undefined where nothing was delivered. */
  readonly rows: readonly (Float64Array | undefined)[]
}

const campaignsAtOnce = 500

/** Bytes of the rows that are counted at once. */
const bytesAtOnce = 2 ** 23
/** Bytes of a row beside its sums. */
const rowBytes = 120

/** Returns for how many entities there is memory at once, by the number of rows of each; a fraction where one has too many. */
export const entitiesAtOnce = ({ layout }: ColumnSet, rows: number): number =>
  bytesAtOnce / (rows * (rowBytes + layout.size * 8))

/** Milliseconds of counting after which other calls are answered: a call waits for two slices, and few take 3 ms. */
export const sliceMilliseconds = 0.5

const every = () => true

/**
 * Yields the figures of every entity of a level that delivered, campaign by campaign, each in the order of its id. Other
 * calls are answered meanwhile, and however many entities a campaign has, few of their rows are in memory at once.
 */
export async function* figuresOf(world: World, request: FigureRequest): AsyncGenerator<EntityFigures> {
  const { accountId, level, columns, buckets, attribution, now = world.clock.seconds() } = request
  const tally = new Tally({ layout: columns.layout, buckets, now, attribution })
  const loader = loaderOf(world, accountId)
  const slices = new TimeSlices(sliceMilliseconds, { givesWay: request.givesWay })
  const whole = new SumTable(buckets.length, columns.layout.size)
  whole.clear(1)
  const table = new SumTable(buckets.length, columns.layout.size)
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (first === undefined || last === undefined) return
  const span = { from: first.from, to: last.to }
  const events = columns.layout.types.length > 0 ? attributedEvents(world, accountId, span, loader) : undefined
  const atOnce = Math.ceil(entitiesAtOnce(columns, buckets.length))
  for (const id of campaignIdsOf(world, request)) {
    const campaign = loadedFor(loader, request, id)
    if (campaign === undefined) continue
    const { entities, ofAd } = entitiesOf(campaign, request)
    const counts = request.counts?.(campaign) ?? every
    for (let from = 0; from < entities.length; from += atOnce) {
      const until = Math.min(from + atOnce, entities.length)
      const isCounted = (ad: number): boolean => {
        const key = ofAd[ad] as number
        return key >= from && key < until && counts(ad)
      }
      if (level !== 'account') table.clear(until - from)
      const sink: TallySink = (ad, bucket, sums) => {
        if (level === 'account') whole.add(0, bucket, sums)
        else table.add((ofAd[ad] as number) - from, bucket, sums)
      }
      for (const _step of tally.steps(campaign.delivery, sink, events?.get(id), isCounted, campaign.fixed)) {
        if (slices.areOver) await slices.next()
      }
      for (let key = from; level !== 'account' && key < until; key++) {
        if (!table.has(key - from)) continue
        yield entityFigures(entities[key] as Entity, table, key - from)
        if (slices.areOver) await slices.next()
      }
    }
  }
  if (level === 'account' && whole.has(0)) yield entityFigures({ id: accountId }, whole, 0)
}

const entityFigures = (entity: Entity, table: SumTable, position: number): EntityFigures => ({
  ...entity,
  sums: table.of(position),
  get rows() {
    return table.copyOf(position)
  },
})

/** Returns a campaign, which the loader keeps if the request may soon be followed by others of the same campaigns. */
export function loadedFor(
  loader: DeliveryLoader,
  { keeps = false, campaignIds }: FigureRequest,
  id: string,
): LoadedCampaign | undefined {
  if (!keeps) return loader.loadOnce(id)
  return campaignIds === undefined ? loader.loadInPassing(id) : loader.load(id)
}

/** Yields the ids of the campaigns that a request looks at. */
export function* campaignIdsOf(world: World, { accountId, campaignIds }: FigureRequest): Generator<string> {
  if (campaignIds !== undefined) return yield* campaignIds
  const pages = pagesOf(
    () => world.readable,
    (db, { after, limit }) => campaignsAfter(db, accountId, after, limit),
    campaignsAtOnce,
  )
  for (const page of pages) for (const { id } of page) yield id
}
