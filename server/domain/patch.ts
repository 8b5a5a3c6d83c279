/** What an update leaves: the stored value when nothing was sent, else what was sent, null included. */
export const patched = <Value>(sent: Value | undefined, stored: Value): Value => (sent === undefined ? stored : sent)

/** Null when nothing was sent, or the value by which the API clears the field. */
export const nullIf = <Value>(value: Value | null | undefined, clearing: Value): Value | null =>
  value === undefined || value === null || value === clearing ? null : value

/** Null for an object without keys, by which the API clears the field. */
export const nullIfEmpty = <Value extends object>(value: Value | null | undefined): Value | null =>
  value === undefined || value === null || Object.keys(value).length === 0 ? null : value
