import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { startMock } from '../../../server/index.ts'
import { recordResult } from '../results.ts'
import type { Connect } from './client.ts'
import { callByDefault } from './default-url.ts'
import { type Generator, generate, generators, versionOf } from './generators.ts'
import { steps } from './scenario.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))
const description = fileURLToPath(new URL('../../../openapi/openapi.json', import.meta.url))
const execute = promisify(execFile)

/** Installs the generators unless the pinned versions are installed. Install scripts do not run. */
function install(): void {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  const isThere = (name: string): boolean => existsSync(join(here, 'node_modules', name, 'package.json'))
  if (Object.keys(dependencies).every((name) => isThere(name) && versionOf(name) === dependencies[name])) return
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: here,
      stdio: 'inherit',
    })
  } catch {
    console.log('skipped: the generators cannot be installed')
    process.exit(77)
  }
}

/** Generates, compiles under `strict`, and bundles a client with its adapter. Returns the adapter. */
async function prepared(generator: Generator): Promise<Connect> {
  const folder = join(here, 'node_modules/.generated', generator.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of ['answers.ts', 'client.ts']) cpSync(join(here, file), join(folder, file))
  cpSync(join(here, 'adapters', `${generator.name}.ts`), join(folder, 'adapter.ts'))
  await generate(generator, description, folder)
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    // The declarations of generators' own libraries are theirs.
    skipLibCheck: true,
    types: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }))
  await execute(process.execPath, [compiler, '--project', folder]).catch(({ stdout }) => {
    throw new Error(`does not compile:\n${stdout}`)
  })
  const outfile = join(folder, 'adapter.mjs')
  await build({
    entryPoints: [join(folder, 'adapter.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  return (await import(pathToFileURL(outfile).href)).connect
}

/** Runs the scenario in a world of its own. Returns what failed, and what the report of the world found. */
async function exercise(connect: Connect) {
  await using mock = await startMock({ seed: 'small' })
  const boards = await mock.fetch('/boards')
  const { items } = (await boards.json()) as { readonly items: readonly { readonly id: string }[] }
  const { fetch } = globalThis
  const client = connect(mock.baseUrl, mock.token)
  const failures: string[] = []
  for (const [title, step] of Object.entries(steps)) {
    await step(client, items[0]?.id ?? '').catch((error: Error) => failures.push(`${title}: ${error.stack}`))
  }
  globalThis.fetch = fetch
  const { findings } = await mock.report()
  const forms = findings
    .filter(({ finding }) => finding === 'query-list-form')
    .flatMap(({ occurrences }) => occurrences)
  return { failures, surprises: forms.map(({ message }) => message.replace(/^[^:]*: (.*?);.*$/s, '$1')) }
}

install()
for (const generator of generators) {
  const begin = process.cpuUsage()
  const count = Object.keys(steps).length
  const { failures, surprises } = await prepared(generator)
    .then(exercise)
    .catch((error: Error) => ({ failures: [error.message], surprises: [] }))
  const { user, system } = process.cpuUsage(begin)
  const failed = Math.min(failures.length, count)
  const version = versionOf(generator.package)
  console.log(
    `${failed === 0 ? 'ok' : 'not ok'} ${generator.title} ${version}: ${count - failed} of ${count} steps, ${((user + system) / 1e6).toFixed(1)} s here`,
  )
  for (const failure of failures) console.log(failure.replaceAll(/^/gm, '    '))
  const exercised =
    'generated from `openapi.json`, compiled under `strict`; batch, list, change, report, union, error, token'
  recordResult(
    { client: generator.title, version, language: 'TypeScript', exercised },
    { passed: count - failed, failed, surprises: [...new Set(surprises)].join('; ') },
  )
  if (failures.length > 0) process.exitCode = 1
}

const { status, world } = await callByDefault(join(here, 'node_modules/.generated/default-url'))
const isReached = status === 200 && world === 'generated'
console.log(
  `${isReached ? 'ok' : 'not ok'} a client of the served document calls its server and world by default: ${status}`,
)
if (!isReached) process.exitCode = 1
