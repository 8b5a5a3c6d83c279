/** What a call has that no version of the API describes, or that it wants no longer. */
export interface RequestFacts {
  /** Parameters and fields that no version of the API describes: the first hundred of each. */
  readonly ignored: readonly string[]
  /** What is deprecated, a sentence for each. */
  readonly deprecated: readonly string[]
  /** All of it, a sentence for each. */
  readonly warnings: readonly string[]
}

/** The same, found when it is first read. */
export interface LazyRequestFacts {
  /** How many characters are parsed for it; 0 once it is found. */
  readonly letters: number
  readonly facts: RequestFacts
}

/** Letters of all bodies together that are left unread: to read them all takes a tenth of a second. */
const mostLetters = 4 * 2 ** 20

/** Findings that nobody has asked for. When they become too many the oldest are read, so that no question takes long. */
export class UnreadRequestFacts {
  readonly #queue: LazyRequestFacts[] = []
  #first = 0
  #letters = 0

  /** Adds what was found of a call that was answered. */
  add(findings: LazyRequestFacts): void {
    if (findings.letters === 0) return
    this.#queue.push(findings)
    this.#letters += findings.letters
    while (this.#letters > mostLetters) this.#readFirst()
  }

  #readFirst(): void {
    const findings = this.#queue[this.#first++]
    if (findings === undefined) return
    this.#letters -= findings.letters
    void findings.facts
    if (this.#first < 1000) return
    this.#queue.splice(0, this.#first)
    this.#first = 0
  }
}
