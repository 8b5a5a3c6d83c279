import type { Database } from './database.ts'
import { applicationId, newestVersion, runMigrations } from './migrations.ts'
import { NewerDatabaseError, UnusableDatabaseError } from './errors.ts'
import { missingColumn } from './version-schema.ts'

/**
 * Brings a database up to date, or to a version before, in one transaction: all pending migrations, or none.
 *
 * @throws NewerDatabaseError for a newer one, UnusableDatabaseError for one of another program; both are left as they were.
 */
export function migrate(db: Database, to = newestVersion()): void {
  const version = versionOf(db, to)
  if (version === to && numberIn(db, 'application_id') === applicationId) return
  const enforced = db.pragma('foreign_keys', { simple: true })
  // A table that is made anew is dropped in between: enforced, what refers to it would go with it.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => runMigrations(db, version, to)).immediate()
  } finally {
    db.pragma(`foreign_keys = ${enforced}`)
  }
}

/**
 * The version of a database that is this server's, or that has nothing in it, which is version 0. The first versions
 * left no mark, and are known by their tables.
 *
 * @throws NewerDatabaseError, UnusableDatabaseError
 */
export function versionOf(db: Database, newest = newestVersion()): number {
  const [version, id] = [numberIn(db, 'user_version'), numberIn(db, 'application_id')]
  if (id === applicationId) {
    if (version > newest) throw new NewerDatabaseError(version, newest)
  } else if (id !== 0 || version > newest || !isKnown(db, version)) {
    throw new UnusableDatabaseError('it is a database, but not of this server')
  }
  return version
}

/**
 * Refuses a database that lacks a column of its version, or whose pages are not whole.
 *
 * @throws UnusableDatabaseError
 */
export function refuseBroken(db: Database): void {
  const missing = missingColumn(db, numberIn(db, 'user_version'))
  if (missing !== undefined) throw new UnusableDatabaseError(`it lacks ${missing}`)
  const [found] = db.pragma('quick_check(1)') as readonly { readonly quick_check: string }[]
  if (found?.quick_check !== 'ok') throw new UnusableDatabaseError(`it is broken: ${found?.quick_check}`)
}

const isKnown = (db: Database, version: number): boolean =>
  version === 0 ? !holdsAnything(db) : missingColumn(db, version) === undefined

const holdsAnything = (db: Database): boolean => db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined

const numberIn = (db: Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }))
