/** Tables of counts: each grows by itself, so that no single text waits for the growth of all. */
const tables = 64

const initialSlots = 32

/**
 * Counts texts without keeping them: a feed has more ids than memory is for. Texts are known by 64 bits of hashes, so that
 * two of a million are taken for one with a probability of one in tens of millions.
 */
export class SeenTexts {
  readonly #tables = Array.from({ length: tables }, () => new HashCounts())

  /** Counts a text, and returns how often it has been counted. */
  add(text: string): number {
    const [high, low] = hashesOf(text)
    return (this.#tables[high % tables] as HashCounts).add(high, low)
  }
}

/** Counts by two hashes, in open addressing. */
class HashCounts {
  #slots = initialSlots
  #size = 0
  #keys = new Uint32Array(2 * initialSlots)
  #counts = new Uint32Array(initialSlots)

  add(high: number, low: number): number {
    if (this.#size * 2 > this.#slots) this.#grow()
    const slot = this.#slotOf(high, low)
    if (this.#counts[slot] === 0) {
      this.#keys[2 * slot] = high
      this.#keys[2 * slot + 1] = low
      this.#size++
    }
    const count = (this.#counts[slot] ?? 0) + 1
    this.#counts[slot] = count
    return count
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#slots - 1
    let slot = low & mask
    while (this.#counts[slot] !== 0 && (this.#keys[2 * slot] !== high || this.#keys[2 * slot + 1] !== low)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts]
    this.#slots *= 2
    this.#keys = new Uint32Array(2 * this.#slots)
    this.#counts = new Uint32Array(this.#slots)
    for (let old = 0; old < counts.length; old++) {
      const count = counts[old] ?? 0
      if (count === 0) continue
      const [high, low] = [keys[2 * old] ?? 0, keys[2 * old + 1] ?? 0]
      const slot = this.#slotOf(high, low)
      this.#keys[2 * slot] = high
      this.#keys[2 * slot + 1] = low
      this.#counts[slot] = count
    }
  }
}

const golden = 0x9e3779b1

/** Two hashes of a text that have nothing to do with each other (FNV-1a and a multiplicative one). */
function hashesOf(text: string): readonly [number, number] {
  let one = 0x811c9dc5
  let other = golden
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other + code, 0x85ebca6b) ^ (other >>> 15)
  }
  return [one >>> 0, Math.imul(other ^ (other >>> 13), 0xc2b2ae35) >>> 0]
}
