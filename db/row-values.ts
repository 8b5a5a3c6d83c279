import { type Column, columnsOf } from './columns.ts'
import type { Database } from './database.ts'

/** Returns the columns of a table that have these names, in that order; all of them when no names are passed. */
export function columnsNamed(db: Database, table: string, names?: readonly string[]): readonly Column[] {
  const columns = columnsOf(db, table)
  if (names === undefined) return [...columns.values()]
  return names.map((name) => {
    const column = columns.get(name)
    if (column === undefined) throw new Error(`The table ${table} has no column ${name}`)
    return column
  })
}

/**
 * Returns what reads the values of these columns from a row, in their order. It throws when a row lacks one of them, or
 * has a number where a text belongs.
 */
export function storedValues<Row extends object>(
  table: string,
  columns: readonly Column[],
): (row: Row) => readonly unknown[] {
  const names = columns.map(({ name }) => name) as (keyof Row & string)[]
  const isText = columns.map(({ type }) => type === 'TEXT')
  return (row) => {
    const values: unknown[] = []
    for (let index = 0; index < names.length; index++) {
      const column = names[index] as keyof Row & string
      const value = row[column]
      if (value === undefined) throw new Error(`A row of ${table} lacks ${column}`)
      if (typeof value === 'number' && isText[index]) throw new Error(`A row of ${table} has a number for ${column}`)
      values.push(value)
    }
    return values
  }
}
