import { closest, distance } from 'fastest-levenshtein'

/** Characters of a text that are compared. Names are shorter, and the cost of a comparison grows with both texts. */
const maxCharacters = 100
/** Number of names that are compared. */
const maxNames = 1000

const truncated = (text: string): string => text.slice(0, maxCharacters)

/** Returns the name that is closest to the text by edit distance. */
export const nearest = (text: string, names: readonly string[]): string =>
  closest(truncated(text), names.length > maxNames ? names.slice(0, maxNames) : names)

/** Returns the edit distance of two texts, of their first hundred characters at most. */
export const editDistance = (one: string, other: string): number => distance(truncated(one), truncated(other))
