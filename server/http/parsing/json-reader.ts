import { maxDepth } from './json-depth.ts'

/** JSON that cannot be parsed, with the reason. */
export class JsonError extends Error {}

/**
 * The steps of parsing. Each of them either needs more text, as the reader's `isHungry` shows, or yields to other work.
 */
export type Reading<Result> = Generator<undefined, Result>

const space = /[ \t\n\r]*/y
/** A number or a literal; whether it is a valid one is checked when it is parsed. */
const scalar = /[^ \t\n\r,\]}]*/y
const [quote, backslash, bracket, bracketEnd, brace, braceEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Parses JSON that arrives in chunks, down to values of bounded length: only the value that is being read is in memory.
 */
export class JsonReader {
  #text = ''
  #at = 0
  #isOver = false
  #isHungry = true
  /** How far the current value has been scanned, its nesting depth there, and whether that is within a string. */
  #within = { from: 0, depth: 0, isText: false }

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
    this.#within = { from: 0, depth: 0, isText: false }
    for (;;) {
      const end = isNested ? this.#nestedEnd() : this.#scalarEnd()
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

  /** Returns where a number or literal ends; -1 while it may continue. */
  #scalarEnd(): number {
    scalar.lastIndex = this.#at
    scalar.exec(this.#text)
    return scalar.lastIndex < this.#text.length || this.#isOver ? scalar.lastIndex : -1
  }

  /**
   * Returns where a list, object or string ends; -1 while it may continue. Scanned characters are not scanned again.
   */
  #nestedEnd(): number {
    const text = this.#text
    let { depth, isText } = this.#within
    let at = this.#at + this.#within.from
    for (; at < text.length; at++) {
      if (isText) {
        at = textEnd(text, at)
        if (at === -1) break
        isText = false
      } else {
        const character = text.charCodeAt(at)
        if (character === quote) {
          isText = true
          continue
        }
        if (character === bracket || character === brace) {
          if (++depth > maxDepth) throw new JsonError(`has more than ${maxDepth} lists and objects in each other`)
          continue
        }
        if (character !== bracketEnd && character !== braceEnd) continue
        depth--
      }
      if (depth === 0) return at + 1
    }
    this.#within = { from: text.length - this.#at, depth, isText }
    return -1
  }
}

const maxNameLength = 1000

const quotedCharacter = (character: string): string => (character === '' ? 'nothing' : JSON.stringify(character))

/** Returns where a string within JSON ends, if the text before `from` has been scanned; -1 while it may continue. */
function textEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return at
  }
  return -1
}
