import { closest, distance } from 'fastest-levenshtein'

/** Characters of a text that are compared. Names are shorter, and the cost of a comparison grows with both texts. */
const maxCharacters = 100
/** Number of names that are compared. */
const maxNames = 1000

const truncated = (text: string): string => text.slice(0, maxCharacters)

/** Returns the name that is closest to the text of a value by edit distance, whatever the case of its letters. */
export function nearest(value: unknown, names: readonly string[]): string {
  const compared = names.slice(0, maxNames).map((name) => name.toLowerCase())
  return names[compared.indexOf(closest(truncated(textOf(value)).toLowerCase(), compared))] ?? ''
}

function textOf(value: unknown): string {
  try {
    return String(value)
  } catch {
    // JSON may bring a `toString` that is no function.
    return ''
  }
}

/** Returns the edit distance of two texts, of their first hundred characters at most. */
export const editDistance = (one: string, other: string): number => distance(truncated(one), truncated(other))
