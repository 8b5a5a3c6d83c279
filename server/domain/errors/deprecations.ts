import type { Evidence } from '../rules/rule.ts'

interface Note {
  /** What happens to it, or what replaces it. */
  readonly note: string
  readonly evidence: Evidence
  readonly source: string
}

/** A field that bodies may still contain and should not. */
export interface DeprecatedField extends Note {
  /** Its place in the body, `[]` for each item of a list: `keywords[].bid`. */
  readonly field: string
  /** The one value that is deprecated; every value but null when absent. */
  readonly value?: string
}

/** A query parameter that calls may still contain and should not. */
export interface DeprecatedParameter extends Note {
  readonly parameter: string
}

/** A deprecated field or parameter of an operation. */
export type Deprecation = DeprecatedField | DeprecatedParameter

/** The same account in the path and in each item of the body, of which the path's counts. */
export const accountInBody = { field: '[].ad_account_id', note: 'no effect: the path says which ad account' } as const

/** Returns a sentence for each deprecated parameter among those named, and for each deprecated field of a body. */
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

const partsByField = new Map<string, readonly string[]>()

/** Returns the steps of a field's place, which are worked out once. */
function partsOf(field: string): readonly string[] {
  const parts = partsByField.get(field) ?? field.match(/\[\]|[^.[\]]+/g) ?? []
  partsByField.set(field, parts)
  return parts
}

function isIn(node: unknown, [part, ...rest]: readonly string[], value: string | undefined): boolean {
  if (node === undefined || node === null) return false
  if (part === undefined) return value === undefined || node === value
  if (part === '[]') return Array.isArray(node) && node.some((item) => isIn(item, rest, value))
  return typeof node === 'object' && Object.hasOwn(node, part) && isIn(Reflect.get(node, part), rest, value)
}
