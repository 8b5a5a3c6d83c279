import { mix, quickMix } from './hash.ts'
import { chainOf, chains, measures, numberOf, parentNumbers, rateScale } from './measures.ts'
import type { AdProfile } from './profile.ts'

/** The delivery of one ad in a part of a day in which nothing about it changes. */
export interface Slice {
  /** The position of the ad in its campaign. */
  ad: number
  profile: AdProfile
  /** What the chance of the slice begins with. */
  seed: number
  /** The share of the day's delivery before it begins, and from which on its budget is spent. */
  begin: number
  end: number
  /** Impressions of a whole day at this pace. */
  pace: number
}

/** Returns the paid impressions of a slice up to a share of the day's delivery: they never become fewer. */
export const impressionsUntil = ({ begin, end, pace }: Slice, share: number): number =>
  share <= begin ? 0 : Math.floor(pace * (Math.min(share, end) - begin))

/** By the number of a measure, whether it lies on the way to each number that is paid for. */
const isOnWay = measures.map((_measure, billed) => {
  const chain = chainOf(billed)
  return measures.map((_other, number) => chain.includes(number))
})

const salts = Int32Array.from(measures, (_measure, number) => mix(0x51ed270b, number))

/** Returns where in the sequence of a measure its first unit comes, as a part of `rateScale`. */
const phaseOf = (billed: number, seed: number, number: number): number =>
  isOnWay[billed]?.[number] ? 0 : quickMix(seed, salts[number] as number) >>> 8

/**
 * Returns how many units of a measure follow so many of the one that it comes from. Where in their sequence the first one
 * comes is chance, except on the way to what is paid for: rounded down, it never costs more than the budget.
 */
export function unitsOf({ profile, seed }: Slice, number: number, parentUnits: number): number {
  const rate = profile.rates[number] as number
  if (rate === 0) return 0
  return Math.floor((parentUnits * rate + phaseOf(profile.billed, seed, number)) / rateScale)
}

/** Returns the position, from 1, of the unit that the nth of a measure follows. */
export function originOf({ profile, seed }: Slice, number: number, unit: number): number {
  return Math.ceil((unit * rateScale - phaseOf(profile.billed, seed, number)) / (profile.rates[number] ?? 0))
}

/** Returns what so many impressions of a slice cost, in micro-currency. */
export function costOf(slice: Slice, impressions: number): number {
  const { billed, price } = slice.profile
  const chain = chains[billed] as readonly number[]
  let units = impressions
  for (let index = 0; index < chain.length; index++) units = unitsOf(slice, chain[index] as number, units)
  return units * price
}

const videoStarts = numberOf('videoStarts')

/** Tells whether the ad of a slice has a video. */
export const hasVideo = ({ profile }: Slice): boolean => (profile.rates[videoStarts] ?? 0) > 0

/** Counts measures of slices. Each is counted after those that it comes from. */
export class MeasureCounter {
  readonly #numbers: readonly number[]
  /** The units that were counted last, by the number of the measure. */
  readonly units = new Float64Array(measures.length)

  /** @param numbers The numbers of the measures to count. */
  constructor(numbers: Iterable<number>) {
    const all = new Set([...numbers].flatMap((number) => chainOf(number)))
    this.#numbers = [...all].sort((one, other) => one - other)
  }

  /** Counts the units that come with so many impressions of a slice into `units`. */
  count(slice: Slice, impressions: number): void {
    const numbers = this.#numbers
    const units = this.units
    units[0] = impressions
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] as number
      units[number] = unitsOf(slice, number, units[parentNumbers[number] as number] as number)
    }
  }
}
