import { JsonError, nestedEnd, type Scanned, scalarEnd } from './json-scan.ts'

/**
 * The steps of parsing. Each of them either needs more text, as the reader's `isHungry` shows, or yields to other work.
 */
export type Reading<Result> = Generator<undefined, Result>

const space = /[ \t\n\r]*/y

/**
 * Parses JSON that arrives in chunks, down to values of bounded length: only the value that is being read is in memory.
 */
export class JsonReader {
  #text = ''
  #at = 0
  #isOver = false
  #isHungry = true
  #scanned: Scanned = { from: 0, depth: 0, isText: false }

  /** Whether the reader needs another chunk to go on. */
  get isHungry(): boolean {
    return this.#isHungry && !this.#isOver
  }

  /** Appends a chunk. */
  add(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece
    this.#at = 0
    this.#isHungry = false
  }

  /** Marks the end of the input. */
  end(): void {
    this.#isOver = true
  }

  /** Reads `[item, item …]`. The callback must read each item before it returns. */
  *items(each: (index: number) => Reading<void>): Reading<void> {
    yield* this.#expect('[')
    for (let index = 0; !(yield* this.#ends(']', index === 0)); index++) yield* each(index)
  }

  /** Reads `{"name": value …}`. The callback must read each value before it returns. */
  *members(each: (name: string) => Reading<void>): Reading<void> {
    yield* this.#expect('{')
    for (let index = 0; !(yield* this.#ends('}', index === 0)); index++) {
      const name = yield* this.value(maxNameLength)
      if (typeof name !== 'string') throw new JsonError('a name is no text')
      yield* this.#expect(':')
      yield* each(name)
    }
  }

  /**
   * Reads and parses the next value.
   *
   * @param max Characters that it may have.
   * @throws JsonError when it is invalid or longer.
   */
  *value(max: number): Reading<unknown> {
    const text = yield* this.#valueText(max)
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new JsonError(`is not JSON: ${error instanceof Error ? error.message : error}`)
    }
  }

  /** Reads the end of the input, after which nothing may follow. */
  *last(): Reading<void> {
    if ((yield* this.#next()) !== '') throw new JsonError('is not JSON: there is something behind its end')
  }

  /** Returns the next character that is not white space; empty at the end. */
  *#next(): Reading<string> {
    for (;;) {
      space.lastIndex = this.#at
      space.exec(this.#text)
      this.#at = space.lastIndex
      if (this.#at < this.#text.length) return this.#text.charAt(this.#at)
      if (this.#isOver) return ''
      this.#isHungry = true
      yield
    }
  }

  *#expect(character: string): Reading<void> {
    const found = yield* this.#next()
    if (found !== character)
      throw new JsonError(`is not JSON as a state has it: ${quotedCharacter(found)} where ${character} belongs`)
    this.#at++
  }

  /** Returns whether the list or object ends here; otherwise reads the separator between its values. */
  *#ends(character: string, isFirst: boolean): Reading<boolean> {
    const found = yield* this.#next()
    if (found === character) {
      this.#at++
      return true
    }
    if (!isFirst) yield* this.#expect(',')
    return false
  }

  *#valueText(max: number): Reading<string> {
    const isNested = /[[{"]/.test(yield* this.#next())
    this.#scanned = { from: 0, depth: 0, isText: false }
    for (;;) {
      const end = isNested
        ? nestedEnd(this.#text, this.#at, this.#scanned)
        : scalarEnd(this.#text, this.#at, this.#isOver)
      const length = (end === -1 ? this.#text.length : end) - this.#at
      if (length > max) throw new JsonError(`has a value of more than ${max} characters`)
      if (end !== -1) {
        const text = this.#text.slice(this.#at, end)
        this.#at = end
        return text
      }
      if (this.#isOver) throw new JsonError('is not JSON: it ends in the middle')
      this.#isHungry = true
      yield
    }
  }
}

const maxNameLength = 1000

const quotedCharacter = (character: string): string => (character === '' ? 'nothing' : JSON.stringify(character))
