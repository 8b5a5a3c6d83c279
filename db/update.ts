import type { Column } from './columns.ts'
import type { Database } from './database.ts'
import type { EntityRow } from './entity-row.ts'
import { columnsNamed, storedValues } from './row-values.ts'

/**
 * Creates a function that stores what has changed of a row: the columns that differ from the row as it was stored, or
 * all of these. Writing a column costs its indexes and triggers even where its value stays.
 *
 * @param table A table name of this project, never input.
 * @param updates The columns that may change.
 */
export function updater<Row extends EntityRow>(
  db: Database,
  table: string,
  updates: readonly string[],
): (row: Row, before?: Partial<Row>) => void {
  const columns = columnsNamed(db, table, updates)
  const stores = new Map<string, (row: Row) => void>()
  const differs = (row: Row, before: Partial<Row>, name: string): boolean =>
    Reflect.get(row, name) !== Reflect.get(before, name)
  return (row, before) => {
    const changed = before === undefined ? columns : columns.filter(({ name }) => differs(row, before, name))
    const key = changed.map(({ name }) => name).join()
    if (key === '') return
    const store = stores.get(key) ?? prepare<Row>(db, table, changed)
    stores.set(key, store)
    store(row)
  }
}

function prepare<Row extends EntityRow>(db: Database, table: string, columns: readonly Column[]): (row: Row) => void {
  const assignments = columns.map(({ name }) => `${name} = ?`).join(', ')
  const statement = db.prepare(`UPDATE ${table} SET ${assignments} WHERE id = ?`)
  const valuesOf = storedValues<Row>(table, columns)
  return (row) => void statement.run(...valuesOf(row), row.id)
}
