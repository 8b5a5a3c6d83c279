import { bucketAt } from './buckets.ts'
import { devicePairOf } from './devices.ts'
import type { Conversion } from './modelled-conversions.ts'
import { conversionAspects, type Layout } from './quantities.ts'
import type { TallyOptions } from './walk.ts'

/** Returns the position of the bucket that a conversion counts in; -1 when it does not count. */
export function bucketOf(
  { source, acted, happened }: Conversion,
  { attribution, buckets, now }: Pick<TallyOptions, 'attribution' | 'buckets' | 'now'>,
): number {
  if (happened > now || happened - acted > attribution.windows[source]) return -1
  return bucketAt(buckets, attribution.byConversion ? happened : acted)
}

/** Sets sums to those of one conversion. */
export function setToConversion(sums: Float64Array, conversion: Conversion, layout: Layout): void {
  const { type, source, channel, value, quantity } = conversion
  sums.fill(0)
  const amounts = { number: 1, value, quantity }
  for (const aspect of conversionAspects) {
    const slot = layout.conversionSlot(type, source, channel, aspect)
    if (slot !== undefined) sums[slot] = amounts[aspect]
  }
  if (!layout.hasDevices) return
  const slot = layout.deviceSlot(type, devicePairOf(conversion))
  if (slot !== undefined) sums[slot] = 1
}
