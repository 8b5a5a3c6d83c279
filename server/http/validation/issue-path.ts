import { truncatedText } from '#server/domain/truncate.ts'

const maxName = 200

/** Writes a path as code would: `[0].labels[2].value`. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${truncatedText(String(key), maxName)}`))
    .join('')
    .replace(/^\./, '')

/**
 * Returns the value at a path; undefined where there is none. Text of a list, as queries have it, is
 * split.
 */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) {
    if (typeof value === 'string' && typeof key === 'number') value = value.split(',').filter(Boolean)
    value = value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key)
  }
  return value
}
