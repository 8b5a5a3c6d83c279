/** What a request uses that the API does not describe, or has deprecated. */
export interface RequestFacts {
  /** Parameters and fields that no version of the API describes: the first hundred of each. */
  readonly ignored: readonly string[]
  /** What is deprecated, a sentence each. */
  readonly deprecated: readonly string[]
  /** Lists of the query in another form than the documented one, a sentence each. */
  readonly forms: readonly string[]
  /** All warnings, a sentence each. */
  readonly warnings: readonly string[]
}

/** The same, computed when first read. */
export interface LazyRequestFacts {
  /** How many characters must be parsed for it; 0 once it is computed. */
  readonly characters: number
  /** Whether it is computed. */
  readonly isRead: boolean
  readonly facts: RequestFacts
}

/** The most characters of bodies left unread, of which reading all takes a tenth of a second, and the most bodies. */
const [maxCharacters, maxBodies] = [4 * 2 ** 20, 50_000]

/** The facts that have not been read. Beyond the limit the oldest are computed, so that no query takes long. */
export class UnreadRequestFacts {
  readonly #queue: LazyRequestFacts[] = []
  #first = 0
  #characters = 0

  /** Adds the facts of an answered request. */
  add(findings: LazyRequestFacts): void {
    if (findings.characters === 0) return
    this.#queue.push(findings)
    this.#characters += findings.characters
    while (this.#characters > maxCharacters || this.#queue.length - this.#first > maxBodies) this.#readFirst()
  }

  #readFirst(): void {
    const findings = this.#queue[this.#first++]
    if (findings === undefined) return
    this.#characters -= findings.characters
    void findings.facts
    if (this.#first < 1000) return
    this.#queue.splice(0, this.#first)
    this.#first = 0
  }
}
