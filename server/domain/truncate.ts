/** Letters of a text that are kept. */
const mostLetters = 1000
/** Values that are kept, lists, objects and what is in them. */
const mostValues = 200

/**
 * A copy of a JSON value that takes little room, whatever the value takes: long texts are cut, and of large lists and
 * objects the beginning is left.
 */
export function shortened(value: unknown): unknown {
  let left = mostValues
  const copy = (one: unknown): unknown => {
    left--
    if (typeof one === 'string') return shortenedText(one)
    if (one === null || typeof one !== 'object') return one
    if (Array.isArray(one)) return one.slice(0, Math.max(0, left)).map(copy)
    const kept: Record<string, unknown> = {}
    for (const key in one) {
      if (left <= 0) break
      // What was cut off a name may have been what tells that a credential stands behind it.
      kept[shortenedText(key)] = key.length > mostLetters ? '…' : copy(Reflect.get(one, key))
    }
    return kept
  }
  return copy(value)
}

/** The beginning of a text. A copy of it: a slice would keep the whole in memory. */
export const shortenedText = (text: string, most = mostLetters): string =>
  text.length <= most ? text : `${Buffer.from(text.slice(0, most)).toString()}…`
