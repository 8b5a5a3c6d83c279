import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'

/** A catalog as it is stored: the columns that queries use, and the JSON text for responses. */
export interface CatalogRow {
  readonly seq: number
  readonly id: string
  /** The id of the business, which is a user. */
  readonly owner_id: string
  readonly catalog_type: CatalogType
  readonly json: string
}

/** The table of the catalogs of all businesses. */
export const catalogTable = childTable<CatalogRow>('owner_id', 'catalogs')

const statements = perDb((db) => ({
  first: db.prepare<[string, string], CatalogRow>(
    'SELECT * FROM catalogs WHERE owner_id = ? AND catalog_type = ? ORDER BY seq LIMIT 1',
  ),
  any: db.prepare<[string], number>('SELECT 1 FROM catalogs WHERE owner_id = ? LIMIT 1').pluck(),
}))

/** Returns the first catalog of a business with this type, which is its default one. */
export const findDefaultCatalog = (db: Database, ownerId: string, type: CatalogType): CatalogRow | undefined =>
  statements(db).first.get(ownerId, type)

/** Whether a business has a catalog of any type. */
export const hasCatalog = (db: Database, ownerId: string): boolean => statements(db).any.get(ownerId) !== undefined
