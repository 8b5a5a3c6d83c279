/** The most characters of a text. */
const mostCharacters = 1000
/** The most values: lists, objects and their content. */
const mostValues = 200

/**
 * Returns a copy of a JSON value of bounded size: long texts are cut, and large lists and objects keep their beginning.
 */
export function truncated(value: unknown): unknown {
  let left = mostValues
  const copy = (one: unknown): unknown => {
    left--
    if (typeof one === 'string') return truncatedText(one)
    if (one === null || typeof one !== 'object') return one
    if (Array.isArray(one)) return one.slice(0, Math.max(0, left)).map(copy)
    const copied: [string, unknown][] = []
    for (const key in one) {
      if (left <= 0) break
      // The part cut off a key may have marked its value as a credential.
      copied.push([truncatedText(key), key.length > mostCharacters ? '…' : copy(Reflect.get(one, key))])
    }
    // Assigning to `__proto__` would make no key of that name.
    return Object.fromEntries(copied)
  }
  return copy(value)
}

/** Returns the beginning of a text, as a copy: a slice would keep the whole text in memory. */
export const truncatedText = (text: string, most = mostCharacters): string =>
  text.length <= most ? text : `${Buffer.from(text.slice(0, most)).toString()}…`
