import { relative, resolve } from 'node:path'
import type { Metafile, Plugin, PluginBuild } from 'esbuild'

/**
 * Returns the sources that are loaded before an entry runs: those that every start of it reads.
 *
 * @param entry The source of the entry, as the bundle names it.
 */
export function startSet({ outputs }: Metafile, entry: string): readonly string[] {
  const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? []
  if (file === undefined) throw new Error(`The bundle has no entry ${entry}`)
  return [...sourcesOf(outputs, file)].filter((path) => /\.[jt]s$/.test(path) && path !== entry)
}

/** Returns the sources of an output and of those that it imports, but for what it imports later by a call. */
function sourcesOf(outputs: Metafile['outputs'], file: string, seen = new Set<string>()): Set<string> {
  const output = outputs[file]
  if (output === undefined || seen.has(file)) return new Set()
  seen.add(file)
  const below = output.imports.filter(({ kind }) => kind === 'import-statement')
  return new Set([...Object.keys(output.inputs), ...below.flatMap(({ path }) => [...sourcesOf(outputs, path, seen)])])
}

/** How many of the files that are loaded later need a source that is worth keeping with the others that many need. */
const many = 12

/**
 * Returns the sources that no start reads, and that the first calls of many operations do.
 *
 * @param start The sources that every start reads.
 */
export function firstCallSet({ outputs }: Metafile, start: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint?.endsWith('/routes.ts')) continue
    for (const source of sourcesOf(outputs, file)) counts.set(source, (counts.get(source) ?? 0) + 1)
  }
  const isKept = (source: string): boolean => /\.[jt]s$/.test(source) && !start.includes(source)
  return [...counts].flatMap(([source, count]) => (count >= many && isKept(source) ? [source] : []))
}

/** Returns the sources that are loaded by a call of `import` and load one of these. */
export const loadersOf = ({ outputs }: Metafile, members: readonly string[]): readonly string[] =>
  Object.entries(outputs).flatMap(([file, { entryPoint }]) => {
    if (entryPoint === undefined) return []
    const sources = sourcesOf(outputs, file)
    return members.some((member) => sources.has(member)) ? [entryPoint] : []
  })

/** The sources of two files of the bundle, and what loads one of the second: it loads them all. */
export interface Sets {
  /** The sources that every start reads, as `startSet` returns them. */
  readonly start: readonly string[]
  /** The sources that many first calls load. */
  readonly firstCall: readonly string[]
  readonly loaders: readonly string[]
}

/** Returns the imports with which a file of the bundle begins that is loaded by a call of `import`. */
export const importsOf = ({ loaders }: Sets, entry: string): string =>
  `import 'start-set'\n${loaders.includes(entry) ? "import 'first-call-set'\n" : ''}`

/**
 * Keeps sources in one file of the bundle by having all that is imported later import them, which are there by then. A
 * bundler makes a file for each combination of dynamic imports that share something: to find and open dozens of such
 * files takes a start longer than to run what they have.
 */
export const fileOfEachSet = (sets: Sets): Plugin => ({
  name: 'sets',
  setup(bundle) {
    bundle.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir, namespace }) => {
      if (kind !== 'dynamic-import' || namespace !== 'file') return undefined
      const file = path.startsWith('#') ? resolve(path.slice(1)) : resolve(resolveDir, path)
      return { path: file, namespace: 'later' }
    })
    bundle.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
      contents: `${importsOf(sets, relative('.', path))}export * from ${JSON.stringify(path)}`,
      resolveDir: resolve('.'),
    }))
    addSet(bundle, 'start-set', sets.start)
    addSet(bundle, 'first-call-set', sets.firstCall)
  },
})

function addSet(bundle: PluginBuild, name: string, members: readonly string[]): void {
  bundle.onResolve({ filter: new RegExp(`^${name}$`) }, ({ path }) => ({ path, namespace: name }))
  bundle.onLoad({ filter: /./, namespace: name }, () => ({
    contents: members.map((file) => `import ${JSON.stringify(resolve(file))}`).join('\n'),
    resolveDir: resolve('.'),
  }))
}
