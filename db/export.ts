import type { Database } from './database.ts'
import { StateImport } from './state-import.ts'
import type { stateFormat } from './state-tables.ts'
import { stateText } from './state-text.ts'
import { atOnce } from './incremental-task.ts'

export { StateError } from './state-import.ts'
export { stateFormat } from './state-tables.ts'

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

/** What the database has now. */
export const exportState = (db: Database): State => JSON.parse([...stateText(db)].join(''))

/**
 * A database image of a state, brought up to date.
 *
 * @throws StateError when it is of a newer version, or breaks what the tables demand.
 */
export function imageOfState({ version, sequences, tables }: State): Buffer {
  const into = new StateImport(version)
  try {
    for (const [name, rows] of Object.entries(tables)) {
      const table = into.table(name)
      for (const [index, row] of rows.entries()) into.row(table, index, row)
    }
    into.sequences(sequences)
    return atOnce(into.image())
  } finally {
    into.close()
  }
}
