import { valuesAt } from './json-path.ts'

/** What is asked of a request's body, by who picks requests: a fault, or a question to the journal. */
export interface BodyMatch {
  /** A path into the JSON of the body that must lead somewhere. */
  readonly body_path?: string | undefined
  /** What `body_path`, or the whole body, must be; of several values one suffices. */
  readonly body_equals?: unknown
}

/** What in a body is looked at. */
export const partsOf = (body: unknown, { body_path }: BodyMatch): readonly unknown[] =>
  body_path === undefined ? [body] : valuesAt(body, body_path)

/** Whether a body is what is asked. */
export function bodyMatches(body: unknown, match: BodyMatch): boolean {
  const parts = partsOf(body, match)
  const { body_equals } = match
  return body_equals === undefined ? parts.length > 0 : parts.some((part) => isSame(part, body_equals))
}

/** Whether two values are the same JSON, in whatever order the names of an object are. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(Reflect.get(one, name), Reflect.get(other, name)))
  )
}
