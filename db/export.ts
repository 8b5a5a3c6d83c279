import type { Database } from './database.ts'
import { runToCompletion } from './incremental-task.ts'
import { StateImport } from './state-import.ts'
import type { stateFormat } from './state-tables.ts'
import { stateText } from './state-text.ts'

export { StateError } from './state-import.ts'
export { stateFormat } from './state-tables.ts'

/** The content of a database as JSON for people to read and compare. */
export interface State {
  readonly format: typeof stateFormat
  /** How many migrations the database has applied. */
  readonly version: number
  /** The last sequence number of each table, so that an import does not use ids again. */
  readonly sequences: Readonly<Record<string, number>>
  readonly tables: Readonly<Record<string, readonly Row[]>>
}

type Row = Readonly<Record<string, unknown>>

/** Returns the current state of a database. */
export const exportState = (db: Database): State => JSON.parse([...stateText(db)].join(''))

/**
 * Builds the database image of a state, migrated to the newest version.
 *
 * @throws StateError for a state of a newer version, or one that violates the schema.
 */
export function imageOfState({ version, sequences, tables }: State): Buffer {
  const stateImport = new StateImport(version)
  try {
    for (const [name, rows] of Object.entries(tables)) {
      const table = stateImport.table(name)
      for (const [index, row] of rows.entries()) stateImport.row(table, index, row)
    }
    stateImport.sequences(sequences)
    return runToCompletion(stateImport.image())
  } finally {
    stateImport.close()
  }
}
