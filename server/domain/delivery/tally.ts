import type { Part } from './buckets.ts'
import type { CampaignDelivery } from './campaign-delivery.ts'
import { bucketOf, setToConversion } from './conversion-sums.ts'
import { addUntil, type FixedFigures } from './fixed-figures.ts'
import type { Conversion } from './modelled-conversions.ts'
import { costOf, hasVideo, impressionsUntil, MeasureCounter, type Slice } from './slice.ts'
import { type DeliveryVisitor, type TallyOptions, walk } from './walk.ts'

export type { Bucket } from './buckets.ts'

export type { Attribution, TallyOptions } from './walk.ts'

/** Receives what an ad delivered in a bucket. `sums` has the places of the layout and is only valid during the call. */
export type TallySink = (ad: number, bucket: number, sums: Float64Array) => void

/** Counts what the ads of campaigns deliver. */
export class Tally {
  readonly #options: TallyOptions
  readonly #counter: MeasureCounter
  readonly #sums: Float64Array
  readonly #before: Float64Array
  readonly #conversionSums: Float64Array
  #sink: TallySink = () => {}

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
    this.#sink = sink
    yield* walk(this.#options, { delivery, conversions, counts, fixed }, this.#visitor)
  }

  // Made once: functions of their own for each campaign would be compiled again and again.
  readonly #visitor: DeliveryVisitor = {
    slice: (slice, parts) => this.#countSlice(slice, parts),
    fixed: (figure, end) => this.#countFixed(figure, end),
    conversion: (ad, conversion) => this.#countConversion(ad, conversion),
  }

  #countSlice(slice: Slice, parts: readonly Part[]): void {
    const sums = this.#sums
    const before = this.#before
    let impressionsBefore = 0
    for (let index = 0; index < parts.length; index++) {
      const { bucket, share } = parts[index] as Part
      const impressions = impressionsUntil(slice, share)
      if (impressions === impressionsBefore) continue
      this.#sumUntil(slice, impressions)
      // Most slices have one part: the whole day.
      if (parts.length > 1) {
        for (let slot = 0; slot < sums.length; slot++) {
          const sum = sums[slot] as number
          if (impressionsBefore > 0) sums[slot] = sum - (before[slot] as number)
          before[slot] = sum
        }
      }
      impressionsBefore = impressions
      if (bucket >= 0) this.#sink(slice.ad, bucket, sums)
    }
  }

  /** Sets the sums to those of so many impressions of a slice. */
  #sumUntil(slice: Slice, impressions: number): void {
    const { measures, spend, videoSpend } = this.#options.layout
    const sums = this.#sums
    const { units } = this.#counter
    this.#counter.count(slice, impressions)
    for (let nth = 0; nth < measures.length; nth++) {
      const { number, slot } = measures[nth] as (typeof measures)[number]
      sums[slot] = units[number] as number
    }
    if (spend !== undefined) sums[spend] = costOf(slice, impressions)
    if (videoSpend !== undefined) sums[videoSpend] = hasVideo(slice) ? costOf(slice, impressions) : 0
  }

  #countFixed(figure: FixedFigures, end: number): void {
    const { buckets, layout } = this.#options
    const sums = this.#conversionSums
    for (const [bucket, { from, to }] of buckets.entries()) {
      if (to <= figure.from || from >= figure.to || from >= end) continue
      const before = new Float64Array(layout.size)
      addUntil(figure, from, layout, before)
      sums.fill(0)
      addUntil(figure, Math.min(to, end), layout, sums)
      for (let slot = 0; slot < sums.length; slot++) sums[slot] = (sums[slot] as number) - (before[slot] as number)
      if (sums.some((sum) => sum !== 0)) this.#sink(figure.ad, bucket, sums)
    }
  }

  #countConversion(ad: number, conversion: Conversion): void {
    const bucket = bucketOf(conversion, this.#options)
    if (bucket < 0) return
    setToConversion(this.#conversionSums, conversion, this.#options.layout)
    this.#sink(ad, bucket, this.#conversionSums)
  }
}
