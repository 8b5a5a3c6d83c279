import type { Shape } from '../../openapi/recordings.ts'

/**
 * The shape of a JSON value: every key path in it with the types that are found there. Keys that are dates are keys of
 * a map and stand as `*`.
 *
 * @example shapeOf({ items: [{ id: '1' }] }) // { '': ['object'], items: ['array'], 'items[]': ['object'], 'items[].id': ['string'] }
 */
export function shapeOf(value: unknown): Shape {
  const found = new Map<string, Set<string>>()
  collect(value, '', found)
  return Object.fromEntries([...found].map(([path, types]) => [path, [...types].sort()]))
}

function collect(value: unknown, path: string, found: Map<string, Set<string>>): void {
  const types = found.get(path) ?? new Set()
  found.set(path, types.add(typeOf(value)))
  if (Array.isArray(value)) {
    for (const item of value) collect(item, `${path}[]`, found)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) collect(part, below(path, key), found)
  }
}

/** The path of a key below another path. */
export const below = (path: string, key: string): string => {
  const name = date.test(key) ? '*' : key
  return path === '' ? name : `${path}.${name}`
}

const date = /^\d{4}-\d{2}-\d{2}$/

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'array(empty)' : 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
