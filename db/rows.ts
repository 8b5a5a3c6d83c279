import type { Database } from './open.ts'

/**
 * The row of that id in a table of entities, as it is stored.
 *
 * @param table A name of this project's own, never one that was sent.
 */
export const rowById = (db: Database, table: string, id: string): Readonly<Record<string, unknown>> | undefined =>
  db.prepare<[string], Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`).get(id)

/** How many rows a table of entities has; the table as above. */
export const countRows = (db: Database, table: string): number =>
  db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
