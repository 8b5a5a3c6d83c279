import { readFileSync, writeFileSync } from 'node:fs'
import type { Result } from './result.ts'

/** The ratios of a run, of ours to the second contestant, by the names of rows. */
export interface Run {
  readonly date: string
  readonly ratios: Readonly<Record<string, number>>
}

/** The runs that are kept. */
const kept = 5

const file = new URL('history.json', import.meta.url)

/** Returns the last full runs, the latest first. */
export const lastRuns = (): readonly Run[] => JSON.parse(readFileSync(file, 'utf8'))

/** Returns the runs with another before them; the oldest goes when there are more than five. */
export const withRun = (runs: readonly Run[], date: string, results: readonly Result[]): readonly Run[] =>
  [{ date, ratios: ratiosOf(results) }, ...runs].slice(0, kept)

/** Keeps these runs as the last ones. */
export const keepRuns = (runs: readonly Run[]): void => writeFileSync(file, `${JSON.stringify(runs, null, 2)}\n`)

const ratiosOf = (results: readonly Result[]): Run['ratios'] =>
  Object.fromEntries(
    results.flatMap(({ name, summaries: [ours, reference] }) =>
      ours === undefined || reference === undefined ? [] : [[name, Number(ours.ratio.toPrecision(3))]],
    ),
  )
