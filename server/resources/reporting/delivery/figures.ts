import type { Bucket } from '#server/domain/delivery/buckets.ts'
import type { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { type Attribution, Tally } from '#server/domain/delivery/tally.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { attributedEvents } from './events.ts'
import { DeliveryLoader, type LoadedCampaign } from './load.ts'
import { campaignsAfter } from './repository.ts'

/** The levels of a report, from the whole account down. */
export type ReportLevel = 'account' | 'campaign' | 'ad_group' | 'ad'

/** What figures are wanted of. */
export interface FigureRequest {
  readonly accountId: string
  readonly level: ReportLevel
  /** The campaigns that are looked at; all of the account when absent. */
  readonly campaignIds?: readonly string[] | undefined
  readonly columns: ColumnSet
  /** Ascending, one after another without gaps. */
  readonly buckets: readonly Bucket[]
  readonly attribution: Attribution
}

/** The figures of one entity. */
export interface EntityFigures {
  readonly id: string
  /** The campaign that it is or belongs to; absent for an account. */
  readonly campaignId?: string
  readonly adGroupId?: string
  /** By the position of a bucket: the sums in the layout of the columns; undefined where nothing was delivered. */
  readonly rows: readonly (Float64Array | undefined)[]
}

const campaignsAtOnce = 500

/**
 * Yields the figures of every entity of a level that delivered, campaign by campaign, each in the order of its id. Other
 * calls are answered between campaigns.
 */
export async function* figuresOf(world: World, request: FigureRequest): AsyncGenerator<EntityFigures> {
  const { accountId, level, columns, buckets, attribution } = request
  const now = world.clock.seconds()
  const tally = new Tally({ layout: columns.layout, buckets, now, attribution })
  const loader = new DeliveryLoader(world, accountId)
  const slices = new TimeSlices()
  const whole: (Float64Array | undefined)[] = []
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (first === undefined || last === undefined) return
  const span = { from: first.from, to: last.to }
  const events = columns.layout.types.length > 0 ? attributedEvents(world, accountId, span, loader) : undefined
  for (const id of campaignIdsOf(world, request)) {
    const campaign = loader.load(id)
    if (campaign === undefined) continue
    const rows = new Map<number, (Float64Array | undefined)[]>()
    const keyOf = keysOf(campaign, level)
    tally.count(
      campaign.delivery,
      (ad, bucket, sums) => {
        if (level === 'account') return add(whole, bucket, sums)
        const key = keyOf(ad)
        let own = rows.get(key)
        if (own === undefined) {
          own = []
          rows.set(key, own)
        }
        add(own, bucket, sums)
      },
      events?.get(id),
      campaign.fixed,
    )
    for (const [key, own] of [...rows].sort(([one], [other]) => one - other)) yield entityOf(campaign, level, key, own)
    if (slices.areOver) await slices.next()
  }
  if (level === 'account' && whole.length > 0) yield { id: accountId, rows: whole }
}

function* campaignIdsOf(world: World, { accountId, campaignIds }: FigureRequest): Generator<string> {
  if (campaignIds !== undefined) return yield* campaignIds
  for (let after = 0; ; ) {
    const page = campaignsAfter(world.readable, accountId, after, campaignsAtOnce)
    for (const { id } of page) yield id
    if (page.length < campaignsAtOnce) return
    after = page.at(-1)?.seq ?? after
  }
}

/** Adds sums to those of a bucket. */
function add(rows: (Float64Array | undefined)[], bucket: number, sums: Float64Array): void {
  const row = rows[bucket]
  if (row === undefined) rows[bucket] = sums.slice()
  else for (let slot = 0; slot < sums.length; slot++) row[slot] = (row[slot] as number) + (sums[slot] as number)
}

/** Returns how the position of an ad leads to that of its entity on a level. */
const keysOf = ({ adGroupOf }: LoadedCampaign, level: ReportLevel): ((ad: number) => number) =>
  level === 'ad' ? (ad) => ad : level === 'ad_group' ? (ad) => adGroupOf[ad] as number : () => 0

function entityOf(
  { id, adIds, adGroupIds, adGroupOf }: LoadedCampaign,
  level: ReportLevel,
  key: number,
  rows: readonly (Float64Array | undefined)[],
): EntityFigures {
  if (level === 'campaign') return { id, campaignId: id, rows }
  const adGroup = level === 'ad_group' ? key : (adGroupOf[key] as number)
  const adGroupId = adGroupIds[adGroup] as string
  return { id: level === 'ad' ? (adIds[key] as string) : adGroupId, campaignId: id, adGroupId, rows }
}
