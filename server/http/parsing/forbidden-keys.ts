/** Cheap and never wrong where it says no: the names as they are written, or anything that is written by its number. */
const suspicious = /__proto__|constructor|\\u00/

/**
 * Where a JSON value has a key that would reach a prototype when the value is copied: `__proto__`, or `prototype` of a
 * `constructor`. Undefined where it has none.
 *
 * @param text What the value was read from.
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
