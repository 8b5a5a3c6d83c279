import type { Statement } from 'better-sqlite3'
import type { Database } from './database.ts'
import { pageSizeOf } from './open.ts'
import { perDb } from './statements.ts'

/** An open database that can be measured. */
export interface MeasuredDatabase {
  readonly db: Database
  readonly pages: Statement<[], number>
  readonly pageSize: number
}

/** Returns the database with what its size is read by. */
export const measured = (db: Database): MeasuredDatabase => ({ db, ...measures(db) })

const measures = perDb((db) => ({
  pages: db.prepare<[], number>('PRAGMA page_count').pluck(),
  pageSize: pageSizeOf(db),
}))

/** Returns the size of a database in bytes. */
export const sizeOf = ({ pages, pageSize }: MeasuredDatabase): number => (pages.get() ?? 0) * pageSize
