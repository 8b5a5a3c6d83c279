/** What every row of a table of entities has. */
export interface EntityRow {
  /** Rises with every row, and is never used again. */
  readonly seq: number
  readonly id: string
}

/** The fields of an entity from which columns are filled: a boolean is kept as 0 or 1. */
export type ColumnFields<Columns> = {
  readonly [Name in keyof Columns]: Columns[Name] | (Columns[Name] extends 0 | 1 ? boolean : never)
}

/**
 * Returns the row of an entity that is kept as JSON text: each column has the value that `columns` has for it, else, for
 * `json`, the text of the entity, else the entity's field of its name.
 */
export function entityRow<Row>(names: readonly string[], entity: object, columns: object): Row {
  const row: Record<string, unknown> = {}
  for (const name of names)
    row[name] = Object.hasOwn(columns, name) ? Reflect.get(columns, name) : columnOf(entity, name)
  return row as Row
}

function columnOf(entity: object, column: string): unknown {
  if (column === 'json') return JSON.stringify(entity)
  const value: unknown = Reflect.get(entity, column)
  return typeof value === 'boolean' ? Number(value) : value
}
