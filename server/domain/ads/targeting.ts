/** An ad group's targeting as it was sent; keys that nobody knows are kept as they came. */
export type TargetingSpec = Readonly<Record<string, unknown>>

/** One step of an update to a targeting spec: `values` for lists, `value` for MINIMUM_AGE and MAXIMUM_AGE. */
export interface TargetingOperation {
  readonly field: string
  readonly operation: 'SET' | 'ADD' | 'REMOVE'
  readonly values?: readonly unknown[] | null | undefined
  readonly value?: string | null | undefined
}

/** The spec after these steps. SET with null or nothing removes the field, and so does removing its last value. */
export function withOperations(spec: TargetingSpec, steps: readonly TargetingOperation[]): TargetingSpec {
  const result: Record<string, unknown> = { ...spec }
  for (const { field, operation, values, value } of steps) {
    const given = values ?? value ?? null
    const stored = listed(result[field])
    if (operation === 'SET') put(result, field, given)
    else if (operation === 'ADD')
      put(result, field, [...stored, ...listed(given).filter((one) => !stored.includes(one))])
    else
      put(
        result,
        field,
        stored.filter((one) => !listed(given).includes(one)),
      )
  }
  return result
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

function put(spec: Record<string, unknown>, field: string, value: unknown): void {
  if (value === null || (Array.isArray(value) && value.length === 0)) delete spec[field]
  else spec[field] = value
}

/** Whether the spec says where: a LOCATION or a GEO. */
export const hasPlace = (spec: TargetingSpec): boolean =>
  listed(spec.LOCATION).length > 0 || listed(spec.GEO).length > 0

/** Whether a key of the spec has a value that targets something. */
export const targets = (spec: TargetingSpec, key: string): boolean => listed(spec[key]).length > 0

/** Whether GEO holds postal codes (`US-94107`) as well as regions (`BE-VOV`). Countries count as neither. */
export function mixesGeoKinds(spec: TargetingSpec): boolean {
  const codes = listed(spec.GEO)
    .map(String)
    .filter((code) => code.includes('-'))
  return codes.some(isPostalCode) && !codes.every(isPostalCode)
}

const isPostalCode = (code: string): boolean => /\d/.test(code.slice(code.indexOf('-') + 1))
