import type { Statement } from 'better-sqlite3'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { newestVersion } from './migrations.ts'
import { openMemory } from './open.ts'
import { orphanIn } from './foreign-keys.ts'
import { quoted, type StateTable, tablesOf } from './state-tables.ts'
import type { Steps } from './incremental-task.ts'
import { contradictedKey, lastSequence, whyNoValue } from './row-validation.ts'

/** A state that cannot be imported, with the place in it. */
export class StateError extends Error {}

/** More than any table has. */
const mostColumns = 100
/** How many ways of storing a row are kept. */
const mostInserts = 100

/** A database that a state is put into, row by row. The first that does not fit ends it. */
export class StateImport {
  readonly #db: Database
  readonly #tables: ReadonlyMap<string, StateTable>
  /** What stores rows, by table and columns: all of a table have the same columns, as a rule. */
  readonly #inserts = new Map<string, Statement>()
  /** Whether it is of a version before this server's. */
  readonly isEarlier: boolean

  /**
   * @param version How many migrations the state has gone through.
   * @throws StateError for a newer one.
   */
  constructor(version: number) {
    if (version > newestVersion()) {
      const known = `which knows versions up to ${newestVersion()}`
      throw new StateError(`version ${version} is newer than this server, ${known}`)
    }
    this.isEarlier = version < newestVersion()
    this.#db = openMemory()
    migrate(this.#db, version)
    // Rows may come before those that they refer to. That these are there is looked at when all have come.
    this.#db.pragma('foreign_keys = OFF')
    this.#db.exec('BEGIN')
    this.#tables = new Map(tablesOf(this.#db).map((table) => [table.name, table]))
    // What migrations put there is in the state as well, unless it has since gone.
    for (const name of this.#tables.keys()) this.#db.exec(`DELETE FROM ${quoted(name)}`)
    this.#db.exec('DELETE FROM sqlite_sequence')
  }

  /** Names a table that the state has; throws StateError when there is none such. */
  table(name: string): StateTable {
    const table = this.#tables.get(name)
    if (table === undefined) throw new StateError(`tables.${name}: there is no such table`)
    return table
  }

  /**
   * Stores a row.
   *
   * @param index Its place in the state.
   * @throws StateError when the table does not take it.
   */
  row({ name, columns: stored }: StateTable, index: number, row: Readonly<Record<string, unknown>>): void {
    const place = `tables.${name}[${index}]`
    const columns = Object.keys(row).sort()
    if (columns.length > mostColumns) throw new StateError(`${place}: has too many columns`)
    const values = columns.map((key) => {
      const column = stored.get(key)
      const value = row[key]
      if (column === undefined) throw new StateError(`${place}.${key}: there is no such column`)
      const reason = whyNoValue(name, column, value)
      if (reason !== undefined) throw new StateError(`${place}.${key} ${reason}`)
      return column.isJson && value !== null ? JSON.stringify(value) : value
    })
    try {
      this.#inserting(name, columns).run(values)
    } catch (error) {
      throw new StateError(`${place}: ${error instanceof Error ? error.message : error}`)
    }
    const contradicted = contradictedKey(name, row)
    if (contradicted !== undefined) throw new StateError(`${place}.json.${contradicted} is not as beside it`)
  }

  #inserting(name: string, columns: readonly string[]): Statement {
    const key = `${name} ${columns}`
    const known = this.#inserts.get(key)
    if (known !== undefined) return known
    if (this.#inserts.size >= mostInserts) this.#inserts.clear()
    const marks = columns.map(() => '?').join(', ')
    const insert = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${marks})`
    const statement = this.#db.prepare(insert)
    this.#inserts.set(key, statement)
    return statement
  }

  /** Says where the numbering of each table stands: it goes on from there, or from the highest number of its rows. */
  sequences(sequences: Readonly<Record<string, number>>): void {
    for (const [name, sequence] of Object.entries(sequences)) {
      if (!this.#tables.get(name)?.columns.has('seq')) throw new StateError(`sequences.${name}: there is no such table`)
      if (sequence > lastSequence) throw new StateError(`sequences.${name} is greater than ${lastSequence}`)
      this.#db.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(name)
      const highest = `SELECT ?, max(?, coalesce(max(seq), 0)) FROM ${quoted(name)}`
      this.#db.prepare(`INSERT INTO sqlite_sequence (name, seq) ${highest}`).run(name, sequence)
    }
  }

  /**
   * The image of what was imported, brought up to date, in small steps.
   *
   * @throws StateError when a row refers to one that there is not.
   */
  *image(): Steps<Buffer> {
    for (const name of this.#tables.keys()) {
      const orphan = yield* orphanIn(this.#db, name)
      if (orphan === undefined) continue
      throw new StateError(`tables.${name}: row ${orphan.row} belongs to none of ${orphan.parent}`)
    }
    this.#db.exec('COMMIT')
    this.#db.pragma('foreign_keys = ON')
    const begun = Number(this.#db.pragma('user_version', { simple: true }))
    for (let version = begun + 1; version <= newestVersion(); version++) {
      migrate(this.#db, version)
      yield
    }
    return this.#db.serialize()
  }

  /** Lets go of it. */
  close(): void {
    this.#db.close()
  }
}
