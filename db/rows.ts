import type { Database } from './open.ts'
import { perDb, prepared } from './per-db.ts'

/**
 * The row of that id in a table of entities, as it is stored.
 *
 * @param table A name of this project's own, never one that was sent.
 */
export const rowById = (db: Database, table: string, id: string): Readonly<Record<string, unknown>> | undefined =>
  prepared(db)(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown> | undefined

/** How many rows a table of entities has; the table as above. */
export const countRows = (db: Database, table: string): number =>
  db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0

/** The columns of a table in their order, without those that it computes. */
export const storedColumns = (db: Database, table: string): readonly string[] => columns(db).all(table)

const columns = perDb((db) =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck(),
)
