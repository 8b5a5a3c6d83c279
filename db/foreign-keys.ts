import type { Database } from './database.ts'
import type { IncrementalTask } from './incremental-task.ts'
import { quoted } from './state-tables.ts'

/** A row that refers to a missing parent. */
export interface ForeignKeyViolation {
  readonly table: string
  /** The position of the row in its table, from 1. */
  readonly row: number
  readonly parent: string
}

interface Reference {
  readonly id: number
  readonly table: string
  readonly from: string
  readonly to: string
}

/** Finds the first row of a table that refers to a missing parent, in steps of one row. */
export function* findForeignKeyViolation(
  db: Database,
  table: string,
): IncrementalTask<ForeignKeyViolation | undefined> {
  const columns = db.pragma(`foreign_key_list(${quoted(table)})`) as readonly Reference[]
  const references = [...Map.groupBy(columns, ({ id }) => id).values()]
  if (references.length === 0) return undefined
  const tests = references.map((parts) => {
    const isNull = parts.map(({ from }) => `child.${quoted(from)} IS NULL`).join(' OR ')
    const isSame = parts.map(({ from, to }) => `parent.${quoted(to)} = child.${quoted(from)}`).join(' AND ')
    return `(${isNull} OR EXISTS (SELECT 1 FROM ${quoted(parts[0]?.table ?? '')} AS parent WHERE ${isSame}))`
  })
  const select = db.prepare<[], number[]>(`SELECT ${tests.join(', ')} FROM ${quoted(table)} AS child`).raw()
  let row = 0
  for (const found of select.iterate()) {
    row++
    const broken = references[found.indexOf(0)]
    if (broken !== undefined) return { table, row, parent: broken[0]?.table ?? '' }
    yield
  }
  return undefined
}
