/** A `*` that stands for any text, and not for itself. */
const wildcard = /(?<!\\)\*/

/** Returns a text of a pattern without the backslashes before a literal `*`. */
const literal = (text: string): string => text.replaceAll('\\*', '*')

/** Returns the texts between the wildcards of a pattern; a single one where the pattern has no wildcard. */
export const literalsOf = (pattern: string): readonly string[] => pattern.split(wildcard).map(literal)

/**
 * Creates a predicate for texts, in which `*` matches any text and `\*` the sign itself. Uses no regular expression:
 * with many `*` one would be very slow.
 */
export function textPattern(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = literalsOf(pattern)
  const last = rest.pop()
  if (last === undefined) return (text) => text === first
  const between = rest.filter((part) => part !== '')
  const shortest = between.reduce((sum, part) => sum + part.length, first.length + last.length)
  return (text) => {
    if (text.length < shortest || !text.startsWith(first)) return false
    let at = first.length
    for (const part of between) {
      const found = text.indexOf(part, at)
      if (found === -1) return false
      at = found + part.length
    }
    return text.length - last.length >= at && text.endsWith(last)
  }
}
