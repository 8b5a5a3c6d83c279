import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'
import { runMigrations } from './migrations.ts'

/** Returns the first column of a version that a database lacks; undefined when it has all of them. */
export function missingColumn(db: Database, version: number): string | undefined {
  const present = columnsOf(db)
  return [...columnsAt(version)].find((column) => !present.has(column))
}

/** Returns the columns of all tables, as `labels.value`. */
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

const versionColumns = new Map<number, ReadonlySet<string>>()

/** Returns the columns of a version, from a database migrated to it. Cached. */
function columnsAt(version: number): ReadonlySet<string> {
  const cached = versionColumns.get(version)
  if (cached !== undefined) return cached
  const db = new Sqlite(':memory:')
  try {
    runMigrations(db, 0, version)
    const columns = columnsOf(db)
    versionColumns.set(version, columns)
    return columns
  } finally {
    db.close()
  }
}
