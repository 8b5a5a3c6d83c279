import type { BrokenDown } from '#server/domain/delivery/ad-categories.ts'
import type { BreakdownSink } from '#server/domain/delivery/breakdown-sink.ts'
import { BreakdownTally } from '#server/domain/delivery/breakdown-tally.ts'
import type { BreakdownType, BreakdownValue } from '#server/domain/delivery/breakdown-types.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { World } from '#server/worlds/world.ts'
import { type Entity, entitiesOf } from './entities.ts'
import { attributedEvents } from './events.ts'
import {
  campaignIdsOf,
  type EntityFigures,
  entitiesAtOnce,
  type FigureRequest,
  loadedFor,
  sliceMilliseconds,
} from './figures.ts'
import { keywordsOfCampaign } from './keywords.ts'
import type { LoadedCampaign } from './load.ts'
import { loaderOf } from './loaders.ts'
import { SumRows } from './sum-rows.ts'

/** The figures of a part of one entity's delivery. */
export interface BreakdownFigures extends EntityFigures {
  /** The gender, the region, the keyword, or whatever the delivery is broken down by. */
  readonly value: BreakdownValue
}

/** How many values a breakdown is taken to have, for the memory that it needs. */
export const usualValues = 60

/** Returns the values of a campaign that a type lists, by the position of an ad and the day. */
export type ListedValues = (
  campaign: LoadedCampaign,
) => BrokenDown['listedValuesOf'] | Promise<BrokenDown['listedValuesOf']>

const noValues: ListedValues = () => () => []

const keywordsIn =
  (world: World, { accountId }: FigureRequest): ListedValues =>
  (campaign) =>
    keywordsOfCampaign(world.readable, accountId, campaign)

/**
 * Yields the figures of every entity of a level by a breakdown, campaign by campaign, in the order of ids and then of values.
 * Other calls are answered meanwhile.
 */
export async function* breakdownOf(
  world: World,
  request: FigureRequest,
  type: BreakdownType,
  listedValuesOf: ListedValues = type === 'KEYWORD' ? keywordsIn(world, request) : noValues,
): AsyncGenerator<BreakdownFigures> {
  const { accountId, level, columns, buckets, attribution, now = world.clock.seconds() } = request
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (first === undefined || last === undefined) return
  const tally = new BreakdownTally({ layout: columns.layout, buckets, now, attribution }, type)
  const loader = loaderOf(world, accountId)
  const slices = new TimeSlices(sliceMilliseconds, { givesWay: request.givesWay })
  const whole = new Map<BreakdownValue, SumRows>()
  const span = { from: first.from, to: last.to }
  const events = columns.layout.types.length > 0 ? attributedEvents(world, accountId, span, loader) : undefined
  const atOnce = Math.ceil(entitiesAtOnce(columns, usualValues * buckets.length))
  for (const id of campaignIdsOf(world, request)) {
    const campaign = loadedFor(loader, request, id)
    if (campaign === undefined) continue
    const { entities, ofAd } = entitiesOf(campaign, request)
    const isWanted = request.counts?.(campaign)
    const listedOfAd = await listedValuesOf(campaign)
    for (let from = 0; from < entities.length; from += atOnce) {
      const parts = new Map<number, Map<BreakdownValue, SumRows>>()
      const counts = (ad: number): boolean => {
        const key = ofAd[ad] as number
        return key >= from && key < from + atOnce && (isWanted?.(ad) ?? true)
      }
      const sink: BreakdownSink = (ad, bucket, value, sums) => {
        const ofEntity = level === 'account' ? whole : entryOf(parts, ofAd[ad] as number, () => new Map())
        entryOf(ofEntity, value, () => new SumRows()).add(bucket, sums)
      }
      const { delivery, fixed, adIds } = campaign
      const conversions = events?.get(id) ?? []
      for (const _step of tally.steps(
        { delivery, fixed, adIds, conversions, counts, listedValuesOf: listedOfAd },
        sink,
      )) {
        if (slices.areOver) await slices.next()
      }
      for (const [key, values] of [...parts].sort(([one], [other]) => one - other)) {
        yield* inOrder(entities[key] as Entity, values)
      }
    }
  }
  if (level === 'account') yield* inOrder({ id: accountId }, whole)
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function* inOrder(entity: Entity, values: ReadonlyMap<BreakdownValue, SumRows>): Generator<BreakdownFigures> {
  for (const [value, sums] of [...values].sort(([one], [other]) => compare(one, other))) {
    yield {
      ...entity,
      value,
      sums,
      get rows() {
        return sums.rows
      },
    }
  }
}

/** Compares values: numbers come first, by their size, and then texts. */
function compare(one: BreakdownValue, other: BreakdownValue): number {
  if (typeof one !== typeof other) return typeof one === 'bigint' ? -1 : 1
  return one < other ? -1 : one === other ? 0 : 1
}
