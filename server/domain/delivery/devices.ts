import { fractionOf, mix } from './hash.ts'

/** The devices on which an ad is seen, and a conversion takes place. */
export const devices = ['desktop', 'mobile', 'tablet'] as const
/** One of `devices`. */
export type Device = (typeof devices)[number]

/** Every pair of the device of the ad and that of the conversion. */
export const devicePairs = devices.flatMap((from) => devices.map((to): readonly [Device, Device] => [from, to]))

/** The share of ads that are seen on the devices before each and on it. Assumed. */
const shares = [0.16, 0.95, 1] as const
/** The share of conversions on the device on which the ad was seen, by that device. Assumed. */
const sameDevice = [0.9, 0.7, 0.6] as const

/** Returns the position in `devicePairs` of the devices of a conversion: by its own moments, so that it stays the same. */
export function devicePairOf({ acted, happened, value }: { acted: number; happened: number; value: number }): number {
  const chance = mix(mix(acted, happened), value)
  const seen = fractionOf(mix(chance, 6))
  const from = shares.findIndex((share) => seen < share)
  if (fractionOf(mix(chance, 7)) < (sameDevice[from] ?? 1)) return from * devices.length + from
  const other = fractionOf(mix(chance, 8)) < 0.7 ? 1 : 2
  return from * devices.length + ((from + other) % devices.length)
}
