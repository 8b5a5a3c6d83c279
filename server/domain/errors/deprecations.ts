import type { Evidence } from '../rules/rule.ts'

interface Noted {
  /** What becomes of it, or what took its place. */
  readonly note: string
  readonly evidence: Evidence
  readonly source: string
}

/** Something that bodies may still have, and should not. */
export interface DeprecatedField extends Noted {
  /** Where it is in the body, `[]` for each item of a list: `keywords[].bid`. */
  readonly field: string
  /** The one value that is deprecated; every value but null when absent. */
  readonly value?: string
}

/** A query parameter that calls may still have, and should not. */
export interface DeprecatedParameter extends Noted {
  readonly parameter: string
}

/** Something of a call that is deprecated. */
export type Deprecation = DeprecatedField | DeprecatedParameter

/** The same account in the path and in each item of the body, of which the path's counts. */
export const accountInBody = { field: '[].ad_account_id', note: 'no effect: the path says which ad account' } as const

/** What a call has that is deprecated, a sentence for each: of the parameters that it names, and of its body. */
export function deprecatedIn(
  deprecations: readonly Deprecation[],
  body: unknown,
  parameters: readonly string[],
): readonly string[] {
  const ofQuery: string[] = []
  const ofBody: string[] = []
  for (const one of deprecations) {
    if ('parameter' in one) {
      if (parameters.includes(one.parameter))
        ofQuery.push(`The parameter '${one.parameter}' is deprecated: ${one.note}`)
    } else if (isIn(body, partsOf(one.field), one.value)) {
      const what = one.value === undefined ? `The field '${one.field}'` : `The value '${one.value}' of '${one.field}'`
      ofBody.push(`${what} is deprecated: ${one.note}`)
    }
  }
  return [...ofQuery, ...ofBody]
}

const partsOf = (field: string): readonly string[] => field.match(/\[\]|[^.[\]]+/g) ?? []

function isIn(given: unknown, [part, ...rest]: readonly string[], value: string | undefined): boolean {
  if (given === undefined || given === null) return false
  if (part === undefined) return value === undefined || given === value
  if (part === '[]') return Array.isArray(given) && given.some((item) => isIn(item, rest, value))
  return typeof given === 'object' && Object.hasOwn(given, part) && isIn(Reflect.get(given, part), rest, value)
}
