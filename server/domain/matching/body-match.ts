import { someAt, stepsOf } from './json-path.ts'

/** A condition on the body of a request, for faults and for journal queries. */
export interface BodyMatch {
  /** A path into the JSON of the body that must lead to a value. */
  readonly body_path?: string | undefined
  /** The value at `body_path`, or the whole body; of several values one must be equal. */
  readonly body_equals?: unknown
}

/** Returns the values of a body that a condition examines, up to a number of them. */
export function partsOf(body: unknown, { body_path = '' }: BodyMatch, most: number): readonly unknown[] {
  const parts: unknown[] = []
  someAt(body, stepsOf(body_path), (part) => parts.push(part) >= most)
  return parts
}

/** Creates the predicate of a condition. The path and the expected value are prepared once for many bodies. */
export function bodyMatcher({ body_path = '', body_equals }: BodyMatch): (body: unknown) => boolean {
  const steps = stepsOf(body_path)
  const passes = body_equals === undefined ? () => true : jsonEqualTo(body_equals)
  return (body) => someAt(body, steps, passes)
}

/** Creates a predicate for equality as JSON, in which the order of keys does not matter. */
function jsonEqualTo(expected: unknown): (value: unknown) => boolean {
  const namesByObject = new Map<object, readonly string[]>()
  const namesOf = (one: object): readonly string[] => {
    const names = namesByObject.get(one) ?? Object.keys(one)
    namesByObject.set(one, names)
    return names
  }
  const isSame = (value: unknown, other: unknown): boolean => {
    if (value === null || other === null || typeof value !== 'object' || typeof other !== 'object') {
      return value === other
    }
    if (Array.isArray(value) || Array.isArray(other)) {
      if (!Array.isArray(value) || !Array.isArray(other) || value.length !== other.length) return false
      return value.every((part, index) => isSame(part, other[index]))
    }
    const names = namesOf(other)
    return (
      names.every((name) => Object.hasOwn(value, name) && isSame(Reflect.get(value, name), Reflect.get(other, name))) &&
      Object.keys(value).length === names.length
    )
  }
  return (value) => isSame(value, expected)
}
