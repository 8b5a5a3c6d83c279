import type { Database } from './database.ts'
import { quoted } from './state-tables.ts'
import type { Steps } from './incremental-task.ts'

/** A row that refers to one that there is not. */
export interface Orphan {
  readonly table: string
  /** Its place among the rows of its table, from 1. */
  readonly row: number
  readonly parent: string
}

interface Reference {
  readonly id: number
  readonly table: string
  readonly from: string
  readonly to: string
}

/** Looks for the first row of a table that refers to one that there is not, a row a step. */
export function* orphanIn(db: Database, table: string): Steps<Orphan | undefined> {
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
