/**
 * Returns the end of the value that begins at a position, in JSON, in Python's notation, or in a text that quotes
 * either: the position of the closing quote, or after the bracket that closes a list or object. A value that was cut
 * ends with the text.
 */
export function endOfValue(text: string, begin: number): number {
  let at = begin
  while (text[at] === '\\') at++
  const letter = text[at]
  if (letter === '"' || letter === "'") return endOfQuoted(text, at)
  if (letter === '[' || letter === '{') return endOfBrackets(text, at)
  while (at < text.length && !/[\s,}\]"'&]/.test(text[at] ?? '')) at++
  return at
}

/** Returns the position of the closing quote. */
function endOfQuoted(text: string, begin: number): number {
  const quote = text[begin]
  let at = begin + 1
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1
  return Math.min(at, text.length)
}

function endOfBrackets(text: string, begin: number): number {
  let depth = 0
  for (let at = begin; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '"' || letter === "'") at = endOfQuoted(text, at)
    else if (letter === '[' || letter === '{') depth++
    else if ((letter === ']' || letter === '}') && --depth === 0) return at + 1
  }
  return text.length
}
