import { closest, distance } from 'fastest-levenshtein'

/** Characters of a text that are compared. Names are shorter, and the cost of a comparison grows with both texts. */
const maxCharacters = 100
/** Number of names that are compared. */
const maxNames = 1000

const truncated = (text: string): string => text.slice(0, maxCharacters)

/** Returns the name that is closest to the text of a value by edit distance. */
export const nearest = (value: unknown, names: readonly string[]): string =>
  closest(truncated(textOf(value)), names.length > maxNames ? names.slice(0, maxNames) : names)

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
