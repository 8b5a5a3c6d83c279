import type { Random } from '../random.ts'
import { bytesOf, type Variation } from './message.ts'

const changed = (bytes: Buffer, random: Random, change: (at: number) => Uint8Array, taken: number): Buffer => {
  const at = random.upTo(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), change(at), bytes.subarray(at + taken)])
}

/** Mutations of a well-formed request at random places: flipped bits; bytes deleted, inserted, repeated or cut off. */
export const byteMutations: readonly Variation[] = [
  (message, random) => {
    const bytes = Buffer.from(bytesOf(message))
    for (let left = 1 + random.upTo(4); left > 0; left--) {
      const at = random.upTo(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.upTo(8))
    }
    return bytes
  },
  (message, random) => changed(bytesOf(message), random, () => Buffer.alloc(0), 1 + random.upTo(20)),
  (message, random) => changed(bytesOf(message), random, () => Buffer.from([random.upTo(256)]), 0),
  (message, random) => changed(bytesOf(message), random, () => Buffer.alloc(1 + random.upTo(60)), 0),
  (message, random) => {
    const bytes = bytesOf(message)
    return changed(bytes, random, (at) => bytes.subarray(at, at + 1 + random.upTo(80)), 0)
  },
  (message, random) => {
    const bytes = bytesOf(message)
    return bytes.subarray(0, random.upTo(bytes.length))
  },
  (_message, random) => Buffer.from(Array.from({ length: 1 + random.upTo(200) }, () => random.upTo(256))),
]
