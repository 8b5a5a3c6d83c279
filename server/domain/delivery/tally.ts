import { type Bucket, bucketAt } from './buckets.ts'
import { dayOf, daySeconds, shareBefore } from './calendar.ts'
import type { CampaignDelivery } from './campaign-delivery.ts'
import { devicePairOf } from './devices.ts'
import { type Conversion, forEachModelled, longestWindow } from './modelled-conversions.ts'
import { conversionAspects, type Layout } from './quantities.ts'
import { costOf, hasVideo, impressionsUntil, MeasureCounter, type Slice } from './slice.ts'

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
   */
  *steps(
    delivery: CampaignDelivery,
    sink: TallySink,
    conversions: readonly (Conversion & { ad: number })[] = [],
    counts: (ad: number) => boolean = () => true,
  ): Generator<void> {
    const { buckets, layout, now, attribution } = this.#options
    const [first, last] = [buckets[0], buckets.at(-1)]
    if (first === undefined || last === undefined) return
    const end = Math.min(last.to, now)
    let bucket = 0
    for (let day = dayOf(first.from); day * daySeconds < end; day++) {
      while ((buckets[bucket] as Bucket).to <= day * daySeconds) bucket++
      const parts = this.#partsOf(day, bucket, end)
      delivery.forEachSlice(day, (slice) => counts(slice.ad) && this.#countSlice(slice, parts, sink))
      yield
    }
    if (layout.types.length === 0) return
    for (const conversion of conversions)
      if (counts(conversion.ad)) this.#countConversion(conversion.ad, conversion, sink)
    const since = attribution.byConversion ? first.from - longestWindow : first.from
    for (let day = dayOf(since); day * daySeconds < end; day++) {
      delivery.forEachSlice(day, (slice) => {
        if (!counts(slice.ad)) return
        const impressions = impressionsUntil(slice, 1)
        forEachModelled(slice, day, impressions, layout.types, (one) => this.#countConversion(slice.ad, one, sink))
      })
      yield
    }
  }

  /** Returns the parts of a day that belong to different buckets, each with the share of delivery at its end. */
  #partsOf(day: number, first: number, end: number): readonly Part[] {
    const { buckets } = this.#options
    const start = day * daySeconds
    const parts: Part[] = []
    const begin = buckets[first]?.from ?? 0
    if (begin > start) parts.push({ bucket: -1, share: shareBefore(begin - start) })
    for (let bucket = first; bucket < buckets.length; bucket++) {
      const { to } = buckets[bucket] as Bucket
      const until = Math.min(to, end, start + daySeconds)
      parts.push({ bucket, share: shareBefore(until - start) })
      if (until < to || until === start + daySeconds) break
    }
    return parts
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

/** A part of a day: the bucket that it belongs to, -1 for none, and the share of the day's delivery before its end. */
interface Part {
  readonly bucket: number
  readonly share: number
}
