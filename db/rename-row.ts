import { columnsOf } from './columns.ts'
import type { Database } from './database.ts'
import { quoted, tablesOf } from './state-tables.ts'
import { perDb, prepared } from './statements.ts'

/** Makes the next row of a table have this `seq`, unless its rows have come so far already. */
export function advanceSequence(db: Database, table: string, next: number): void {
  const changed = prepared(db)('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?').run(next - 1, table)
  if (changed.changes === 0) prepared(db)('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, next - 1)
}

/**
 * Gives a row that was just inserted another id: in its columns and its JSON text, and in the rows that refer to it.
 *
 * @param table A table name of this project, never input.
 */
export function renameRow(db: Database, table: string, from: string, to: string): void {
  // References are looked at when the transaction ends, by when all of them are renamed.
  prepared(db)('PRAGMA defer_foreign_keys = ON').run()
  for (const { table: other, column } of [{ table, column: 'id' }, ...referencesTo(db)(table)]) {
    const json = [...columnsOf(db, other).values()]
      .filter(({ isJson }) => isJson)
      .map(({ name }) => `, ${quoted(name)} = replace(${quoted(name)}, json_quote(@from), json_quote(@to))`)
    const update = `UPDATE ${quoted(other)} SET ${quoted(column)} = @to${json.join('')} WHERE ${quoted(column)} = @from`
    prepared(db)(update).run({ from, to })
  }
}

interface Reference {
  readonly table: string
  readonly column: string
}

/** Returns the columns that refer to a table's ids. */
const referencesTo = perDb((db) => {
  const byParent = new Map<string, Reference[]>()
  for (const { name } of tablesOf(db)) {
    const keys = db.pragma(`foreign_key_list(${quoted(name)})`) as readonly {
      table: string
      from: string
      to: string
    }[]
    for (const { table, from, to } of keys) {
      if (to === 'id') byParent.set(table, [...(byParent.get(table) ?? []), { table: name, column: from }])
    }
  }
  return (parent: string): readonly Reference[] => byParent.get(parent) ?? []
})
