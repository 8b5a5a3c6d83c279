import type { Database } from './database.ts'
import { perDb } from './statements.ts'

const statements = perDb((db) => ({
  read: db.prepare<[string], string>('SELECT json FROM settings WHERE name = ?').pluck(),
  store: db.prepare<[string, string]>('INSERT OR REPLACE INTO settings VALUES (?, ?)'),
  all: db.prepare<[], { name: string; json: string }>('SELECT name, json FROM settings'),
  remove: db.prepare<[string]>('DELETE FROM settings WHERE name = ?'),
}))

/** Returns the value stored under a name, undefined where there is none. */
export function readSetting<Value>(db: Database, name: string): Value | undefined {
  const json = statements(db).read.get(name)
  return json === undefined ? undefined : (JSON.parse(json) as Value)
}

/** Stores a JSON value under a name. */
export const storeSetting = (db: Database, name: string, value: unknown): void =>
  void statements(db).store.run(name, JSON.stringify(value))

/** Returns all stored values, as JSON text by name. */
export const listSettings = (db: Database): ReadonlyMap<string, string> =>
  new Map(
    statements(db)
      .all.all()
      .map(({ name, json }) => [name, json]),
  )

/** Stores JSON texts by name in place of all values whose names pass. */
export function replaceSettings(
  db: Database,
  settings: ReadonlyMap<string, string>,
  isReplaced: (name: string) => boolean,
): void {
  const { remove, store } = statements(db)
  for (const name of listSettings(db).keys()) if (isReplaced(name)) remove.run(name)
  for (const [name, json] of settings) if (isReplaced(name)) store.run(name, json)
}
