import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import { runMigrations } from './migrations.ts'

/** A column that a version of the database has, and one that is looked at has not; undefined when it has all of them. */
export function missingColumn(db: Database, version: number): string | undefined {
  const there = columnsOf(db)
  return [...columnsAt(version)].find((column) => !there.has(column))
}

/** The columns of all tables: `labels.value`. */
const columnsOf = (db: Database): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[], string>(
        `SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables, pragma_table_xinfo(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all(),
  )

const known = new Map<number, ReadonlySet<string>>()

/** The columns of a version, found by making a database of it. */
function columnsAt(version: number): ReadonlySet<string> {
  const before = known.get(version)
  if (before !== undefined) return before
  const db = new Sqlite(':memory:')
  try {
    runMigrations(db, 0, version)
    const columns = columnsOf(db)
    known.set(version, columns)
    return columns
  } finally {
    db.close()
  }
}
