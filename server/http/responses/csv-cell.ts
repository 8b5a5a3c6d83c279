const special = /[",\r\n]/

/** Returns a value as CSV has it: in quotes where it needs them (RFC 4180), and empty for null. */
export function csvCell(value: string | number | boolean | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Returns values as a line of CSV. */
export const csvLine = (values: readonly (string | number | boolean | null | undefined)[]): string =>
  `${values.map(csvCell).join(',')}\n`
