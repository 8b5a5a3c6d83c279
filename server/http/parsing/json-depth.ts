/** How many lists and objects may stand in each other: nothing that the API takes has more than a dozen. */
export const deepest = 100

/**
 * Whether lists and objects of a JSON text stand deeper in each other than that. What is deeper than a call stack could
 * be parsed, but neither compared nor written.
 */
export function isTooDeep(text: string, most = deepest): boolean {
  if (text.length <= most * 2) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === quote) at = endOfString(text, at)
    else if (letter === bracket || letter === brace) {
      if (++depth > most) return true
    } else if (letter === bracketEnd || letter === braceEnd) depth--
  }
  return false
}

const [quote, backslash, bracket, bracketEnd, brace, braceEnd] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/** Where the string that begins there ends; the text's end when it does not. */
function endOfString(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return at
  }
  return text.length
}
