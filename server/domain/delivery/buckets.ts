import { dayOf, daySeconds, shareBefore } from './calendar.ts'

/** A span of time whose figures are counted apart. */
export interface Bucket {
  /** Unix seconds; the end is not included. */
  readonly from: number
  readonly to: number
}

/** Tells whether a moment lies in a span. */
export const isDuring = ({ from, to }: Bucket, moment: number): boolean => moment >= from && moment < to

/** Returns the position of the bucket that a moment lies in; -1 for none. */
export function bucketAt(buckets: readonly Bucket[], moment: number): number {
  let [low, high] = [0, buckets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((buckets[middle] as Bucket).to <= moment) low = middle + 1
    else high = middle
  }
  return low < buckets.length && moment >= (buckets[low] as Bucket).from ? low : -1
}

/** A part of a day: the bucket that it belongs to, -1 for none, and the share of the day's delivery before its end. */
export interface Part {
  readonly bucket: number
  readonly share: number
}

/**
 * Returns the parts of a day that belong to different buckets.
 *
 * @param first The position of the bucket in which the day begins.
 * @param end Unix seconds: what comes later is of no interest.
 */
export function partsOf(day: number, buckets: readonly Bucket[], first: number, end: number): readonly Part[] {
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

/** Returns the parts of a day for an ad of which spans are counted otherwise: these belong to no bucket. */
function partsOutside(parts: readonly Part[], ad: number, day: number, spans: readonly AdSpan[]): readonly Part[] {
  const start = day * daySeconds
  const taken = spans
    .filter((span) => span.ad === ad && span.from >= start && span.to <= start + daySeconds)
    .map(({ from, to }) => ({ from: shareBefore(from - start), to: shareBefore(to - start) }))
  const ends = new Set([...parts.map(({ share }) => share), ...taken.flatMap(({ from, to }) => [from, to])])
  const last = parts.at(-1)?.share ?? 0
  return [...ends]
    .filter((share) => share <= last)
    .sort((one, other) => one - other)
    .map((share) => ({
      share,
      bucket: taken.some(({ from, to }) => share > from && share <= to)
        ? -1
        : (parts.find((part) => share <= part.share)?.bucket ?? -1),
    }))
}

/** A span of an ad. */
type AdSpan = Bucket & { readonly ad: number }

/** Returns the parts of a day for ads of which spans are counted otherwise; undefined when there are none. */
export function ownParts(
  parts: readonly Part[],
  day: number,
  fixed: readonly AdSpan[],
): ReadonlyMap<number, readonly Part[]> | undefined {
  if (fixed.length === 0) return undefined
  const ofDay = fixed.filter(({ from }) => dayOf(from) === day)
  return new Map(ofDay.map(({ ad }) => [ad, partsOutside(parts, ad, day, ofDay)]))
}
