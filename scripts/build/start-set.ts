import { resolve } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

/**
 * Returns the sources that are loaded before an entry runs, whichever entry it is: those that every start reads.
 *
 * @param entries The sources of the entries, as the bundle names them.
 */
export function startSet({ outputs }: Metafile, entries: readonly string[]): readonly string[] {
  const loaded = entries.map((entry) => {
    const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? []
    if (file === undefined) throw new Error(`The bundle has no entry ${entry}`)
    return sourcesOf(outputs, file)
  })
  const [first = new Set<string>(), ...others] = loaded
  return [...first].filter((path) => /\.[jt]s$/.test(path) && others.every((one) => one.has(path)))
}

/** Returns the sources of an output and of those that it imports, but for what it imports later by a call. */
function sourcesOf(outputs: Metafile['outputs'], file: string, seen = new Set<string>()): Set<string> {
  const output = outputs[file]
  if (output === undefined || seen.has(file)) return new Set()
  seen.add(file)
  const below = output.imports.filter(({ kind }) => kind === 'import-statement')
  return new Set([...Object.keys(output.inputs), ...below.flatMap(({ path }) => [...sourcesOf(outputs, path, seen)])])
}

/**
 * Keeps sources in one file of the bundle by having all that is imported later import them, which are there by then. A
 * bundler makes a file for each combination of dynamic imports that share something: to find and open dozens of such
 * files takes a start longer than to run what they have.
 *
 * @param members The sources that every start reads, as `startSet` returns them.
 */
export const oneFileOf = (members: readonly string[]): Plugin => ({
  name: 'one-file',
  setup(bundle) {
    bundle.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir, namespace }) => {
      if (kind !== 'dynamic-import' || namespace !== 'file') return undefined
      const file = path.startsWith('#') ? resolve(path.slice(1)) : resolve(resolveDir, path)
      return { path: file, namespace: 'later' }
    })
    bundle.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
      contents: `import 'start-set'\nexport * from ${JSON.stringify(path)}`,
      resolveDir: resolve('.'),
    }))
    bundle.onResolve({ filter: /^start-set$/ }, ({ path }) => ({ path, namespace: 'start-set' }))
    bundle.onLoad({ filter: /./, namespace: 'start-set' }, () => ({
      contents: members.map((file) => `import ${JSON.stringify(resolve(file))}`).join('\n'),
      resolveDir: resolve('.'),
    }))
  },
})
