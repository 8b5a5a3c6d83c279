import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readDurations } from './durations.ts'
import { root, testFiles } from './files.ts'
import { groupsOf } from './groups.ts'
import { readImports } from './imports.ts'
import { selections, startingProcesses } from './selections.ts'

const usage = `Usage: node test/runner/run.ts [PART] [--coverage] [OPTIONS OF TAP]
PART is ${Object.keys(selections).join(', ')}, or paths of test files and folders; resource takes a name.`

const args = process.argv.slice(2)
const words = args.filter((word) => !word.startsWith('-'))
const coverage = args.includes('--coverage')
const options = args.filter((word) => word.startsWith('-') && word !== '--coverage')

const files = await selected(words)
if (files.length === 0) {
  console.error(`There are no such tests.\n${usage}`)
  process.exit(words[0] === 'changed' ? 0 : 2)
}
process.exit(runTap(files.length === 1 ? files : groupFiles(files)))

/** The test files that the words name. */
async function selected([part = 'all', ...rest]: readonly string[]): Promise<readonly string[]> {
  const selection = selections[part]
  if (selection !== undefined) return selection(rest)
  const paths = [part, ...rest].map((path) => path.replace(/^\.\//, ''))
  return testFiles().filter((file) => paths.some((path) => file.startsWith(path)))
}

/** Writes a program for each group of test files, which tap runs as it runs any test; gives their paths. */
function groupFiles(files: readonly string[]): readonly string[] {
  const folder = new URL('.tap/groups/', root)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const measured = readDurations()
  const slow = new Set(startingProcesses(readImports()))
  // What was never measured here: programs take seconds to start and end, and properties are tried hundreds of times.
  const guess = (file: string): number => (file.startsWith('test/properties/') ? 8000 : slow.has(file) ? 4000 : 1000)
  const count = Math.max(Math.ceil(files.length / 42), 4 * availableParallelism())
  return groupsOf(files, (file) => measured.get(file) ?? guess(file), count).map((group, index) => {
    const path = `.tap/groups/${String(index + 1).padStart(2, '0')}.ts`
    const list = JSON.stringify(group.files, undefined, 2)
    const program = `import { startGroup } from '#test/runner/start-group.ts'\n\nawait startGroup(${list})\n`
    writeFileSync(new URL(path, root), program)
    return path
  })
}

/** Runs tap, and gives the code that it ends with. */
function runTap(files: readonly string[]): number {
  const program = fileURLToPath(new URL('node_modules/tap/dist/esm/run.mjs', root))
  const covering = [
    '--no-disable-coverage',
    '--allow-incomplete-coverage',
    '--coverage-report=text',
    '--coverage-report=html',
  ]
  // tap leaves a core free, where there are two as well: half of the machine would wait.
  const jobs = `--jobs=${availableParallelism()}`
  const { status } = spawnSync(process.execPath, [program, jobs, ...(coverage ? covering : []), ...options, ...files], {
    cwd: fileURLToPath(root),
    stdio: 'inherit',
    // What is compiled is kept for other processes and later runs; coverage is more exact without.
    env: { ...process.env, ...(!coverage && { NODE_COMPILE_CACHE: fileURLToPath(new URL('.tap/compiled', root)) }) },
  })
  return status ?? 1
}
