import { someAt, stepsOf } from './json-path.ts'

/** What is asked of a request's body, by who picks requests: a fault, or a question to the journal. */
export interface BodyMatch {
  /** A path into the JSON of the body that must lead somewhere. */
  readonly body_path?: string | undefined
  /** What `body_path`, or the whole body, must be; of several values one suffices. */
  readonly body_equals?: unknown
}

/** What in a body is looked at: so many of its values at the most. */
export function partsOf(body: unknown, { body_path = '' }: BodyMatch, most: number): readonly unknown[] {
  const parts: unknown[] = []
  someAt(body, stepsOf(body_path), (part) => parts.push(part) >= most)
  return parts
}

/** Tells whether bodies are what is asked. Made once and asked often: the path is read, and what is wanted, but once. */
export function bodyMatcher({ body_path = '', body_equals }: BodyMatch): (body: unknown) => boolean {
  const steps = stepsOf(body_path)
  const passes = body_equals === undefined ? () => true : sameAs(body_equals)
  return (body) => someAt(body, steps, passes)
}

/** Tells whether values are the same JSON as one, in whatever order the names of an object are. */
function sameAs(wanted: unknown): (value: unknown) => boolean {
  const known = new Map<object, readonly string[]>()
  const namesOf = (one: object): readonly string[] => {
    const names = known.get(one) ?? Object.keys(one)
    known.set(one, names)
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
  return (value) => isSame(value, wanted)
}
