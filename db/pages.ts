import type { Database } from './database.ts'
import type { PageRange } from './keyset.ts'

/** How many rows a page has unless its reader says otherwise. */
const usualLimit = 250

/** Yields the pages of a list in the order of `seq`, one after the other. Each is read once the one before it was used. */
export function* pagesOf<Row extends { readonly seq: number }>(
  database: () => Database,
  page: (db: Database, range: PageRange) => readonly Row[],
  limit = usualLimit,
): Generator<readonly Row[]> {
  for (let after = 0; ; ) {
    const rows = page(database(), { after, limit })
    yield rows
    const last = rows.at(-1)
    if (rows.length < limit || last === undefined) return
    after = last.seq
  }
}
