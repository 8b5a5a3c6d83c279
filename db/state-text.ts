import { type Column, columnsOf } from './columns.ts'
import { type Database, pageSizeOf } from './open.ts'
import type { State } from './state.ts'

/** A world that is too large to be told as one text. */
export class StateTooLarge extends Error {
  readonly code = 'STATE_TOO_LARGE'
}

/** The largest database that is told as text, in bytes: such a text takes as much memory again, and is read again. */
const mostBytes = 2 ** 27

/** What an exported state says it is. */
export const stateFormat = 'pinterest-ads-mock/state'

/**
 * What the database has now, as JSON. Made as text: objects of all rows would take ten times the memory.
 *
 * @throws StateTooLarge
 */
export function stateText(db: Database): string {
  refuseTooLarge(db)
  const version = Number(db.pragma('user_version', { simple: true }))
  const sequences = db.prepare<[], [string, number]>('SELECT name, seq FROM sqlite_sequence ORDER BY name').raw().all()
  const head = JSON.stringify({ format: stateFormat, version, sequences: Object.fromEntries(sequences) })
  const tables = tablesIn(db).map((name) => `${JSON.stringify(name)}:[${rowTexts(db, name).join(',')}]`)
  return `${head.slice(0, -1)},"tables":{${tables.join(',')}}}`
}

/** The same as an object. */
export const exportState = (db: Database): State => JSON.parse(stateText(db))

/** The tables of a database, in the order in which they were made. */
export const tablesIn = (db: Database): readonly string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .pluck()
    .all()

/** A name as SQL takes any. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function rowTexts(db: Database, table: string): readonly string[] {
  const columns = [...columnsOf(db, table).values()]
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const keys = columns.map(({ name }) => JSON.stringify(name))
  const texts: string[] = []
  for (const row of db
    .prepare<[], unknown[]>(`SELECT ${names} FROM ${quoted(table)}`)
    .raw()
    .iterate()) {
    texts.push(`{${columns.map((column, index) => `${keys[index]}:${valueText(column, row[index])}`).join(',')}}`)
  }
  return texts
}

const valueText = ({ isJson }: Column, value: unknown): string =>
  isJson && value !== null ? String(value) : JSON.stringify(value)

function refuseTooLarge(db: Database): void {
  const bytes = Number(db.pragma('page_count', { simple: true })) * pageSizeOf(db)
  if (bytes <= mostBytes) return
  throw new StateTooLarge(`it takes ${bytes} bytes, and at most ${mostBytes} are told as JSON; take a snapshot of it`)
}
