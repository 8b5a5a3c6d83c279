import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './files.ts'

const folder = new URL('.tap/durations/', root)
mkdirSync(folder, { recursive: true })

/** How many milliseconds files took when they were last run here. */
export function readDurations(): ReadonlyMap<string, number> {
  const records = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  return new Map(records.flatMap((record: Readonly<Record<string, number>>) => Object.entries(record)))
}

/** Keeps how many milliseconds a file took. */
export function writeDuration(file: string, milliseconds: number): void {
  writeFileSync(new URL(`${file.replaceAll('/', '-')}.json`, folder), JSON.stringify({ [file]: milliseconds }))
}
