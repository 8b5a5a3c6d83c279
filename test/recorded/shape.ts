import type { Shape } from '#scripts/openapi/recordings.ts'

/**
 * The shape of a JSON value: every key path in it with the types that are found there, `absent` among them where some
 * objects of a list have a key and others do not.
 *
 * @example shapeOf({ items: [{ id: '1' }] }) // { '': ['object'], items: ['array'], 'items[]': ['object'], 'items[].id': ['string'] }
 */
export function shapeOf(value: unknown): Shape {
  const found = new Map<string, Found>()
  collect(value, '', found)
  return Object.fromEntries(
    [...found].map(([path, { types, times, within }]) => {
      const chances = within === undefined ? times : (found.get(within)?.objects ?? times)
      return [path, [...types, ...(times < chances ? ['absent'] : [])].sort()]
    }),
  )
}

interface Found {
  readonly types: Set<string>
  /** How often the path is there, and how often with an object. */
  times: number
  objects: number
  /** The path of the object that it is a key of. */
  readonly within: string | undefined
}

function collect(value: unknown, path: string, found: Map<string, Found>, within?: string): void {
  const here = found.get(path) ?? { types: new Set(), times: 0, objects: 0, within }
  found.set(path, here)
  here.types.add(typeOf(value))
  here.times += 1
  if (Array.isArray(value)) {
    for (const item of value) collect(item, `${path}[]`, found)
  } else if (value !== null && typeof value === 'object') {
    here.objects += 1
    for (const [key, part] of Object.entries(value)) collect(part, below(path, key), found, path)
  }
}

/** The path of a key below another path; what would part the path is written as in a URL. */
export function below(path: string, key: string): string {
  const name = key.replaceAll('.', '%2E').replaceAll('[', '%5B')
  return path === '' ? name : `${path}.${name}`
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'array(empty)' : 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
