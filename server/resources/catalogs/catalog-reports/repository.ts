import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'
import type { ItemRow } from '../items/rows.ts'

/** A report on a catalog as it is stored. */
export interface CatalogReportRow {
  readonly seq: number
  readonly id: string
  /** The id of the business, which is a user. */
  readonly owner_id: string
  readonly token: string
  /** The body of its creation, as JSON text. */
  readonly request: string
  /** Unix seconds. */
  readonly created_time: number
}

/** The table of the reports of all businesses. */
export const catalogReportTable = childTable<CatalogReportRow>('owner_id', 'catalog_reports')

/** Issues that keep an item from being shown, which are worked out of its columns. */
export const distributionIssues = [
  { code: 301, label: 'OUT_OF_STOCK', sql: "availability = 'OUT_OF_STOCK'", ads: true, organic: false },
  { code: 302, label: 'ADULT', sql: "json ->> '$.adult' = 1", ads: true, organic: true },
  { code: 303, label: 'PRICE_MISSING', sql: 'price IS NULL', ads: true, organic: false },
] as const

const statements = perDb((db) => ({
  withToken: db.prepare<[string, string], CatalogReportRow>(
    'SELECT * FROM catalog_reports WHERE owner_id = ? AND token = ?',
  ),
  latest: db.prepare<[string, string, number], CatalogReportRow>(
    'SELECT * FROM catalog_reports WHERE owner_id = ? AND request = ? AND created_time >= ? ORDER BY seq DESC LIMIT 1',
  ),
  byId: db.prepare<[string], CatalogReportRow>('SELECT * FROM catalog_reports WHERE id = ?'),
  counts: db.prepare<[number], Record<string, number>>(
    `SELECT ${distributionIssues.map(({ label, sql }) => `count(*) FILTER (WHERE ${sql}) AS ${label}`).join(', ')}
      FROM items WHERE catalog = ?`,
  ),
  affected: db.prepare<[number, number, number], ItemRow>(
    `SELECT * FROM items WHERE catalog = ? AND (${distributionIssues.map(({ sql }) => sql).join(' OR ')}) AND seq > ?
      ORDER BY seq LIMIT ?`,
  ),
}))

/** Returns the report of a business that has a token. */
export const reportWithToken = (db: Database, ownerId: string, token: string): CatalogReportRow | undefined =>
  statements(db).withToken.get(ownerId, token)

/** Returns the newest report of a business on a request that was created at a time or later. */
export const reportSince = (
  db: Database,
  ownerId: string,
  request: string,
  since: number,
): CatalogReportRow | undefined => statements(db).latest.get(ownerId, request, since)

/** Returns the report of any business that has this id. */
export const findCatalogReport = (db: Database, id: string): CatalogReportRow | undefined => statements(db).byId.get(id)

/** Returns how many items of a catalog have each issue, by its label. */
export const countDistributionIssues = (db: Database, catalog: number): Readonly<Record<string, number>> =>
  statements(db).counts.get(catalog) ?? {}

/** Returns some of the items of a catalog that have an issue, in the order of their `seq`. */
export const itemsWithIssues = (db: Database, catalog: number, after: number, limit: number): readonly ItemRow[] =>
  statements(db).affected.all(catalog, after, limit)
