import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandArguments } from '#server/config/command-arguments.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { nearest } from '#server/http/nearest.ts'
import { pytestText } from './pytest-template.ts'
import { type Manifest, type Project, pythonFiles, type Runner, runnerOf, runners } from './runners.ts'
import { configFile, configText, scriptText, seedFile, seedText } from './templates.ts'

const usage = `It is init [DIR] [--runner ${runners.join('|')}].`

/** Runs `init [DIR] [--runner NAME]`: writes a configuration file, a seed and a test, and returns what to print. */
export function initCommand(argv: readonly string[]): string {
  const { values, positionals } = commandArguments(argv, { options, allowPositionals: true }, `. ${usage}`)
  if (values.help === true) return usage
  const [folder = '.', ...more] = positionals
  if (more.length > 0) throw new UsageError(usage)
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}.`)
  const project = projectIn(folder)
  const runner = checkedRunner(values.runner) ?? runnerOf(project)
  const files = filesFor(runner, project)
  const written = Object.entries(files).map(([path, text]) => [path, write(join(folder, path), text)] as const)
  return [
    ...written.map(([path, isNew]) => (isNew ? `Wrote ${path}` : `Left ${path} as it is: there is one already`)),
    '',
    ...nextSteps(runner, project, Object.keys(files)[2] ?? ''),
  ].join('\n')
}

const options = { runner: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

function checkedRunner(name: string | undefined): Runner | undefined {
  const found = runners.find((one) => one === name)
  if (name === undefined || found !== undefined) return found
  throw new UsageError(`There is no runner ${name}. Did you mean ${nearest(name, runners)}? ${usage}`)
}

function projectIn(folder: string): Project {
  const files = readdirSync(folder)
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const python = pythonFiles.flatMap((name) => (files.includes(name) ? [read(name)] : [])).join('\n')
  if (!files.includes('package.json')) return { files, python }
  try {
    return { manifest: JSON.parse(read('package.json')) as Manifest, files, python }
  } catch (error) {
    throw new UsageError(`package.json cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/** Returns the texts of all files, the test last. */
function filesFor(runner: Runner, { manifest, files }: Project): Readonly<Record<string, string>> {
  const tests = ['test', 'tests'].find((name) => files.includes(name)) ?? (runner === 'pytest' ? 'tests' : 'test')
  const extension = manifest?.type === 'module' ? 'js' : 'mjs'
  const test =
    runner === 'pytest'
      ? { [`${tests}/test_pinterest_mock.py`]: pytestText }
      : { [`${tests}/pinterest-mock.test.${extension}`]: scriptText(runner) }
  return { [configFile]: configText, [seedFile]: seedText, ...test }
}

/** Writes a file unless there is one, and tells whether it did. */
function write(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

const commands: Readonly<Record<Runner, (test: string) => string>> = {
  vitest: (test) => `npx vitest run ${test}`,
  jest: (test) => `NODE_OPTIONS=--experimental-vm-modules npx jest ${test}`,
  node: (test) => `node --test ${test}`,
  tap: (test) => `npx tap ${test}`,
  mocha: (test) => `npx mocha ${test}`,
  pytest: (test) => `npx pinterest-ads-mock exec --config ${configFile} -- pytest ${test}`,
}

function nextSteps(runner: Runner, { manifest }: Project, test: string): readonly string[] {
  const { dependencies, devDependencies } = manifest ?? {}
  const isInstalled = 'pinterest-ads-mock' in { ...dependencies, ...devDependencies }
  const install = isInstalled || runner === 'pytest' ? [] : ['npm install --save-dev pinterest-ads-mock']
  return [
    'Next:',
    ...[...install, commands[runner](test)].map((command) => `  ${command}`),
    '',
    `The server with the same seed: npx pinterest-ads-mock --config ${configFile}`,
  ]
}
