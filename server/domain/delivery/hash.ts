/**
 * Mixes two 32-bit numbers into one that looks random (the finalizer of MurmurHash3). Delivery has no other source of
 * chance, so that the same history gives the same figures on every run and machine.
 */
export function mix(one: number, other: number): number {
  let value = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ other
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/**
 * Returns a number that looks random for a mixed one and a salt: less so than `mix`, and several times faster.
 *
 * @param salt A mixed number.
 */
export const quickMix = (mixed: number, salt: number): number => Math.imul(mixed ^ salt, 0x9e3779b1) >>> 0

/** Returns a mixed number as a fraction from 0 up to 1. */
export const fractionOf = (mixed: number): number => mixed / 2 ** 32
