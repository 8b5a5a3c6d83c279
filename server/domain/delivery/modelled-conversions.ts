import { daySeconds, secondOfShare } from './calendar.ts'
import {
  type ConversionChannel,
  type ConversionSource,
  conversionSources,
  conversionTypes,
  perSource,
} from './conversion-types.ts'
import { fractionOf, mix, quickMix } from './hash.ts'
import { chains, measures, numberOf, parentNumbers } from './measures.ts'
import { originOf, type Slice, unitsOf } from './slice.ts'

/** A conversion that is attributed to an ad. */
export interface Conversion {
  /** The position of its type in `conversionTypes`. */
  readonly type: number
  readonly source: ConversionSource
  readonly channel: ConversionChannel
  /** When the ad was clicked, engaged with or seen, in Unix seconds. */
  readonly acted: number
  /** When it happened, in Unix seconds. */
  readonly happened: number
  /** Micro-currency; 0 without a value. */
  readonly value: number
  /** How many things were bought, or the like. */
  readonly quantity: number
  /** The position, from 1, of the impression of its slice that led to it; absent of one that was recorded. */
  readonly impression?: number
}

/** The measures whose units conversions follow, by the position of the source in `conversionSources`. */
const sourceMeasures: readonly number[] = conversionSources.map(
  (source) => ({ click: numberOf('clicks'), engagement: numberOf('closeups'), view: numberOf('impressions') })[source],
)

/** Conversions for each of those units, against those for a click. */
const sourceShares = Float64Array.from(conversionSources, (source) => perSource[source])

const perClick = Float64Array.from(conversionTypes, ({ perClick }) => perClick)

const kindSalts = Int32Array.from({ length: conversionTypes.length * conversionSources.length }, (_, kind) =>
  mix(0x2545f491, kind),
)

/** The share of conversions that happen within so many days, in hundredths. Assumed. */
const delays = [
  [55, 0],
  [70, 1],
  [85, 7],
  [95, 30],
  [100, 60],
] as const

const mostDelay = 60

/** The most seconds between an ad and a conversion that any window attributes to it. */
export const longestWindow = mostDelay * daySeconds

/**
 * Calls back with the modelled conversions that follow the delivery of a slice, those after `now` included.
 *
 * @param types The positions of the types in `conversionTypes` that are of interest.
 */
export function forEachModelled(
  slice: Slice,
  day: number,
  impressions: number,
  types: readonly number[],
  visit: (conversion: Conversion) => void,
): void {
  // By position: this runs for every slice, most of which have no conversions.
  for (let index = 0; index < conversionSources.length; index++) {
    const source = conversionSources[index] as ConversionSource
    const measure = sourceMeasures[index] as number
    const units = unitsAlong(slice, measure, impressions)
    const perUnit = (sourceShares[index] as number) * slice.profile.conversions
    for (let at = 0; at < types.length; at++) {
      const type = types[at] as number
      const kind = type * conversionSources.length + index
      const rate = (perClick[type] as number) * perUnit
      const phase = fractionOf(quickMix(slice.seed, kindSalts[kind] as number))
      const count = Math.floor(units * rate + phase)
      if (count === 0) continue
      const seed = mix(slice.seed, 1000 + kind)
      for (let nth = 1; nth <= count; nth++) {
        const unit = Math.max(1, Math.ceil((nth - phase) / rate))
        const chance = mix(seed, nth)
        const impression = impressionOf(slice, measure, unit)
        const acted = day * daySeconds + secondOf(slice, impression)
        visit({
          type,
          source,
          channel: channelOf(fractionOf(mix(chance, 1))),
          acted,
          happened: acted + delayOf(mix(chance, 2)),
          value: worthOf(type, fractionOf(mix(chance, 3))),
          quantity: 1 + Math.floor(fractionOf(mix(chance, 5)) ** 2 * 3),
          impression,
        })
      }
    }
  }
}

function unitsAlong(slice: Slice, measure: number, impressions: number): number {
  const chain = chains[measure] as readonly number[]
  let units = impressions
  for (let index = 0; index < chain.length; index++) units = unitsOf(slice, chain[index] as number, units)
  return units
}

/** Returns the position of the impression that a unit of a measure comes from. */
export function impressionOf(slice: Slice, measure: number, unit: number): number {
  let [number, position] = [measure, unit]
  while (measures[number]?.of !== undefined) {
    position = Math.max(1, originOf(slice, number, position))
    number = parentNumbers[number] as number
  }
  return position
}

/** Returns the second of the day at which a slice had so many impressions. */
const secondOf = ({ begin, pace }: Slice, impressions: number): number =>
  Math.min(daySeconds - 1, Math.ceil(secondOfShare(begin + impressions / pace)))

const channelOf = (chance: number): ConversionChannel => (chance < 0.9 ? 'web' : chance < 0.98 ? 'inapp' : 'offline')

function delayOf(chance: number): number {
  const hundredth = chance % 100
  const index = delays.findIndex(([share]) => hundredth < share)
  const [before, until] = [delays[index - 1]?.[1] ?? 0, delays[index]?.[1] ?? 0]
  const span = Math.max(until - before, 0) * daySeconds
  return before * daySeconds + 60 + Math.floor(fractionOf(mix(chance, 4)) * (span === 0 ? daySeconds / 4 : span - 60))
}

function worthOf(type: number, chance: number): number {
  const average = conversionTypes[type]?.value ?? 0
  return Math.round((average * (0.5 + chance)) / 10_000) * 10_000
}
