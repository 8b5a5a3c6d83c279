import { globSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plugin, PluginBuild } from 'esbuild'

/** Files that are never loaded one without the others. */
export interface Group {
  readonly name: string
  readonly files: string
  /** The files that load members of the group by a call of `import`; absent where members are imported at once. */
  readonly loadedBy?: string
}

/**
 * Keeps the files of a group in one file of the bundle: whoever imports one of them has all of them. A file of its own
 * for each, as a bundler makes it of what several others import, would have to be read by each start.
 *
 * @param importsOf Returns the imports with which a file begins that is loaded by a call of `import`.
 */
export function together(groups: readonly Group[], importsOf: (entry: string) => string): Plugin {
  return {
    name: 'together',
    setup(bundle) {
      for (const { name, files, loadedBy } of groups) {
        const members = filesOf(files)
        if (loadedBy === undefined) importAtOnce(bundle, name, members)
        else importLater(bundle, name, members, filesOf(loadedBy), importsOf)
      }
    },
  }
}

const filesOf = (pattern: string): readonly string[] => globSync(pattern).map((file) => resolve(file))

/** Has an import of a member lead to a module with the exports of all members; two of one name end the build. */
function importAtOnce(bundle: PluginBuild, namespace: string, members: readonly string[]): void {
  bundle.onResolve({ filter: /^[#.].*\.ts$/ }, ({ importer, path, resolveDir }) => {
    const file = path.startsWith('#') ? resolve(path.slice(1)) : resolve(resolveDir, path)
    return members.includes(file) && !members.includes(importer) ? { path: namespace, namespace } : undefined
  })
  bundle.onLoad({ filter: /./, namespace }, () => ({
    contents: members.map((file) => `export { ${namesIn(file).join(', ')} } from ${JSON.stringify(file)}`).join('\n'),
    resolveDir: resolve('.'),
  }))
}

const namesIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name = '']) => name)

/** Has files load a module of all members in place of a member, and take what that member exports: names may repeat. */
function importLater(
  bundle: PluginBuild,
  namespace: string,
  members: readonly string[],
  loaders: readonly string[],
  importsOf: (entry: string) => string,
): void {
  bundle.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
    if (!loaders.includes(path)) return undefined
    const contents = readFileSync(path, 'utf8').replaceAll(/\bimport\('([^']+)'\)/g, (call, name: string) => {
      const index = members.indexOf(resolve(dirname(path), name))
      return index === -1 ? call : `import('${namespace}').then((all) => all._${index})`
    })
    return { contents, loader: 'ts' }
  })
  bundle.onResolve({ filter: new RegExp(`^${namespace}$`) }, () => ({ path: namespace, namespace }))
  bundle.onLoad({ filter: /./, namespace }, () => ({
    contents:
      importsOf(`${namespace}:${namespace}`) +
      members.map((file, index) => `export * as _${index} from ${JSON.stringify(file)}`).join('\n'),
    resolveDir: resolve('.'),
  }))
}
