import type { Database } from './database.ts'
import { perDb } from './statements.ts'

const statements = perDb((db) => ({
  read: db.prepare<[string], string>('SELECT json FROM settings WHERE name = ?').pluck(),
  store: db.prepare<[string, string]>('INSERT OR REPLACE INTO settings VALUES (?, ?)'),
}))

/** What is stored under that name, as it was given; undefined when nothing is. */
export function readSetting<Value>(db: Database, name: string): Value | undefined {
  const json = statements(db).read.get(name)
  return json === undefined ? undefined : (JSON.parse(json) as Value)
}

/** Stores a value, which must be JSON, under a name. */
export const storeSetting = (db: Database, name: string, value: unknown): void =>
  void statements(db).store.run(name, JSON.stringify(value))
