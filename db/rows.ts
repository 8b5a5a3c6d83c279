import type { Database } from './database.ts'
import { prepared } from './statements.ts'

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
