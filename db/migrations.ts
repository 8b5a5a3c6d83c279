import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './database.ts'

const folder = new URL('../migrations/', import.meta.url)

/** `PRAGMA application_id` of every database of this server: `PAMK`. */
export const applicationId = 0x50_41_4d_4b

/** Returns the version of a fully migrated database. */
export const newestVersion = (): number => files().length

/** Applies the migrations between two versions, and marks the database as one of this server. */
export function runMigrations(db: Database, from: number, to: number): void {
  for (const name of files().slice(from, to)) db.exec(readFileSync(new URL(name, folder), 'utf8'))
  db.pragma(`user_version = ${to}`)
  db.pragma(`application_id = ${applicationId}`)
}

const files = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
