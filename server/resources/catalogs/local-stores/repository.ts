import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'

/** A local store as it is stored: the columns that queries use, and the JSON text for responses. */
export interface LocalStoreRow {
  readonly seq: number
  readonly id: string
  readonly catalog_id: string
  /** What the merchant calls it: unique within the catalog. */
  readonly store_code: string
  readonly json: string
}

/** The table of the local stores of all catalogs. */
export const localStoreTable = childTable<LocalStoreRow>('catalog_id', 'local_stores')

const statements = perDb((db) => ({
  byCode: db.prepare<[string, string], LocalStoreRow>(
    'SELECT * FROM local_stores WHERE catalog_id = ? AND store_code = ?',
  ),
}))

/** Returns the store of a catalog that has this code. */
export const findStoreByCode = (db: Database, catalogId: string, code: string): LocalStoreRow | undefined =>
  statements(db).byCode.get(catalogId, code)

/** Returns one page of a catalog's stores in the order of their ids, of those with some ids where these are named. */
export const listLocalStores = (
  db: Database,
  catalogId: string,
  ids: readonly string[] | undefined,
  page: PageRange,
): readonly LocalStoreRow[] =>
  ids === undefined
    ? localStoreTable.pageWithin(db, catalogId, page)
    : localStoreTable.page(db, { columns: ['id', 'catalog_id'], ranges: rangesOf(ids, [catalogId]), ...page })
