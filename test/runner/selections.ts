import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, testFiles } from './files.ts'
import { type ImportGraph, reachedFrom, readImports } from './imports.ts'

/** Names a part of the test files, as paths from the project's root. */
export type Selection = (args: readonly string[]) => Promise<readonly string[]> | readonly string[]

/** The parts that have a command of their own. */
export const selections: Readonly<Record<string, Selection>> = {
  all: testFiles,
  unit: () => testFiles().filter((file) => file.startsWith('test/unit/')),
  system: () => startingProcesses(readImports()),
  resource: ([name = '']) => testsOfResource(name),
  changed: () => testsOf(changedFiles()),
}

/** The files that start processes, themselves or by what they import of the tests. */
export function startingProcesses(graph: ImportGraph): readonly string[] {
  const starts = (file: string): boolean => graph.get(file)?.packages.includes('node:child_process') === true
  const isProject = (file: string): boolean => !file.startsWith('test/')
  return testFiles().filter((file) =>
    [...reachedFrom(file, graph, isProject)].some((one) => one.startsWith('test/') && starts(one)),
  )
}

/** What holds for every resource is tested here. */
const forEveryResource = /^test\/(contract|faults|seeds)\/|^test\/rules\.test\.ts$/

/**
 * The tests of one resource: its own, the cases of its rules, and what is tested for every resource at once.
 *
 * @param name The resource's folder: `ad-groups`.
 */
async function testsOfResource(name: string): Promise<readonly string[]> {
  const files = testFiles()
  const own = files.filter((file) => file.startsWith('test/resources/') && file.split('/').includes(name))
  if (own.length === 0) throw new Error(`There is no folder test/resources/…/${name}.`)
  const slow = startingProcesses(readImports())
  const shared = files.filter((file) => forEveryResource.test(file) && !slow.includes(file))
  return [...own, ...(await rulesTestsOf(name)), ...shared]
}

/** The files that show the rules of a resource by cases. */
async function rulesTestsOf(name: string): Promise<readonly string[]> {
  const sources = [...readImports()].filter(([file]) => file.startsWith('server/') && file.split('/').includes(name))
  const rules = sources.flatMap(([, { text }]) =>
    [...text.matchAll(/\bid: ('[\w.-]+')/g)].map(([, id]) => `rule: ${id}`),
  )
  const { areas } = await import('../rules/areas.ts')
  const showsOne = (file: string): boolean => {
    const text = readFileSync(new URL(`test/rules/${file}.ts`, root), 'utf8')
    return rules.some((rule) => text.includes(rule))
  }
  return Object.entries(areas)
    .filter(([, files]) => files.some(showsOne))
    .map(([area]) => `test/rules/${area}.test.ts`)
}

/** What differs from the branch `main`, whether committed or not. */
function changedFiles(): readonly string[] {
  const git = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', args, { cwd: fileURLToPath(root), encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
  const [base = 'HEAD'] = git('merge-base', 'HEAD', 'main')
  return [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]
}

/** Everything depends on these. */
const everything = /^(package(-lock)?\.json|\.taprc|tsconfig\.json|test\/(runner|support)\/.*)$/

/** These import every resource: almost every test imports them, and is not about each of them. */
const gathers = (file: string): boolean => file === 'server/app/app.ts' || file.startsWith('server/registry/')

/**
 * The tests that changed files ask for: those that import one of them, that are in the folder which mirrors its own, or
 * that mention a file which is no module.
 */
export async function testsOf(changed: readonly string[]): Promise<readonly string[]> {
  if (changed.some((file) => everything.test(file))) return testFiles()
  const graph = readImports()
  const mentioned = changed.filter((file) => !file.endsWith('.ts')).map((file) => basename(file))
  const concerns = (file: string): boolean =>
    changed.includes(file) || mentioned.some((name) => graph.get(file)?.text.includes(name))
  const importing = testFiles().filter((file) => [...reachedFrom(file, graph, gathers)].some(concerns))
  const resources = new Set(changed.flatMap((file) => /^server\/resources\/[^/]+\/([^/]+)\//.exec(file)?.[1] ?? []))
  const tested = readdirSync(new URL('test/resources/', root), { recursive: true, encoding: 'utf8' })
  const ofResources = await Promise.all(
    [...resources].filter((name) => tested.some((path) => basename(path) === name)).map(testsOfResource),
  )
  const folders = new Set(changed.flatMap(foldersFor))
  const mirrored = testFiles().filter((file) => [...folders].some((folder) => file.startsWith(folder)))
  return [...new Set([...importing, ...ofResources.flat(), ...mirrored])].sort()
}

/** The folders of tests that mirror where a source file is. */
function foldersFor(file: string): readonly string[] {
  const [, folder] = /^(?:server\/)?([^/]+)\//.exec(file) ?? []
  if (folder === undefined || folder === 'test' || folder === 'resources') return []
  if (folder === 'migrations') return ['test/unit/db/']
  return folder === 'openapi' ? ['test/contract/'] : [`test/${folder}/`, `test/unit/${folder}/`]
}
