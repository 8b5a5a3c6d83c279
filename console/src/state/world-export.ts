import { control } from '../api/send.ts'
import { type Loaded, useLoaded } from './loaded.ts'
import { world } from './route.ts'

/** A row of a table, with the columns and the members of its JSON side by side. */
export type Row = Readonly<Record<string, unknown>>

/** What a world holds, by table. */
export type Tables = Readonly<Record<string, readonly Row[]>>

/** Milliseconds for which an export serves the parts of a page that are shown together. */
const lasts = 3000

let last: { readonly world: string; until: number; readonly tables: Promise<Tables> } | undefined

/** Forgets the export: something was changed. */
export const forgetExport = (): void => {
  last = undefined
}

/** Returns the export of a world by table. One that took long is kept for longer. */
export function tablesOf(name: string): Promise<Tables> {
  if (last?.world === name && performance.now() < last.until) return last.tables
  const start = performance.now()
  const tables = control<{ tables: Record<string, Row[]> }>(name, '/state').then(({ tables }) => flatTables(tables))
  const one = { world: name, until: Number.POSITIVE_INFINITY, tables }
  last = one
  tables.then(() => {
    one.until = performance.now() + Math.max(lasts, 10 * (performance.now() - start))
  }, forgetExport)
  return tables
}

/** The export of the world that is shown, loaded again when a key changes. */
export const useTables = (keys: readonly unknown[] = []): Loaded<Tables> =>
  useLoaded(() => tablesOf(world.value), [world.value, ...keys])

function flatTables(tables: Readonly<Record<string, readonly Row[]>>): Tables {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(flat)]))
}

function flat({ json, ...columns }: Row): Row {
  return typeof json === 'object' && json !== null ? { ...json, ...columns } : columns
}
