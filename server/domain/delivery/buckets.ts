/** A span of time whose figures are counted apart. */
export interface Bucket {
  /** Unix seconds; the end is not included. */
  readonly from: number
  readonly to: number
}

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
