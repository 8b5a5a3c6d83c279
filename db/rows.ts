import { columnsOf } from './columns.ts'
import type { Database } from './database.ts'
import { quoted } from './state-tables.ts'
import { prepared } from './statements.ts'

/**
 * Returns the stored row with an id.
 *
 * @param table A table name of this project, never input.
 */
export const rowById = (db: Database, table: string, id: string): Readonly<Record<string, unknown>> | undefined =>
  prepared(db)(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown> | undefined

/** Returns the stored row with a sequence number; the table name as above. */
export const rowBySequence = (
  db: Database,
  table: string,
  sequence: number,
): Readonly<Record<string, unknown>> | undefined =>
  prepared(db)(`SELECT * FROM ${table} WHERE seq = ?`).get(sequence) as Record<string, unknown> | undefined

/** Returns the number of rows of a table; the table name as above. */
export const countRows = (db: Database, table: string): number =>
  db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0

/**
 * Returns the latest ids of a table, of one ad account where its rows belong to one; the table name as above, or one read
 * from the schema.
 */
export function latestIds(
  db: Database,
  table: string,
  adAccountId: string | undefined,
  limit: number,
): readonly string[] {
  const columns = columnsOf(db, table)
  if (!columns.has('id') || !columns.has('seq')) return []
  const isOfAccount = columns.has('ad_account_id') && adAccountId !== undefined
  const where = isOfAccount ? 'WHERE ad_account_id = ?' : ''
  const statement = prepared(db)(`SELECT id FROM ${quoted(table)} ${where} ORDER BY seq DESC LIMIT ${limit}`)
  const rows = isOfAccount ? statement.all(adAccountId) : statement.all()
  return (rows as readonly { readonly id: string }[]).map(({ id }) => id)
}
