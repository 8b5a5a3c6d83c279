import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Edits } from './edits.ts'
import { ScaffoldError } from './refused.ts'

/** Returns the number of the next migration. */
export const nextMigration = (root: URL): number =>
  Math.max(...readdirSync(new URL('migrations/', root)).map((name) => Number.parseInt(name, 10) || 0)) + 1

/** Refuses files that are there already: nothing is ever overwritten. */
export function refuseExisting(root: URL, paths: readonly string[]): void {
  const existing = paths.filter((path) => existsSync(new URL(path, root)))
  if (existing.length > 0) throw new ScaffoldError(`Nothing is written, since there is already ${existing.join(', ')}`)
}

/** Writes new files, changes the others, and formats all of them. */
export function writeFiles(root: URL, files: Readonly<Record<string, string>>, edits: Edits): void {
  const changed = Object.entries(edits).map(([path, edit]) => [path, edit(readFileSync(new URL(path, root), 'utf8'))])
  for (const [path, text] of [...Object.entries(files), ...changed] as [string, string][]) {
    const place = fileURLToPath(new URL(path, root))
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, text)
  }
  const formatted = [...Object.keys(files), ...Object.keys(edits)].filter((path) => /\.(ts|json)$/.test(path))
  const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', root))
  const directory = fileURLToPath(root)
  try {
    // Without the rules for which Biome reads the whole project: `npm run check` has them.
    const config = fileURLToPath(new URL('scripts/scaffold/written-files.biome.json', root))
    const options = ['check', '--write', '--vcs-enabled=false', `--config-path=${config}`, '--no-errors-on-unmatched']
    execFileSync(process.execPath, [biome, ...options, ...formatted], {
      cwd: directory,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    throw new ScaffoldError(`What was written does not pass Biome: ${(error as { stderr?: string }).stderr}`)
  }
}

/** Returns how many lines each file has. */
export const linesOf = (root: URL, paths: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8').split('\n').length - 1]))
