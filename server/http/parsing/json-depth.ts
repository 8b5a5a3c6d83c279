/** How deeply lists and objects may be nested. Nothing that the API takes is nested more than a dozen deep. */
export const maxDepth = 100

/**
 * Returns whether lists and objects of a JSON text are nested more deeply. A value that is nested more deeply than the
 * call stack can be parsed, but neither compared nor written.
 */
export function isTooDeep(text: string, max = maxDepth): boolean {
  if (text.length <= max * 2) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === quote) at = endOfString(text, at)
    else if (character === bracket || character === brace) {
      if (++depth > max) return true
    } else if (character === bracketEnd || character === braceEnd) depth--
  }
  return false
}

const [quote, backslash, bracket, bracketEnd, brace, braceEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/** Returns the index of the quote that ends the string; the text's length when it is unterminated. */
function endOfString(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return at
  }
  return text.length
}
