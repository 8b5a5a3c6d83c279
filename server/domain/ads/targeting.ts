/** An ad group's targeting as it was sent, unknown keys included. */
export type TargetingSpec = Readonly<Record<string, unknown>>

/** One operation of an update to a targeting spec: `values` for lists, `value` for MINIMUM_AGE and MAXIMUM_AGE. */
export interface TargetingOperation {
  readonly field: string
  readonly operation: 'SET' | 'ADD' | 'REMOVE'
  readonly values?: readonly unknown[] | null | undefined
  readonly value?: string | null | undefined
}

/**
 * Applies operations to a spec. SET with null or an empty list removes the field, and so does removing its last value.
 */
export function withOperations(spec: TargetingSpec, steps: readonly TargetingOperation[]): TargetingSpec {
  const result: Record<string, unknown> = { ...spec }
  for (const { field, operation, values, value } of steps) {
    const operand = values ?? value ?? null
    const stored = toList(result[field])
    if (operation === 'SET') setOrRemove(result, field, operand)
    else if (operation === 'ADD')
      setOrRemove(result, field, [...stored, ...toList(operand).filter((one) => !stored.includes(one))])
    else
      setOrRemove(
        result,
        field,
        stored.filter((one) => !toList(operand).includes(one)),
      )
  }
  return result
}

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

function setOrRemove(spec: Record<string, unknown>, field: string, value: unknown): void {
  if (value === null || (Array.isArray(value) && value.length === 0)) delete spec[field]
  else spec[field] = value
}

/** Tells whether the spec targets a place: a LOCATION or a GEO. */
export const hasPlace = (spec: TargetingSpec): boolean =>
  toList(spec.LOCATION).length > 0 || toList(spec.GEO).length > 0

/** Tells whether the spec targets anything under a key. */
export const targets = (spec: TargetingSpec, key: string): boolean => toList(spec[key]).length > 0

/** Returns what the spec targets under a key, as texts. */
export const targetedValues = (spec: TargetingSpec, key: string): readonly string[] => toList(spec[key]).map(String)

/** Tells whether GEO mixes postal codes (`US-94107`) with regions (`BE-VOV`). Countries count as neither. */
export function mixesGeoKinds(spec: TargetingSpec): boolean {
  const codes = toList(spec.GEO)
    .map(String)
    .filter((code) => code.includes('-'))
  return codes.some(isPostalCode) && !codes.every(isPostalCode)
}

const isPostalCode = (code: string): boolean => /\d/.test(code.slice(code.indexOf('-') + 1))
