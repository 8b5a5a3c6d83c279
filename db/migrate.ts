import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './open.ts'

const folder = new URL('../migrations/', import.meta.url)

/** A state file that was written by a newer version of this server: refused, and left as it was. */
export class NewerState extends Error {
  constructor(found: number, known: number) {
    super(`The state has version ${found}, and this server knows versions up to ${known}`)
  }
}

/** The version of a database that is up to date. */
export const newestVersion = (): number => files().length

/**
 * Brings a database up to date, or to a version before, in one transaction: all pending migrations, or none.
 *
 * @throws NewerState for a newer one, Error for one of another program; both are left as they were.
 */
export function migrate(db: Database, to = newestVersion()): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > to) throw new NewerState(version, to)
  if (version === to) return
  if (version === 0 && holdsAnything(db)) throw new Error('It is a database, but not of this server')
  const enforced = db.pragma('foreign_keys', { simple: true })
  // A table that is made anew is dropped in between: enforced, what refers to it would go with it.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      for (const name of files().slice(version, to)) db.exec(readFileSync(new URL(name, folder), 'utf8'))
      db.pragma(`user_version = ${to}`)
    }).immediate()
  } finally {
    db.pragma(`foreign_keys = ${enforced}`)
  }
}

const holdsAnything = (db: Database): boolean => db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined

const files = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
