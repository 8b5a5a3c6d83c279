import type { Database } from './database.ts'
import { perDb } from './statements.ts'

const statements = perDb((db) => ({
  find: db.prepare<[string, string], number>('SELECT reads FROM reads WHERE kind = ? AND id = ?').pluck(),
  count: db.prepare<[string, string]>(
    'INSERT INTO reads VALUES (?, ?, 1) ON CONFLICT (kind, id) DO UPDATE SET reads = reads + 1',
  ),
  forget: db.prepare<[string, string]>('DELETE FROM reads WHERE kind = ? AND id = ?'),
  forgetKind: db.prepare<[string]>('DELETE FROM reads WHERE kind = ?'),
}))

/** Returns how often an entity was read. */
export const readsOf = (db: Database, kind: string, id: string): number => statements(db).find.get(kind, id) ?? 0

/** Counts one more read of an entity. */
export const countRead = (db: Database, kind: string, id: string): void => void statements(db).count.run(kind, id)

/** Forgets how often an entity was read; of the whole kind without an id. */
export function forgetReads(db: Database, kind: string, id?: string): void {
  if (id === undefined) statements(db).forgetKind.run(kind)
  else statements(db).forget.run(kind, id)
}
