import type { Random } from './random.ts'

/** Bytes that a disk writes as a whole, or not at all. */
const sector = 512

/** A change of a file's content. */
export type Change =
  | { readonly kind: 'written'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'sized'; readonly size: number }

/** What a file holds. */
export class Content {
  #bytes = Buffer.alloc(0)
  #size = 0

  static of(bytes: Buffer): Content {
    const content = new Content()
    content.apply({ kind: 'written', at: 0, bytes })
    return content
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size)
  }

  apply(change: Change): void {
    if (change.kind === 'sized') this.#resize(change.size)
    else {
      this.#resize(Math.max(this.#size, change.at + change.bytes.length))
      change.bytes.copy(this.#bytes, change.at)
    }
  }

  #resize(size: number): void {
    if (size > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(size, 2 * this.#bytes.length))
      this.#bytes.copy(larger, 0, 0, this.#size)
      this.#bytes = larger
    }
    if (size < this.#size) this.#bytes.fill(0, size, this.#size)
    this.#size = size
  }
}

/** What becomes of changes that were not flushed, by which of them the disk has. */
const fates = {
  all: () => true,
  none: () => false,
  first: (random: Random, count: number) => {
    const until = random.upTo(count + 1)
    return (index: number) => index < until
  },
  some: (random: Random) => () => random.oneIn(2),
} as const

/**
 * What a file holds after a loss of power: what was flushed, and of what was done since all, nothing, the beginning or
 * any part, to a sector; where a file had grown, zeros or anything may stand in the place of what is missing.
 */
export function afterLoss(flushed: Buffer, since: readonly Change[], random: Random): Buffer {
  const content = Content.of(flushed)
  const fate = random.of(['all', 'none', 'first', 'some', 'sectors', 'some'])
  const has =
    fate === 'all' || fate === 'none'
      ? fates[fate]
      : fate === 'first'
        ? fates.first(random, since.length)
        : fates.some(random)
  const grows = random.oneIn(2)
  const filling = (count: number) => (random.oneIn(4) ? random.bytes(count) : Buffer.alloc(count))
  for (const [index, change] of since.entries()) {
    if (change.kind === 'sized') {
      if (has(index)) content.apply(change)
    } else if (fate === 'sectors') {
      for (const part of sectorsOf(change)) if (has(index)) content.apply(part)
    } else if (has(index)) {
      content.apply(change)
    } else if (grows && change.at + change.bytes.length > content.bytes.length) {
      const from = Math.max(change.at, content.bytes.length)
      const missing = change.at + change.bytes.length - from
      content.apply({ kind: 'written', at: from, bytes: filling(missing) })
    }
  }
  return content.bytes
}

/** What of a write falls into each sector. */
function sectorsOf({ at, bytes }: { readonly at: number; readonly bytes: Buffer }): readonly Change[] {
  const parts: Change[] = []
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector))
    parts.push({ kind: 'written', at: at + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return parts
}
