import { deepest } from './json-depth.ts'

/** JSON that cannot be read, with the reason. */
export class JsonError extends Error {}

/** Steps of reading, each of which wants more text, as the reader says, or lets others have their turn. */
export type Reading<Result> = Generator<undefined, Result>

const space = /[ \t\n\r]*/y
/** A number or a word, as far as JSON has any: what it is is looked at when it is read. */
const scalar = /[^ \t\n\r,\]}]*/y
const [quote, backslash, bracket, bracketEnd, brace, braceEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Reads JSON that comes in pieces, down to the values that somebody asks for as text: of a large text only what is being
 * read is in memory.
 */
export class JsonReader {
  #text = ''
  #at = 0
  #isOver = false
  #isHungry = true
  /** How far the value that is being read was looked through, how deep that is, and whether it is within a text. */
  #within = { from: 0, depth: 0, isText: false }

  /** Whether nothing goes on before a further piece comes. */
  get isHungry(): boolean {
    return this.#isHungry && !this.#isOver
  }

  /** Adds a piece. */
  add(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece
    this.#at = 0
    this.#isHungry = false
  }

  /** Says that no piece will follow. */
  end(): void {
    this.#isOver = true
  }

  /** Reads `[item, item …]`; each item must be read before the next is asked for. */
  *items(each: (index: number) => Reading<void>): Reading<void> {
    yield* this.#expect('[')
    for (let index = 0; !(yield* this.#ends(']', index === 0)); index++) yield* each(index)
  }

  /** Reads `{"name": value …}`; each value must be read before the next is asked for. */
  *members(each: (name: string) => Reading<void>): Reading<void> {
    yield* this.#expect('{')
    for (let index = 0; !(yield* this.#ends('}', index === 0)); index++) {
      const name = yield* this.value(mostOfName)
      if (typeof name !== 'string') throw new JsonError('a name is no text')
      yield* this.#expect(':')
      yield* each(name)
    }
  }

  /** The next value, parsed. Throws JsonError when it is none, or has more letters than that. */
  *value(most: number): Reading<unknown> {
    const text = yield* this.#valueText(most)
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new JsonError(`is not JSON: ${error instanceof Error ? error.message : error}`)
    }
  }

  /** Reads the end of the text, behind which there is nothing. */
  *last(): Reading<void> {
    if ((yield* this.#next()) !== '') throw new JsonError('is not JSON: there is something behind its end')
  }

  /** The next letter that is no space; empty at the end. */
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

  *#expect(letter: string): Reading<void> {
    const found = yield* this.#next()
    if (found !== letter) throw new JsonError(`is not JSON as a state has it: ${told(found)} where ${letter} belongs`)
    this.#at++
  }

  /** Whether a list or object ends here; else what stands between its values is read. */
  *#ends(letter: string, isFirst: boolean): Reading<boolean> {
    const found = yield* this.#next()
    if (found === letter) {
      this.#at++
      return true
    }
    if (!isFirst) yield* this.#expect(',')
    return false
  }

  *#valueText(most: number): Reading<string> {
    const isNested = /[[{"]/.test(yield* this.#next())
    this.#within = { from: 0, depth: 0, isText: false }
    for (;;) {
      const end = isNested ? this.#nestedEnd() : this.#scalarEnd()
      const length = (end === -1 ? this.#text.length : end) - this.#at
      if (length > most) throw new JsonError(`has a value of more than ${most} characters`)
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

  /** Where a number or a word ends; -1 when it may go on. */
  #scalarEnd(): number {
    scalar.lastIndex = this.#at
    scalar.exec(this.#text)
    return scalar.lastIndex < this.#text.length || this.#isOver ? scalar.lastIndex : -1
  }

  /** Where a list, an object or a text ends; -1 when it goes on. What was looked through is not looked at again. */
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
        const letter = text.charCodeAt(at)
        if (letter === quote) {
          isText = true
          continue
        }
        if (letter === bracket || letter === brace) {
          if (++depth > deepest) throw new JsonError(`has more than ${deepest} lists and objects in each other`)
          continue
        }
        if (letter !== bracketEnd && letter !== braceEnd) continue
        depth--
      }
      if (depth === 0) return at + 1
    }
    this.#within = { from: text.length - this.#at, depth, isText }
    return -1
  }
}

const mostOfName = 1000

const told = (letter: string): string => (letter === '' ? 'nothing' : JSON.stringify(letter))

/** Where a text within JSON ends, of which everything before was looked at; -1 when it goes on. */
function textEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return at
  }
  return -1
}
