import Sqlite from 'better-sqlite3'
import type { Database } from './database.ts'

/** A parameter, or what may hold a question mark that is none: a text, a quoted name, a comment. */
const parameters = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\?/g

/**
 * Makes a connection plan each prepared statement once. better-sqlite3 clears the parameters of a statement after a run,
 * and SQLite then plans anew what it planned by the values of parameters: a statement with `LIMIT ?`, or with ORDER BY or
 * a join beside `= ?`, takes two to sixty times as long. `+?` is the same value, and the planner does not look at it.
 */
export function planOnce(db: Database): void {
  const prepare = (sql: string) =>
    Sqlite.prototype.prepare.call(
      db,
      sql.replace(parameters, (found) => (found === '?' ? '+?' : found)),
    )
  db.prepare = prepare as Database['prepare']
}
