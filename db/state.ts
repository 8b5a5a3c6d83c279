import { type Column, columnsOf } from './columns.ts'
import { migrate } from './migrate.ts'
import { newestVersion } from './migrations.ts'
import { type Database, openMemory } from './open.ts'
import { prepared } from './per-db.ts'
import { quoted, type stateFormat, tablesIn } from './state-text.ts'
import { contradictedKey, lastSequence, whyNoValue } from './values.ts'

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

/** A state that cannot be imported, with the place in it. */
export class StateRefused extends Error {}

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
      for (const name of tablesIn(db)) db.exec(`DELETE FROM ${quoted(name)}`)
      db.exec('DELETE FROM sqlite_sequence')
      for (const [name, rows] of Object.entries(tables)) fill(db, name, rows)
      for (const [name, sequence] of Object.entries(sequences)) goOnFrom(db, name, sequence)
      refuseOrphans(db)
    })()
    migrate(db)
    return db.serialize()
  } finally {
    db.close()
  }
}

function fill(db: Database, name: string, rows: readonly Row[]): void {
  if (!tablesIn(db).includes(name)) throw new StateRefused(`tables.${name}: there is no such table`)
  const columns = columnsOf(db, name)
  for (const [index, row] of rows.entries()) {
    const place = `tables.${name}[${index}]`
    const given = Object.keys(row)
    for (const key of given) {
      const column = columns.get(key)
      if (column === undefined) throw new StateRefused(`${place}.${key}: there is no such column`)
      const reason = whyNoValue(name, column, row[key])
      if (reason !== undefined) throw new StateRefused(`${place}.${key} ${reason}`)
    }
    try {
      const marks = given.map(() => '?').join(', ')
      const values = Object.values(mapJson(row, columns, (value) => JSON.stringify(value)))
      prepared(db)(`INSERT INTO ${quoted(name)} (${given.map(quoted).join(', ')}) VALUES (${marks})`).run(values)
    } catch (error) {
      throw new StateRefused(`${place}: ${error instanceof Error ? error.message : error}`)
    }
    const contradicted = contradictedKey(name, row)
    if (contradicted !== undefined) throw new StateRefused(`${place}.json.${contradicted} is not as beside it`)
  }
}

/** Has the numbering of a table go on from there, or from the highest number of its rows. */
function goOnFrom(db: Database, name: string, sequence: number): void {
  if (!columnsOf(db, name).has('seq')) throw new StateRefused(`sequences.${name}: there is no such table`)
  if (sequence > lastSequence) throw new StateRefused(`sequences.${name} is greater than ${lastSequence}`)
  prepared(db)('DELETE FROM sqlite_sequence WHERE name = ?').run(name)
  prepared(db)(
    `INSERT INTO sqlite_sequence (name, seq) SELECT ?, max(?, coalesce(max(seq), 0)) FROM ${quoted(name)}`,
  ).run(name, sequence)
}

function refuseOrphans(db: Database): void {
  const [orphan] = db.pragma('foreign_key_check') as readonly { table: string; rowid: number; parent: string }[]
  if (orphan === undefined) return
  throw new StateRefused(`tables.${orphan.table}: row ${orphan.rowid} belongs to none of ${orphan.parent}`)
}

const mapJson = (row: Row, columns: ReadonlyMap<string, Column>, change: (value: unknown) => unknown): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value !== null && columns.get(name)?.isJson ? change(value) : value,
    ]),
  )
