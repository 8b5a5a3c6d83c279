import { createHash } from 'node:crypto'

/** How many bytes of a file are kept from one reading to the next. */
const mostKept = 16 * 2 ** 20

/** The bytes of a file that may be read twice: what is short is kept, and what is long is opened again. */
export class RepeatedBytes {
  readonly #open: () => Promise<AsyncIterable<Uint8Array>>
  #kept: readonly Uint8Array[] | undefined

  constructor(open: () => Promise<AsyncIterable<Uint8Array>>) {
    this.#open = open
  }

  /** Reads the file to its end, and returns its hash. */
  async digest(): Promise<string> {
    const hash = createHash('sha256')
    const kept: Uint8Array[] = []
    let size = 0
    for await (const chunk of await this.#open()) {
      hash.update(chunk)
      size += chunk.length
      if (size <= mostKept) kept.push(chunk)
      else kept.length = 0
    }
    if (size <= mostKept) this.#kept = kept
    return hash.digest('base64url')
  }

  /** Yields the bytes, as they are kept or anew. */
  async *read(): AsyncGenerator<Uint8Array> {
    yield* this.#kept ?? (await this.#open())
  }
}
