import { type Bucket, bucketAt, isDuring, ownParts, type Part, partsOf } from './buckets.ts'
import { dayOf, daySeconds } from './calendar.ts'
import type { CampaignDelivery } from './campaign-delivery.ts'
import { devicePairOf } from './devices.ts'
import { addUntil, type FixedFigures } from './fixed-figures.ts'
import { type Conversion, forEachModelled, longestWindow } from './modelled-conversions.ts'
import { conversionAspects, type Layout } from './quantities.ts'
import { costOf, hasVideo, impressionsUntil, MeasureCounter, type Slice } from './slice.ts'

export type { Bucket } from './buckets.ts'

/** Which of the conversions count, and when. */
export interface Attribution {
  /** The most seconds between an ad and a conversion, by what was done before it; 0 counts none. */
  readonly windows: Readonly<Record<Conversion['source'], number>>
  /** Whether a conversion counts when it happened, and not when the ad was seen. */
  readonly byConversion: boolean
}

/** What is counted. */
export interface TallyOptions {
  readonly layout: Layout
  /** Ascending, one after another without gaps. */
  readonly buckets: readonly Bucket[]
  /** Unix seconds: what comes later has not happened. */
  readonly now: number
  readonly attribution: Attribution
}

/** Receives what an ad delivered in a bucket. `sums` has the places of the layout and is only valid during the call. */
export type TallySink = (ad: number, bucket: number, sums: Float64Array) => void

/** Counts what the ads of campaigns deliver. */
export class Tally {
  readonly #options: TallyOptions
  readonly #counter: MeasureCounter
  readonly #sums: Float64Array
  readonly #before: Float64Array
  readonly #conversionSums: Float64Array

  constructor(options: TallyOptions) {
    this.#options = options
    this.#counter = new MeasureCounter(options.layout.measures.map(({ number }) => number))
    this.#sums = new Float64Array(options.layout.size)
    this.#before = new Float64Array(options.layout.size)
    this.#conversionSums = new Float64Array(options.layout.size)
  }

  /** Counts one campaign, as `steps` does, without a pause. */
  count(...counted: Parameters<Tally['steps']>): void {
    for (const _step of this.steps(...counted));
  }

  /**
   * Counts one campaign in steps of a day. The delivery and the sink are used until the last step.
   *
   * @param conversions Those that its ads have beside the modelled ones, by the ad's position.
   * @param counts Tells whether an ad is counted, by its position; all are when absent.
   * @param fixed Figures in place of what its ads would have delivered, in spans that do not overlap.
   */
  *steps(
    delivery: CampaignDelivery,
    sink: TallySink,
    conversions: readonly (Conversion & { ad: number })[] = [],
    counts: (ad: number) => boolean = () => true,
    fixed: readonly FixedFigures[] = [],
  ): Generator<void> {
    const { buckets, layout, now, attribution } = this.#options
    const [first, last] = [buckets[0], buckets.at(-1)]
    if (first === undefined || last === undefined) return
    const end = Math.min(last.to, now)
    let bucket = 0
    for (let day = dayOf(first.from); day * daySeconds < end; day++) {
      while ((buckets[bucket] as Bucket).to <= day * daySeconds) bucket++
      const parts = partsOf(day, buckets, bucket, end)
      const own = ownParts(parts, day, fixed)
      delivery.forEachSlice(day, (slice) => {
        if (counts(slice.ad)) this.#countSlice(slice, own?.get(slice.ad) ?? parts, sink)
      })
      yield
    }
    for (const figure of fixed) if (counts(figure.ad)) this.#countFixed(figure, end, sink)
    if (layout.types.length === 0) return
    for (const conversion of conversions)
      if (counts(conversion.ad)) this.#countConversion(conversion.ad, conversion, sink)
    const since = attribution.byConversion ? first.from - longestWindow : first.from
    for (let day = dayOf(since); day * daySeconds < end; day++) {
      delivery.forEachSlice(day, (slice) => {
        if (!counts(slice.ad)) return
        const impressions = impressionsUntil(slice, 1)
        forEachModelled(slice, day, impressions, layout.types, (one) => {
          if (!fixed.some((figure) => figure.ad === slice.ad && isDuring(figure, one.acted))) {
            this.#countConversion(slice.ad, one, sink)
          }
        })
      })
      yield
    }
  }

  #countSlice(slice: Slice, parts: readonly Part[], sink: TallySink): void {
    const { layout } = this.#options
    const [sums, before] = [this.#sums, this.#before]
    const { units } = this.#counter
    before.fill(0)
    let impressionsBefore = 0
    for (const { bucket, share } of parts) {
      const impressions = impressionsUntil(slice, share)
      if (impressions === impressionsBefore) continue
      impressionsBefore = impressions
      this.#counter.count(slice, impressions)
      for (const { number, slot } of layout.measures) {
        const count = units[number] as number
        sums[slot] = count - (before[slot] as number)
        before[slot] = count
      }
      if (layout.spend !== undefined) {
        const cost = costOf(slice, impressions)
        sums[layout.spend] = cost - (before[layout.spend] as number)
        before[layout.spend] = cost
      }
      if (layout.videoSpend !== undefined) {
        const cost = hasVideo(slice) ? costOf(slice, impressions) : 0
        sums[layout.videoSpend] = cost - (before[layout.videoSpend] as number)
        before[layout.videoSpend] = cost
      }
      if (bucket >= 0) sink(slice.ad, bucket, sums)
    }
  }

  #countFixed(figure: FixedFigures, end: number, sink: TallySink): void {
    const { buckets, layout } = this.#options
    const sums = this.#conversionSums
    for (const [bucket, { from, to }] of buckets.entries()) {
      if (to <= figure.from || from >= figure.to || from >= end) continue
      const before = new Float64Array(layout.size)
      addUntil(figure, from, layout, before)
      sums.fill(0)
      addUntil(figure, Math.min(to, end), layout, sums)
      for (let slot = 0; slot < sums.length; slot++) sums[slot] = (sums[slot] as number) - (before[slot] as number)
      if (sums.some((sum) => sum !== 0)) sink(figure.ad, bucket, sums)
    }
  }

  #countConversion(ad: number, conversion: Conversion, sink: TallySink): void {
    const { attribution, buckets, layout, now } = this.#options
    const { type, source, channel, acted, happened, value, quantity } = conversion
    if (happened > now || happened - acted > attribution.windows[source]) return
    const at = attribution.byConversion ? happened : acted
    const bucket = bucketAt(buckets, at)
    if (bucket < 0) return
    const sums = this.#conversionSums
    sums.fill(0)
    const amounts = { number: 1, value, quantity }
    for (const aspect of conversionAspects) {
      const slot = layout.conversionSlot(type, source, channel, aspect)
      if (slot !== undefined) sums[slot] = amounts[aspect]
    }
    if (layout.hasDevices) {
      const slot = layout.deviceSlot(type, devicePairOf(conversion))
      if (slot !== undefined) sums[slot] = 1
    }
    sink(ad, bucket, sums)
  }
}
