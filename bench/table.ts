import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import type { Summary } from './pairs.ts'
import type { Row } from './row.ts'

/** A row with what it came to. */
export type Result = Pick<Row, 'name' | 'unit' | 'against'> & Summary

const columns = [
  { heading: 'row', width: 31, cell: ({ name }: Result) => name },
  { heading: 'unit', width: 5, cell: ({ unit }: Result) => unit },
  { heading: 'ours', width: -8, cell: ({ ours }: Result) => figure(ours) },
  { heading: 'peer', width: -8, cell: ({ peer }: Result) => figure(peer) },
  { heading: 'ratio', width: -6, cell: ({ ratio }: Result) => figure(ratio) },
  { heading: 'middle half', width: -13, cell: ({ spread }: Result) => spread.map(figure).join('–') },
  { heading: 'peer is', width: 1, cell: ({ against }: Result) => against },
]

/** The line above the rows. */
export const heading = (): string => aligned(columns.map((column) => column.heading))

/** One result as a line. */
export const lineOf = (result: Result): string => aligned(columns.map(({ cell }) => cell(result)))

const aligned = (cells: readonly string[]): string =>
  columns
    .map(({ width }, index) => (width < 0 ? cells[index]?.padStart(-width) : cells[index]?.padEnd(width)))
    .join('  ')
    .trimEnd()

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** What the figures were measured on. */
export const machine = (): Readonly<Record<string, string | number>> => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory_gb: Math.round(totalmem() / 2 ** 30),
  load: loadavg()[0] ?? 0,
  node: process.version,
  ...Object.fromEntries(['fastify', 'zod', 'better-sqlite3'].map((name) => [name, versionOf(name)])),
})

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version
