import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './open.ts'

const folder = new URL('../migrations/', import.meta.url)

/** A state file that was written by a newer version of this server: refused, and left as it was. */
export class NewerState extends Error {
  constructor(found: number, known: number) {
    super(`The state has version ${found}, and this server knows versions up to ${known}`)
  }
}

/** Brings a database up to date in one transaction: all pending migrations, or none. */
export function migrate(db: Database): void {
  const steps = migrations()
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > steps.length) throw new NewerState(version, steps.length)
  if (version === steps.length) return
  db.transaction(() => {
    for (const sql of steps.slice(version)) db.exec(sql)
    db.pragma(`user_version = ${steps.length}`)
  }).immediate()
}

function migrations(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
}
