import type { Database } from './database.ts'

/** Returns the rows of a page, in the order of `seq`. */
export type PageReader<Row> = (db: Database, page: { readonly after: number; readonly limit: number }) => readonly Row[]

/** How many rows a page has when nothing else is said. */
const usualLimit = 250

/**
 * Yields the pages of a list, one after the other, the last one perhaps empty. The database is looked up for each page:
 * between two of them an idle world may be suspended.
 */
export function* pagesOf<Row extends { readonly seq: number }>(
  database: () => Database,
  read: PageReader<Row>,
  limit: number = usualLimit,
): Generator<readonly Row[]> {
  for (let after = 0; ; ) {
    const rows = read(database(), { after, limit })
    yield rows
    const last = rows.at(-1)
    if (rows.length < limit || last === undefined) return
    after = last.seq
  }
}
