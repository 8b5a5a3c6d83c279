import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './database.ts'

const folder = new URL('../migrations/', import.meta.url)

/** What `PRAGMA application_id` says of every database of this server: `PAMK`. */
export const applicationId = 0x50_41_4d_4b

/** The version of a database that is up to date. */
export const newestVersion = (): number => files().length

/** Runs the migrations from a version on up to another, and marks the database as one of this server. */
export function runMigrations(db: Database, from: number, to: number): void {
  for (const name of files().slice(from, to)) db.exec(readFileSync(new URL(name, folder), 'utf8'))
  db.pragma(`user_version = ${to}`)
  db.pragma(`application_id = ${applicationId}`)
}

const files = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
