import { migrate, newestVersion } from './migrate.ts'
import { type Database, openMemory } from './open.ts'
import { prepared } from './per-db.ts'
import { storedColumns } from './rows.ts'

/** Everything that a database has, as JSON that a person can read and compare. */
export interface State {
  readonly format: typeof stateFormat
  /** How many migrations it has gone through. */
  readonly version: number
  /** Where the numbering of each table stands, so that ids are not used again. */
  readonly sequences: Readonly<Record<string, number>>
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

type Row = Readonly<Record<string, unknown>>

/** What an exported state says it is. */
export const stateFormat = 'pinterest-ads-mock/state'

/** A state that cannot be imported, with the place in it. */
export class StateRefused extends Error {}

/** What the database has now. */
export function exportState(db: Database): State {
  const tables = tablesOf(db).map(({ name, json }) => {
    const rows = db
      .prepare<[], Row>(`SELECT ${storedColumns(db, name).map(quoted).join(', ')} FROM ${quoted(name)}`)
      .all()
    return [name, rows.map((row) => mapColumns(row, json, (value) => JSON.parse(String(value))))] as const
  })
  return {
    format: stateFormat,
    version: Number(db.pragma('user_version', { simple: true })),
    sequences: Object.fromEntries(
      db.prepare<[], [string, number]>('SELECT name, seq FROM sqlite_sequence ORDER BY name').raw().all(),
    ),
    tables: Object.fromEntries(tables),
  }
}

/**
 * A database image of a state, brought up to date.
 *
 * @throws StateRefused when it is of a newer version, or breaks what the tables demand.
 */
export function imageOfState({ version, sequences, tables }: State): Buffer {
  if (version > newestVersion()) {
    throw new StateRefused(
      `version ${version} is newer than this server, which knows versions up to ${newestVersion()}`,
    )
  }
  const db = openMemory()
  try {
    migrate(db, version)
    db.transaction(() => {
      db.pragma('defer_foreign_keys = ON')
      // What migrations put there is in the state as well, unless it has since gone.
      for (const { name } of tablesOf(db)) db.exec(`DELETE FROM ${quoted(name)}`)
      for (const [name, rows] of Object.entries(tables)) fill(db, name, rows)
      const store = db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
      db.exec('DELETE FROM sqlite_sequence')
      for (const [name, sequence] of Object.entries(sequences)) store.run(name, sequence)
      refuseOrphans(db)
    })()
    migrate(db)
    return db.serialize()
  } finally {
    db.close()
  }
}

function fill(db: Database, name: string, rows: readonly Row[]): void {
  const table = tablesOf(db).find((one) => one.name === name)
  if (table === undefined) throw new StateRefused(`tables.${name}: there is no such table`)
  for (const [index, row] of rows.entries()) {
    const columns = Object.keys(row)
    try {
      const marks = columns.map(() => '?').join(', ')
      const values = Object.values(mapColumns(row, table.json, (value) => JSON.stringify(value)))
      prepared(db)(`INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${marks})`).run(values)
    } catch (error) {
      throw new StateRefused(`tables.${name}[${index}]: ${error instanceof Error ? error.message : error}`)
    }
  }
}

function refuseOrphans(db: Database): void {
  const [orphan] = db.pragma('foreign_key_check') as readonly { table: string; rowid: number; parent: string }[]
  if (orphan === undefined) return
  throw new StateRefused(`tables.${orphan.table}: row ${orphan.rowid} belongs to none of ${orphan.parent}`)
}

/** The tables with their columns that hold JSON, which the tables' own CHECKs tell. */
function tablesOf(db: Database): readonly { readonly name: string; readonly json: ReadonlySet<string> }[] {
  return db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .all()
    .map(({ name, sql }) => ({
      name,
      json: new Set([...sql.matchAll(/json_valid\((\w+)\)/g)].map(([, column = '']) => column)),
    }))
}

const mapColumns = (row: Row, columns: ReadonlySet<string>, change: (value: unknown) => unknown): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, columns.has(name) && value !== null ? change(value) : value]),
  )

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
