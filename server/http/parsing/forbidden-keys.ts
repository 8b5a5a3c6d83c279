/**
 * A cheap test without false negatives: the names as they are written, or any character that is escaped by its number.
 */
const suspicious = /__proto__|constructor|\\u00/

/**
 * Returns the path of a key that would reach a prototype when the value is copied: `__proto__`, or `prototype` of a
 * `constructor`. Undefined where there is none.
 *
 * @param text The JSON text that the value was parsed from.
 */
export const forbiddenKey = (text: string, value: unknown): readonly PropertyKey[] | undefined =>
  suspicious.test(text) ? forbiddenIn(value) : undefined

function forbiddenIn(value: unknown): readonly PropertyKey[] | undefined {
  if (value === null || typeof value !== 'object') return undefined
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return [key]
    const inner: unknown = Reflect.get(value, key)
    if (key === 'constructor' && inner !== null && typeof inner === 'object' && Object.hasOwn(inner, 'prototype')) {
      return [key, 'prototype']
    }
    const found = forbiddenIn(inner)
    if (found !== undefined) return [Array.isArray(value) ? Number(key) : key, ...found]
  }
  return undefined
}
