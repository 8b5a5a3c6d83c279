import type { Categories } from './breakdown-categories.ts'
import type { BreakdownValue } from './breakdown-types.ts'

/** Receives what an ad delivered to a part in a bucket. `sums` has the places of the layout and is only valid during the call. */
export type BreakdownSink = (ad: number, bucket: number, value: BreakdownValue, sums: Float64Array) => void

/** Sends the sums of each value that has any. */
export function sendSums(
  ad: number,
  bucket: number,
  { values }: Categories,
  cells: Float64Array,
  sink: BreakdownSink,
): void {
  const size = cells.length / values.length
  for (const [index, value] of values.entries()) {
    const sums = cells.subarray(index * size, (index + 1) * size)
    if (sums.some((sum) => sum !== 0)) sink(ad, bucket, value, sums)
  }
}
