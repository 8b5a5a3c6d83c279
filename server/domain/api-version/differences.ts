/**
 * What an older version of the API lacks of an operation. Places are key paths: `[].objective_type`, where `[]` is any
 * item and `{}` any value of a map.
 */
export interface OperationDifferences {
  /** Fields of the request's body that it does not know. */
  readonly body?: readonly string[]
  /** Query parameters that it does not know. */
  readonly query?: readonly string[]
  /** Fields that its responses do not have. */
  readonly response?: readonly string[]
  /** Fields of the request's body that it requires. */
  readonly required?: readonly string[]
  /** Fields of the request's body that it refuses null in. */
  readonly not_null?: readonly string[]
  /** Values that it does not know, by the field or the parameter. */
  readonly body_values?: Readonly<Record<string, readonly string[]>>
  readonly query_values?: Readonly<Record<string, readonly string[]>>
}

/** What an older version lacks, by operation. */
export type VersionDifferences = Readonly<Record<string, OperationDifferences>>

/** A place in a value, as code would write it, and what is there. */
interface Found {
  readonly holder: object
  readonly key: string
  readonly value: unknown
  readonly place: string
}

const stepsOf = (path: string): readonly string[] => path.split('.').filter((step) => step !== '')

/** Yields what is at a key path of a value: of every item and every map value that the path leads through. */
export function* foundAt(value: unknown, path: string): Generator<Found> {
  yield* within(value, stepsOf(path), '')
}

function* within(value: unknown, [step, ...rest]: readonly string[], place: string): Generator<Found> {
  if (step === undefined || value === null || typeof value !== 'object') return
  const isMany = step === '[]' || step === '{}'
  if (isMany && Array.isArray(value) !== (step === '[]')) return
  for (const key of isMany ? Object.keys(value) : [step]) {
    const here = Array.isArray(value) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`
    const inner: unknown = Reflect.get(value, key)
    if (rest.length === 0) yield { holder: value, key, value: inner, place: here }
    else yield* within(inner, rest, here)
  }
}

/** Removes the fields at key paths from a value, in place. */
export function removeAt(value: unknown, paths: readonly string[]): void {
  for (const path of paths) {
    for (const { holder, key } of [...foundAt(value, path)]) Reflect.deleteProperty(holder, key)
  }
}

/** Returns why an older version refuses a body; undefined when it does not. */
export function refusalOf(
  body: unknown,
  version: string,
  { required = [], body_values = {} }: OperationDifferences,
): string | undefined {
  for (const path of required) {
    for (const { key, value, place } of foundAt(body, path)) {
      if (value == null) return `'${key}' is a required property at ${place}, in version ${version}`
    }
  }
  return valueRefusal(body, version, body_values)
}

/** Returns which value of a body or of query parameters an older version does not know; undefined when none. */
export function valueRefusal(
  data: unknown,
  version: string,
  values: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  for (const [path, unknown] of Object.entries(values)) {
    for (const { value, place } of foundAt(data, path)) {
      if (typeof value === 'string' && unknown.includes(value)) {
        return `'${value}' is no value of version ${version} at ${place}`
      }
    }
  }
  return undefined
}
