/** What a search looks at: the id, and the words of all texts. */
export interface Searchable {
  readonly id: string
  readonly text: string
}

/** Ids have at least that many digits; shorter numbers are words. */
const ids = /^\d{12,}(\s*,\s*\d{12,})*$/

/**
 * Returns the function that tells whether a search finds something: by one of its ids, where it has nothing but ids, or
 * else by all of its words, each anywhere in the texts, ignoring case.
 */
export function matcherOf(query: string): (found: Searchable) => boolean {
  const sought = query.trim()
  if (ids.test(sought)) {
    const named = new Set(sought.split(',').map((id) => id.trim()))
    return ({ id }) => named.has(id)
  }
  const words = sought.toLowerCase().split(/\s+/)
  return ({ text }) => {
    const searched = text.toLowerCase()
    return words.every((word) => searched.includes(word))
  }
}
