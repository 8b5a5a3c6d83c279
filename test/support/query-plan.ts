import type { Database } from '#db/database.ts'

/** Returns the steps by which SQLite carries out a statement. */
export function planOf(db: Database, sql: string): readonly string[] {
  const anything = Array(sql.split('?').length - 1).fill('[]')
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(anything) as { detail: string }[]
  return steps.map(({ detail }) => detail)
}

/** Returns the steps by which SQLite carries out the last statement that a read prepares. */
export function planOfRead(db: Database, read: (db: Database) => unknown): readonly string[] {
  const texts: string[] = []
  const recording = {
    prepare(sql: string) {
      texts.push(sql)
      return db.prepare(sql)
    },
  } as unknown as Database
  read(recording)
  return planOf(db, texts.at(-1) ?? '')
}
