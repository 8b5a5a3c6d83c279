/** Applies PATCH semantics: `undefined` keeps the stored value, anything else, null included, replaces it. */
export const patched = <Value>(sent: Value | undefined, stored: Value): Value => (sent === undefined ? stored : sent)

/** Returns null for an absent value, and for the value by which the API clears the field. */
export const nullIf = <Value>(value: Value | null | undefined, clearing: Value): Value | null =>
  value === undefined || value === null || value === clearing ? null : value

/** Returns null for an absent value, and for an object without keys, by which the API clears the field. */
export const nullIfEmpty = <Value extends object>(value: Value | null | undefined): Value | null =>
  value === undefined || value === null || Object.keys(value).length === 0 ? null : value
