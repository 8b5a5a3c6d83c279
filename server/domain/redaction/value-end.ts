/**
 * Where the value that begins there ends, in JSON, in what Python writes, or in a text that quotes either: behind the
 * last letter of what is in quotes, before its closing quote. A list or an object ends behind its bracket. What was cut
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

/** Where the closing quote of what is quoted there is. */
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
