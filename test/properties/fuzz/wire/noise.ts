import type { Dice } from '../dice.ts'
import { bytesOf, type Way } from './message.ts'

const changed = (bytes: Buffer, dice: Dice, change: (at: number) => Uint8Array, taken: number): Buffer => {
  const at = dice.upTo(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), change(at), bytes.subarray(at + taken)])
}

/** Ways of spoiling bytes that were right, anywhere in them. */
export const noise: readonly Way[] = [
  (message, dice) => {
    const bytes = Buffer.from(bytesOf(message))
    for (let left = 1 + dice.upTo(4); left > 0; left--) {
      const at = dice.upTo(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.upTo(8))
    }
    return bytes
  },
  (message, dice) => changed(bytesOf(message), dice, () => Buffer.alloc(0), 1 + dice.upTo(20)),
  (message, dice) => changed(bytesOf(message), dice, () => Buffer.from([dice.upTo(256)]), 0),
  (message, dice) => changed(bytesOf(message), dice, () => Buffer.alloc(1 + dice.upTo(60)), 0),
  (message, dice) => {
    const bytes = bytesOf(message)
    return changed(bytes, dice, (at) => bytes.subarray(at, at + 1 + dice.upTo(80)), 0)
  },
  (message, dice) => {
    const bytes = bytesOf(message)
    return bytes.subarray(0, dice.upTo(bytes.length))
  },
  (_message, dice) => Buffer.from(Array.from({ length: 1 + dice.upTo(200) }, () => dice.upTo(256))),
]
