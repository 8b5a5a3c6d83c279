import type { Bucket } from '#server/domain/delivery/buckets.ts'
import type { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { type Attribution, Tally, type TallySink } from '#server/domain/delivery/tally.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { type Entity, entitiesOf } from './entities.ts'
import { attributedEvents } from './events.ts'
import type { ReportLevel } from './levels.ts'
import type { LoadedCampaign } from './load.ts'
import { loaderOf } from './loaders.ts'
import { campaignsAfter } from './repository.ts'
import { SumRows } from './sum-rows.ts'

export type { ReportLevel } from './levels.ts'

/** What figures are wanted of. */
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
  /** Unix seconds: what came later is not counted. The world's time when absent. */
  readonly now?: number | undefined
  /** Returns which ads of a campaign count, by their position; all do when absent. */
  readonly counts?: ((campaign: LoadedCampaign) => (ad: number) => boolean) | undefined
}

/** The figures of one entity. */
export class EntityFigures implements Entity {
  readonly id: string
  readonly campaignId?: string
  readonly adGroupId?: string
  readonly sums: SumRows

  constructor({ id, campaignId, adGroupId }: Entity, sums: SumRows) {
    this.id = id
    if (campaignId !== undefined) this.campaignId = campaignId
    if (adGroupId !== undefined) this.adGroupId = adGroupId
    this.sums = sums
  }

  /** By the position of a bucket: the sums in the layout of the columns; undefined where nothing was delivered. */
  get rows(): readonly (Float64Array | undefined)[] {
    return this.sums.rows
  }
}

const campaignsAtOnce = 500

/** Bytes of the rows that are counted at once. */
export const bytesAtOnce = 2 ** 23
/** Bytes of a row beside its sums. */
export const rowBytes = 120

/** Milliseconds of counting after which other calls are answered. */
export const sliceMilliseconds = 4

const every = () => true

/**
 * Yields the figures of every entity of a level that delivered, campaign by campaign, each in the order of its id. Other
 * calls are answered meanwhile, and however many entities a campaign has, few of their rows are in memory at once.
 */
export async function* figuresOf(world: World, request: FigureRequest): AsyncGenerator<EntityFigures> {
  const { accountId, level, columns, buckets, attribution, now = world.clock.seconds() } = request
  const tally = new Tally({ layout: columns.layout, buckets, now, attribution })
  const loader = loaderOf(world, accountId)
  const slices = new TimeSlices(sliceMilliseconds)
  const whole = new SumRows()
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (first === undefined || last === undefined) return
  const span = { from: first.from, to: last.to }
  const events = columns.layout.types.length > 0 ? attributedEvents(world, accountId, span, loader) : undefined
  const atOnce = Math.ceil(bytesAtOnce / (buckets.length * (rowBytes + columns.layout.size * 8)))
  for (const id of campaignIdsOf(world, request)) {
    const campaign = loader.load(id)
    if (campaign === undefined) continue
    const { entities, ofAd } = entitiesOf(campaign, request)
    const counts = request.counts?.(campaign) ?? every
    for (let from = 0; from < entities.length; from += atOnce) {
      const rows = new Map<number, SumRows>()
      const isCounted = (ad: number): boolean => {
        const key = ofAd[ad] as number
        return key >= from && key < from + atOnce && counts(ad)
      }
      const sink: TallySink = (ad, bucket, sums) => {
        if (level === 'account') return whole.add(bucket, sums)
        const key = ofAd[ad] as number
        let own = rows.get(key)
        if (own === undefined) {
          own = new SumRows()
          rows.set(key, own)
        }
        own.add(bucket, sums)
      }
      for (const _step of tally.steps(campaign.delivery, sink, events?.get(id), isCounted, campaign.fixed)) {
        if (slices.areOver) await slices.next()
      }
      for (const [key, own] of [...rows].sort(([one], [other]) => one - other)) {
        yield new EntityFigures(entities[key] as Entity, own)
      }
    }
  }
  if (level === 'account' && !whole.isEmpty) yield new EntityFigures({ id: accountId }, whole)
}

/** Yields the ids of the campaigns that a request looks at. */
export function* campaignIdsOf(world: World, { accountId, campaignIds }: FigureRequest): Generator<string> {
  if (campaignIds !== undefined) return yield* campaignIds
  for (let after = 0; ; ) {
    const page = campaignsAfter(world.readable, accountId, after, campaignsAtOnce)
    for (const { id } of page) yield id
    if (page.length < campaignsAtOnce) return
    after = page.at(-1)?.seq ?? after
  }
}
