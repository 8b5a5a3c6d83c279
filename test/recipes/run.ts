import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { followPage, languagePages } from './pages.ts'

// Packs the package as it would be published, installs it in an empty project, and uses it there in every way that the
// README tells of: types, command line, library, each recipe with its own test runner, and the pages of other languages.
const repository = new URL('../..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'recipes-'))
const project = join(folder, 'project')
/** How the test that `init` writes for a runner is run; `npm test` runs the others. */
const commands: Readonly<Record<string, string>> = {
  vitest: 'npx vitest run',
  jest: 'NODE_OPTIONS=--experimental-vm-modules npx jest',
  mocha: 'npx mocha',
}
const quiet = ['--silent', '--no-audit', '--no-fund']

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Runs a command in the project; tells what it printed when it fails. */
function check(title: string, command: string, ...args: string[]): void {
  try {
    run(project, command, ...args)
    console.log(`ok: ${title}`)
  } catch (error) {
    const printed = error as { readonly stdout?: string; readonly stderr?: string }
    console.log(`not ok: ${title}\n${printed.stdout ?? error}${printed.stderr ?? ''}`)
    process.exitCode = 1
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function measureFirstAnswers(): void {
  const runs = Array.from({ length: 5 }, () => JSON.parse(run(project, process.execPath, 'first-answer.js')))
  const of = (name: string): number => median(runs.map((figures) => figures[name]))
  const total = Math.round(of('startMock') + of('first'))
  console.log(`  import ${Math.round(of('import'))} ms, from startMock() to the first answer ${total} ms,`)
  console.log(`  a later answer ${of('later').toFixed(1)} ms (medians of ${runs.length} processes)`)
}

try {
  run(repository, 'npm', 'pack', '--silent', '--pack-destination', folder)
  const [packed = ''] = globSync(join(folder, '*.tgz'))
  cpSync(new URL('.', import.meta.url), project, { recursive: true })
  const recipes: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  )

  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  const begin = performance.now()
  run(project, 'npm', 'install', ...quiet, packed)
  console.log(
    `  ${Math.round(statSync(packed).size / 1000)} kB to download, installed in ${seconds(performance.now() - begin)}`,
  )
  measureFirstAnswers()
  check('npx pinterest-ads-mock --version', 'npx', '--no-install', 'pinterest-ads-mock', '--version')

  writeFileSync(join(project, 'package.json'), JSON.stringify(recipes))
  run(project, 'npm', 'install', ...quiet, packed)
  const hasPytest = spawnSync('python3', ['-c', 'import pytest']).status === 0
  for (const [name, command] of Object.entries(recipes.scripts)) {
    if (name === 'pytest' && !hasPytest) console.log('skipped: python3 cannot import pytest here')
    else check(`${name}: ${command}`, 'npm', 'run', '--silent', name)
  }
  for (const [runner, command] of Object.entries(commands)) {
    const place = join(project, 'begun', runner)
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'package.json'), '{ "private": true }')
    run(place, 'npx', '--no-install', 'pinterest-ads-mock', 'init', '--runner', runner)
    check(`init for ${runner}: ${command}`, 'sh', '-c', `cd '${place}' && ${command}`)
  }
  for (const language of Object.keys(languagePages)) {
    const outcome = followPage(language, folder, `${quiet.join(' ')} ${packed}`)
    console.log(outcome)
    if (outcome.startsWith('not ok')) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
