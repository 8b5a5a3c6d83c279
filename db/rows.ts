import type { Database } from './database.ts'
import { prepared } from './statements.ts'

/**
 * Returns the stored row with an id.
 *
 * @param table A table name of this project, never input.
 */
export const rowById = (db: Database, table: string, id: string): Readonly<Record<string, unknown>> | undefined =>
  prepared(db)(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown> | undefined

/** Returns the number of rows of a table; the table name as above. */
export const countRows = (db: Database, table: string): number =>
  db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
