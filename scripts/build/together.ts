import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OnResolveArgs, Plugin } from 'esbuild'

/** Files that are never loaded one without the others. */
export interface Group {
  readonly name: string
  readonly files: string
  /** Whether they are when a file is loaded later, by a call of `import`; otherwise also when it is at once. */
  readonly whenLoadedLater: boolean
}

/**
 * Has the files of a group loaded as one: whoever imports one of them imports a module that has what all of them export.
 * A file of its own for each, as a bundler makes it of what several others import, would have to be read by each start.
 */
export function together(groups: readonly Group[]): Plugin {
  const filesOf = new Map(groups.map(({ name, files }) => [name, globSync(files).map((file) => resolve(file))]))
  const groupOf = ({ kind, importer, resolveDir, path }: OnResolveArgs): string | undefined => {
    const file = path.startsWith('#') ? resolve(path.slice(1)) : resolve(resolveDir, path)
    const found = groups.find(({ name, whenLoadedLater }) => {
      const files = filesOf.get(name) ?? []
      const isMember = whenLoadedLater ? kind === 'dynamic-import' : !files.includes(importer)
      return isMember && files.includes(file)
    })
    return found?.name
  }
  return {
    name: 'together',
    setup(bundle) {
      bundle.onResolve({ filter: /^[#.].*\.ts$/ }, (args) => {
        const name = args.namespace === 'together' ? undefined : groupOf(args)
        return name === undefined ? undefined : { path: name, namespace: 'together' }
      })
      bundle.onLoad({ filter: /.*/, namespace: 'together' }, ({ path }) => ({
        contents: (filesOf.get(path) ?? []).map(exportsOf).join('\n'),
        resolveDir: resolve('.'),
      }))
    },
  }
}

/** Exports by name what a file exports, so that two files that export the same name end the build. */
function exportsOf(file: string): string {
  const names = [...readFileSync(file, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
    ([, name]) => name,
  )
  return `export { ${names.join(', ')} } from ${JSON.stringify(file)}`
}
