import { type Bucket, isDuring, ownParts, type Part, partsOf } from './buckets.ts'
import { dayOf, daySeconds } from './calendar.ts'
import type { CampaignDelivery } from './campaign-delivery.ts'
import type { FixedFigures } from './fixed-figures.ts'
import { type Conversion, forEachModelled, longestWindow } from './modelled-conversions.ts'
import type { Layout } from './quantities.ts'
import { impressionsUntil, type Slice } from './slice.ts'

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

/** What a campaign delivered, as far as it counts. */
export interface Counted {
  readonly delivery: CampaignDelivery
  /** The conversions that its ads have beside the modelled ones, by the ad's position. */
  readonly conversions: readonly (Conversion & { readonly ad: number })[]
  /** Tells whether an ad counts, by its position. */
  readonly counts: (ad: number) => boolean
  /** Figures in place of what its ads would have delivered, in spans that do not overlap. */
  readonly fixed: readonly FixedFigures[]
}

/** Receives what a campaign delivered. */
export interface DeliveryVisitor {
  /** A slice is only valid during the call. A part without a bucket counts nowhere. */
  readonly slice: (slice: Slice, parts: readonly Part[], day: number) => void
  /** What comes after the end, in Unix seconds, does not count. */
  readonly fixed: (figure: FixedFigures, end: number) => void
  /** The slice is that of the ad that led to it; absent for a conversion that was recorded. */
  readonly conversion: (ad: number, conversion: Conversion, slice?: Slice) => void
}

/** Visits what a campaign delivered, in steps of a day. */
export function* walk(
  { buckets, layout, now, attribution }: TallyOptions,
  { delivery, conversions, counts, fixed }: Counted,
  visitor: DeliveryVisitor,
): Generator<void> {
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (first === undefined || last === undefined) return
  const end = Math.min(last.to, now)
  const hasConversions = layout.types.length > 0
  const firstDay = dayOf(first.from)
  let day = firstDay
  let parts: readonly Part[] = []
  let own: ReadonlyMap<number, readonly Part[]> | undefined
  const visitModelled = (slice: Slice): void =>
    forEachModelled(slice, day, impressionsUntil(slice, 1), layout.types, (one) => {
      const isReplaced = fixed.some((figure) => figure.ad === slice.ad && isDuring(figure, one.acted))
      if (!isReplaced) visitor.conversion(slice.ad, one, slice)
    })
  const visitSlice = (slice: Slice): void => {
    if (!counts(slice.ad)) return
    visitor.slice(slice, own?.get(slice.ad) ?? parts, day)
    if (hasConversions) visitModelled(slice)
  }
  for (let bucket = 0; day * daySeconds < end; day++) {
    while ((buckets[bucket] as Bucket).to <= day * daySeconds) bucket++
    parts = partsOf(day, buckets, bucket, end)
    own = ownParts(parts, day, fixed)
    delivery.forEachSlice(day, visitSlice)
    yield
  }
  for (const figure of fixed) if (counts(figure.ad)) visitor.fixed(figure, end)
  if (!hasConversions) return
  for (const conversion of conversions) if (counts(conversion.ad)) visitor.conversion(conversion.ad, conversion)
  if (!attribution.byConversion) return
  // Conversions of ads that were seen before the first day may have happened after it.
  for (day = dayOf(first.from - longestWindow); day < firstDay; day++) {
    delivery.forEachSlice(day, (slice) => {
      if (counts(slice.ad)) visitModelled(slice)
    })
    yield
  }
}
