/**
 * Returns the code of an error of Node's or SQLite's: `ENOENT`, `SQLITE_BUSY`; undefined for any other value.
 *
 * Does not look at the class: a test runner such as Jest runs the library in a realm of its own, where the errors of
 * Node's own modules are no `Error`.
 */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
