import type { Database } from './database.ts'
import { perDb } from './statements.ts'

let connections = 0

/** Returns the number of a connection, unique in this process: a database that is reopened gets another. */
export const connectionIdOf = perDb(() => ++connections)

const changes = perDb((db) => db.prepare<[], number>('SELECT total_changes()').pluck())

/** Returns how many rows a connection has written, including those that were rolled back. */
export const changeCountOf = (db: Database): number => changes(db).get() ?? 0
