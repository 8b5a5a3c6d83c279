import type { Database } from './database.ts'
import { perDb } from './statements.ts'

const statements = perDb((db) => ({
  read: db.prepare<[string], string>('SELECT json FROM settings WHERE name = ?').pluck(),
  store: db.prepare<[string, string]>('INSERT OR REPLACE INTO settings VALUES (?, ?)'),
}))

/** Returns the value stored under a name, undefined where there is none. */
export function readSetting<Value>(db: Database, name: string): Value | undefined {
  const json = statements(db).read.get(name)
  return json === undefined ? undefined : (JSON.parse(json) as Value)
}

/** Stores a JSON value under a name. */
export const storeSetting = (db: Database, name: string, value: unknown): void =>
  void statements(db).store.run(name, JSON.stringify(value))
