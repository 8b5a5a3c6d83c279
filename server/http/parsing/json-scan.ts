import { maxDepth } from './json-depth.ts'

/** JSON that cannot be parsed, with the reason. */
export class JsonError extends Error {}

/** A number or a literal; whether it is a valid one is checked when it is parsed. */
const scalar = /[^ \t\n\r,\]}]*/y
const [quote, backslash, bracket, bracketEnd, brace, braceEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/** How far a value has been scanned, its nesting depth there, and whether that is within a string. */
export interface Scanned {
  from: number
  depth: number
  isText: boolean
}

/** Returns where a number or literal ends; -1 while it may continue. */
export function scalarEnd(text: string, start: number, isOver: boolean): number {
  scalar.lastIndex = start
  scalar.exec(text)
  return scalar.lastIndex < text.length || isOver ? scalar.lastIndex : -1
}

/**
 * Returns where a list, object or string ends; -1 while it may continue. Scanned characters are not scanned again.
 *
 * @param scanned Where the scan of the value goes on; it is moved along.
 */
export function nestedEnd(text: string, start: number, scanned: Scanned): number {
  let { depth, isText } = scanned
  for (let at = start + scanned.from; at < text.length; at++) {
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
  Object.assign(scanned, { from: text.length - start, depth, isText })
  return -1
}

/** Returns where a string within JSON ends, if the text before `from` has been scanned; -1 while it may continue. */
function textEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return at
  }
  return -1
}
