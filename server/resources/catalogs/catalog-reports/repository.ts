import type { Database } from '#db/database.ts'
import type { IncrementalTask } from '#db/incremental-task.ts'
import type { PageRange } from '#db/keyset.ts'
import { maxSequence } from '#db/row-validation.ts'
import { perDb, prepared } from '#db/statements.ts'
import { childTable } from '#db/table.ts'
import { isSeen } from '../items/deleted-feeds.ts'
import type { ItemRow } from '../items/rows.ts'
import { endOfStep } from '../items/steps.ts'

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
}))

const counts = distributionIssues.map(({ label, sql }) => `count(*) FILTER (WHERE ${sql}) AS ${label}`).join(', ')
const isAffected = distributionIssues.map(({ sql }) => sql).join(' OR ')

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

/** The items that one step counts: all of their attributes are read. */
const step = 2000

/**
 * Counts the items of a catalog that have each issue, by its label, in steps.
 *
 * @param open Returns the database for each step.
 */
export function* countDistributionIssues(
  open: () => Database,
  catalog: number,
): IncrementalTask<Readonly<Record<string, number>>> {
  const sums: Record<string, number> = {}
  for (let after = 0; ; yield) {
    const db = open()
    const to = endOfStep(db, { catalog }, after, step)
    const within = `catalog = ? AND seq > ? AND seq <= ? AND ${isSeen(db)}`
    const counted = prepared(db)(`SELECT ${counts} FROM items NOT INDEXED WHERE ${within}`)
    const found = counted.get(catalog, after, to ?? maxSequence) as Readonly<Record<string, number>>
    for (const [label, count] of Object.entries(found)) sums[label] = (sums[label] ?? 0) + count
    if (to === undefined) return sums
    after = to
  }
}

/** Returns one page of the items of a catalog that have an issue, in the order of their `seq`. */
export const itemsWithIssues = (db: Database, catalog: number, { after = 0, limit }: PageRange): readonly ItemRow[] =>
  prepared(db)(
    `SELECT * FROM items WHERE catalog = ? AND (${isAffected}) AND ${isSeen(db)} AND seq > ? ORDER BY seq LIMIT ?`,
  ).all(catalog, after, limit) as readonly ItemRow[]
