import type { Statement } from 'better-sqlite3'
import type { Database } from './database.ts'
import { findForeignKeyViolation } from './foreign-keys.ts'
import type { IncrementalTask } from './incremental-task.ts'
import { migrate } from './migrate.ts'
import { newestVersion } from './migrations.ts'
import { openMigrated } from './open-migrated.ts'
import { invalidValueReason, maxSequence, mismatchedKey } from './row-validation.ts'
import { quoted, type StateTable, tablesOf } from './state-tables.ts'

/** Thrown for a state that cannot be imported; the message names the place. */
export class StateError extends Error {}

/** More columns than any table has. */
const mostColumns = 100
/** How many prepared insertions are cached. */
const mostInserts = 100

/** Imports a state row by row into a database of the state's version. The first error ends the import. */
export class StateImport {
  readonly #db: Database
  readonly #tables: ReadonlyMap<string, StateTable>
  /** Prepared insertions by table and columns: rows of a table usually have the same columns. */
  readonly #inserts = new Map<string, Statement>()
  /** Whether the state is of an earlier version than this server. */
  readonly isEarlier: boolean

  /**
   * @param version How many migrations the state has applied.
   * @throws StateError for a newer one.
   */
  constructor(version: number) {
    if (version > newestVersion()) {
      const versions = `which knows versions up to ${newestVersion()}`
      throw new StateError(`version ${version} is newer than this server, ${versions}`)
    }
    this.isEarlier = version < newestVersion()
    this.#db = openMigrated(version)
    // Rows may precede their parents; `image` checks references when all rows are there.
    this.#db.pragma('foreign_keys = OFF')
    this.#db.exec('BEGIN')
    this.#tables = new Map(tablesOf(this.#db).map((table) => [table.name, table]))
    // Rows that migrations inserted are part of the state, unless they were deleted since.
    for (const name of this.#tables.keys()) this.#db.exec(`DELETE FROM ${quoted(name)}`)
    this.#db.exec('DELETE FROM sqlite_sequence')
  }

  /** Returns a table by name; throws StateError where there is none. */
  table(name: string): StateTable {
    const table = this.#tables.get(name)
    if (table === undefined) throw new StateError(`tables.${name}: there is no such table`)
    return table
  }

  /**
   * Stores a row.
   *
   * @param index The position of the row in the state.
   * @throws StateError when the table rejects it.
   */
  row({ name, columns: stored }: StateTable, index: number, row: Readonly<Record<string, unknown>>): void {
    const place = `tables.${name}[${index}]`
    const columns = Object.keys(row).sort()
    if (columns.length > mostColumns) throw new StateError(`${place}: has too many columns`)
    const values = columns.map((key) => {
      const column = stored.get(key)
      const value = row[key]
      if (column === undefined) throw new StateError(`${place}.${key}: there is no such column`)
      const reason = invalidValueReason(name, column, value)
      if (reason !== undefined) throw new StateError(`${place}.${key} ${reason}`)
      return column.isJson && value !== null ? JSON.stringify(value) : value
    })
    try {
      this.#inserting(name, columns).run(values)
    } catch (error) {
      throw new StateError(`${place}: ${error instanceof Error ? error.message : error}`)
    }
    const contradicted = mismatchedKey(name, row)
    if (contradicted !== undefined) throw new StateError(`${place}.json.${contradicted} is not as beside it`)
  }

  #inserting(name: string, columns: readonly string[]): Statement {
    const key = `${name} ${columns}`
    const cached = this.#inserts.get(key)
    if (cached !== undefined) return cached
    if (this.#inserts.size >= mostInserts) this.#inserts.clear()
    const placeholders = columns.map(() => '?').join(', ')
    const insert = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${placeholders})`
    const statement = this.#db.prepare(insert)
    this.#inserts.set(key, statement)
    return statement
  }

  /** Sets the last sequence number of each table, which is never below the highest of its rows. */
  sequences(sequences: Readonly<Record<string, number>>): void {
    for (const [name, sequence] of Object.entries(sequences)) {
      if (!this.#tables.get(name)?.columns.has('seq')) throw new StateError(`sequences.${name}: there is no such table`)
      if (sequence > maxSequence) throw new StateError(`sequences.${name} is greater than ${maxSequence}`)
      this.#db.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(name)
      const highest = `SELECT ?, max(?, coalesce(max(seq), 0)) FROM ${quoted(name)}`
      this.#db.prepare(`INSERT INTO sqlite_sequence (name, seq) ${highest}`).run(name, sequence)
    }
  }

  /**
   * Returns the imported database as an image of the newest version, in small steps.
   *
   * @throws StateError when a row refers to a missing one.
   */
  *image(): IncrementalTask<Buffer> {
    for (const name of this.#tables.keys()) {
      const orphan = yield* findForeignKeyViolation(this.#db, name)
      if (orphan === undefined) continue
      throw new StateError(`tables.${name}: row ${orphan.row} belongs to none of ${orphan.parent}`)
    }
    this.#db.exec('COMMIT')
    this.#db.pragma('foreign_keys = ON')
    const importedVersion = Number(this.#db.pragma('user_version', { simple: true }))
    for (let version = importedVersion + 1; version <= newestVersion(); version++) {
      migrate(this.#db, version)
      yield
    }
    return this.#db.serialize()
  }

  /** Closes the database. */
  close(): void {
    this.#db.close()
  }
}
