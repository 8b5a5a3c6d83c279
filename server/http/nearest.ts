import { closest, distance } from 'fastest-levenshtein'

/** Letters of a text that are compared: nobody means a name by a longer one, and what a comparison costs grows with both. */
const mostLetters = 100
/** Names that are compared. */
const mostNames = 1000

const cut = (text: string): string => text.slice(0, mostLetters)

/** The name that a text may mean. */
export const nearest = (text: string, names: readonly string[]): string =>
  closest(cut(text), names.length > mostNames ? names.slice(0, mostNames) : names)

/** How many letters have to be changed, as far as texts are compared. */
export const farness = (one: string, other: string): number => distance(cut(one), cut(other))
