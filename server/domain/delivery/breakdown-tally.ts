import { AdCategories, type BrokenDown } from './ad-categories.ts'
import type { Categories } from './breakdown-categories.ts'
import { axisOf } from './breakdown-cells.ts'
import { lineLength, positionOf } from './breakdown-sequence.ts'
import { type BreakdownSink, sendSums } from './breakdown-sink.ts'
import type { BreakdownType, BreakdownValue } from './breakdown-types.ts'
import type { Part } from './buckets.ts'
import { dayOf } from './calendar.ts'
import { bucketOf, setToConversion } from './conversion-sums.ts'
import { addUntil, type FixedFigures } from './fixed-figures.ts'
import { mix } from './hash.ts'
import { type Conversion, impressionOf } from './modelled-conversions.ts'
import { billedMeasures } from './profile.ts'
import { hasVideo, impressionsUntil, MeasureCounter, type Slice } from './slice.ts'
import { type TallyOptions, walk } from './walk.ts'

/**
 * Counts what the ads of campaigns deliver to the parts of a breakdown. Each impression belongs to one part, and what
 * follows an impression belongs to its part: clicks, spend and conversions.
 */
export class BreakdownTally {
  readonly #options: TallyOptions
  readonly #type: BreakdownType
  readonly #axis: number
  readonly #counter: MeasureCounter
  readonly #before: Float64Array
  readonly #sums: Float64Array

  constructor(options: TallyOptions, type: BreakdownType) {
    this.#options = options
    this.#type = type
    this.#axis = 400 + axisOf(type)
    const { measures, spend, videoSpend } = options.layout
    const needsBilled = spend !== undefined || videoSpend !== undefined
    this.#counter = new MeasureCounter([
      ...measures.map(({ number }) => number),
      ...(needsBilled ? Object.values(billedMeasures) : []),
    ])
    this.#before = new Float64Array(this.#counter.units.length)
    this.#sums = new Float64Array(options.layout.size)
  }

  /** Counts one campaign in steps of a day. The delivery and the sink are used until the last step. */
  *steps(campaign: BrokenDown, sink: BreakdownSink): Generator<void> {
    const categories = new AdCategories(this.#type, campaign)
    const statesAt = (ad: number, moment: number) => campaign.delivery.statesAt(ad, moment)
    yield* walk(this.#options, campaign, {
      slice: (slice, parts, day) =>
        this.#countSlice(slice, parts, categories.of(slice.ad, day, slice.profile.from), sink),
      fixed: (figure, end) => {
        const states = statesAt(figure.ad, figure.from) ?? statesAt(figure.ad, present)
        if (states === undefined) return
        this.#countFixed(figure, end, categories.of(figure.ad, dayOf(figure.from), states), sink)
      },
      conversion: (ad, conversion, slice) => {
        const states = slice?.profile.from ?? statesAt(ad, conversion.acted)
        if (states === undefined) return
        this.#countConversion(ad, conversion, categories.of(ad, dayOf(conversion.acted), states), slice, sink)
      },
    })
  }

  #offsetOf = (seed: number): number => mix(seed, this.#axis) % lineLength

  #countSlice(slice: Slice, parts: readonly Part[], categories: Categories, sink: BreakdownSink): void {
    const { layout } = this.#options
    const { values } = categories
    const [before, { units }] = [this.#before, this.#counter]
    const offset = this.#offsetOf(slice.seed)
    before.fill(0)
    for (const { bucket, share } of parts) {
      const impressions = impressionsUntil(slice, share)
      if (impressions === before[0]) continue
      this.#counter.count(slice, impressions)
      if (bucket >= 0) {
        const cells = new Float64Array(values.length * layout.size)
        const add = (slot: number, number: number, worth: number): void => {
          const counts = this.#countsOf(slice, number, categories, offset)
          for (let value = 0; value < values.length; value++) {
            cells[value * layout.size + slot] = worth * (counts[value] as number)
          }
        }
        for (const { number, slot } of layout.measures) add(slot, number, 1)
        const { billed, price } = slice.profile
        if (layout.spend !== undefined) add(layout.spend, billed, price)
        if (layout.videoSpend !== undefined && hasVideo(slice)) add(layout.videoSpend, billed, price)
        sendSums(slice.ad, bucket, categories, cells, sink)
      }
      before.set(units)
    }
  }

  /** Returns how many of the latest units of a measure each value has. */
  #countsOf(slice: Slice, number: number, categories: Categories, offset: number): Float64Array {
    const counts = new Float64Array(categories.values.length)
    const [from, to] = [this.#before[number] as number, this.#counter.units[number] as number]
    if (number === 0) {
      categories.addCounts(counts, from, to, offset)
      return counts
    }
    for (let unit = from + 1; unit <= to; unit++) {
      const value = categories.valueAt(positionOf(impressionOf(slice, number, unit), offset))
      if (value >= 0) counts[value] = (counts[value] as number) + 1
    }
    return counts
  }

  /** What somebody has set is shared by the values as if each unit of it were an impression. */
  #countFixed(figure: FixedFigures, end: number, categories: Categories, sink: BreakdownSink): void {
    const { buckets, layout } = this.#options
    const { size } = layout
    const offset = this.#offsetOf(mix(figure.ad, figure.from))
    for (const [bucket, { from, to }] of buckets.entries()) {
      if (to <= figure.from || from >= figure.to || from >= end) continue
      const [before, after] = [new Float64Array(size), new Float64Array(size)]
      addUntil(figure, from, layout, before)
      addUntil(figure, Math.min(to, end), layout, after)
      const cells = new Float64Array(categories.values.length * size)
      for (let slot = 0; slot < size; slot++) {
        const counts = new Float64Array(categories.values.length)
        categories.addCounts(counts, before[slot] as number, after[slot] as number, offset)
        for (const [value, count] of counts.entries()) cells[value * size + slot] = count
      }
      sendSums(figure.ad, bucket, categories, cells, sink)
    }
  }

  #countConversion(
    ad: number,
    conversion: Conversion,
    categories: Categories,
    slice: Slice | undefined,
    sink: BreakdownSink,
  ): void {
    const bucket = bucketOf(conversion, this.#options)
    if (bucket < 0) return
    // The impression that a recorded conversion followed has no number: its moments say where it lies.
    const position =
      slice === undefined
        ? this.#offsetOf(mix(conversion.acted, conversion.happened))
        : positionOf(conversion.impression ?? 1, this.#offsetOf(slice.seed))
    const value = categories.valueAt(position)
    if (value < 0) return
    setToConversion(this.#sums, conversion, this.#options.layout)
    sink(ad, bucket, categories.values[value] as BreakdownValue, this.#sums)
  }
}

/** A moment at which everything is as it is now. */
const present = Number.MAX_SAFE_INTEGER
