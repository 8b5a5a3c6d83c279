import { isObject } from '#server/domain/json-object.ts'

/** The types that a place of an answer has, by its key path: `items[].id`. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>

/** A key of a map rather than a name: an id, a date, or what a test may have made up. */
const isMapKey = (key: string): boolean => /^\d|^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(key)

/** Returns the shape of an answer: what all items of a list have is one. */
export function shapeOf(value: unknown): Shape {
  const shape = new Map<string, Set<string>>()
  const visit = (inner: unknown, at: string): void => {
    const types = shape.get(at) ?? new Set<string>()
    shape.set(at, types.add(typeOf(inner)))
    if (Array.isArray(inner)) for (const item of inner) visit(item, `${at}[]`)
    else if (isObject(inner)) {
      for (const [key, field] of Object.entries(inner)) {
        const name = isMapKey(key) ? '{}' : key
        visit(field, at === '' ? name : `${at}.${name}`)
      }
    }
  }
  visit(value, '')
  return shape
}

/** A place at which two answers have another shape. */
export interface ShapeDifference {
  readonly kind: 'field-missing' | 'field-added' | 'type'
  readonly at: string
  readonly mock: string | null
  readonly target: string | null
}

/**
 * Returns the differences of two shapes. Null fits every type, and of a list without items nothing is known. Of a part
 * that is missing, its own parts are not listed.
 */
export function shapeDifferences(mock: Shape, target: Shape): readonly ShapeDifference[] {
  const differences: ShapeDifference[] = []
  for (const [at, types] of mock) {
    const others = target.get(at)
    if (others !== undefined) {
      const [one, other] = [without(types), without(others)]
      if (one.length > 0 && other.length > 0 && !one.some((type) => other.includes(type))) {
        differences.push({ kind: 'type', at, mock: one.join(' or '), target: other.join(' or ') })
      }
    } else if (isInside(at, target)) {
      differences.push({ kind: 'field-missing', at, mock: textOf(types), target: null })
    }
  }
  for (const [at, types] of target) {
    if (!mock.has(at) && isInside(at, mock)) {
      differences.push({ kind: 'field-added', at, mock: null, target: textOf(types) })
    }
  }
  return differences
}

/** Whether a shape has the object that a place is a field of. */
function isInside(at: string, shape: Shape): boolean {
  if (at.endsWith('[]') || at.endsWith('{}')) return false
  const parent = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : ''
  return shape.get(parent)?.has('object') ?? false
}

const without = (types: ReadonlySet<string>): readonly string[] => [...types].filter((type) => type !== 'null').sort()
const textOf = (types: ReadonlySet<string>): string => [...types].sort().join(' or ')

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
