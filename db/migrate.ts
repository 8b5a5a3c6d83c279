import type { Database } from './database.ts'
import { NewerDatabaseError, UnusableDatabaseError } from './errors.ts'
import { applicationId, newestVersion, runMigrations } from './migrations.ts'
import { missingColumn } from './version-schema.ts'

/**
 * Migrates a database to the newest version, or to an earlier one, in one transaction: all pending migrations, or none.
 *
 * @throws NewerDatabaseError for a newer one, UnusableDatabaseError for another program's; neither is changed.
 */
export function migrate(db: Database, to = newestVersion()): void {
  const version = versionOf(db, to)
  if (version === to && pragmaNumber(db, 'application_id') === applicationId) return
  const enforced = db.pragma('foreign_keys', { simple: true })
  // A table that is rebuilt is dropped in between; with foreign keys enforced, rows that refer to it would be deleted.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => runMigrations(db, version, to)).immediate()
  } finally {
    db.pragma(`foreign_keys = ${enforced}`)
  }
}

/**
 * Returns the version of a database of this server; 0 for an empty one. The first versions lack the application id and
 * are recognized by their tables.
 *
 * @throws NewerDatabaseError, UnusableDatabaseError
 */
export function versionOf(db: Database, newest = newestVersion()): number {
  const [version, id] = [pragmaNumber(db, 'user_version'), pragmaNumber(db, 'application_id')]
  if (id === applicationId) {
    if (version > newest) throw new NewerDatabaseError(version, newest)
  } else if (id !== 0 || version > newest || !hasSchemaOf(db, version)) {
    throw new UnusableDatabaseError('it is a database, but not of this server')
  }
  return version
}

/**
 * Checks that a database has every column of its version and intact pages.
 *
 * @throws UnusableDatabaseError
 */
export function assertIntact(db: Database): void {
  const missing = missingColumn(db, pragmaNumber(db, 'user_version'))
  if (missing !== undefined) throw new UnusableDatabaseError(`it lacks ${missing}`)
  const [found] = db.pragma('quick_check(1)') as readonly { readonly quick_check: string }[]
  if (found?.quick_check !== 'ok') throw new UnusableDatabaseError(`it is broken: ${found?.quick_check}`)
}

const hasSchemaOf = (db: Database, version: number): boolean =>
  version === 0 ? !hasSchema(db) : missingColumn(db, version) === undefined

const hasSchema = (db: Database): boolean => db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined

const pragmaNumber = (db: Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }))
