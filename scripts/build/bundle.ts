import { builtinModules } from 'node:module'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { oneFileOf, startSet } from './start-set.ts'
import { type Group, together } from './together.ts'

/**
 * Loads Node's own modules by `getBuiltinModule` in place of an import: an import reads every export of a module, some
 * of which are computed on access. `node:http` alone takes 20 ms that way, more than all our sources.
 */
const builtIn: Plugin = {
  name: 'built-in',
  setup(bundle) {
    const filter = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)
    bundle.onResolve({ filter }, ({ path, kind }) =>
      // A dynamic import does not run at start, and needs the names of the module's exports.
      kind === 'dynamic-import'
        ? { path, external: true }
        : { path: path.replace(/^node:/, ''), namespace: 'built-in' },
    )
    bundle.onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: lazy.has(path) ? lazyModule(path) : `module.exports = process.getBuiltinModule('node:${path}')`,
    }))
  },
}

/** Modules that Fastify requires at every start, and few servers use. They bring the whole of TLS with them: 10 ms. */
const lazy: ReadonlySet<string> = new Set(['https', 'http2'])

/** Returns the text of a module that loads one of Node's own when something of it is read. */
const lazyModule = (name: string): string => {
  const getters = Object.keys(process.getBuiltinModule(`node:${name}`) ?? {}).map(
    (key) => `get ${key}() { return process.getBuiltinModule('node:${name}').${key} }`,
  )
  return `module.exports = { ${getters.join(', ')} }`
}

/** Packages that stay installed, the dependencies of ours: they have files beside their code, or few runs load them. */
export const external = ['better-sqlite3', 'node-forge', 'js-yaml']

const resources = 'server/resources/*/*'

/** Every start reads what refuses options and what describes resources; whoever works on all of them loads the rules, seed sections and edits of all. */
export const groups: readonly Group[] = [
  { name: 'refusals', files: 'server/{config/usage-error,http/nearest}.ts' },
  { name: 'descriptions', files: `${resources}/resource.ts` },
  { name: 'details', files: `${resources}/{rules,seed,admin}.ts`, loadedBy: `${resources}/resource.ts` },
]

const startPoints = { main: 'server/cli/main.ts', index: 'server/index.ts' }

/** What starts are, and files that other threads run. */
const entryPoints = { ...startPoints, 'checkpoint-worker': 'db/checkpoint-worker.ts' }

const bundleWith = (plugins: readonly Plugin[], options: Pick<BuildOptions, 'write'>) =>
  build({
    entryPoints,
    outdir: 'build/server',
    bundle: true,
    splitting: true,
    external,
    plugins: [builtIn, ...plugins, together(groups)],
    platform: 'node',
    format: 'esm',
    target: 'node22',
    metafile: true,
    logLevel: 'warning',
    logOverride: { 'ignored-bare-import': 'silent' },
    ...options,
  })

/**
 * Bundles the sources and the packages that every start needs into a few files: otherwise each start would read
 * hundreds. Dynamic imports become files of their own. What is in all starts is known after a first bundle.
 */
export async function bundle(options: Pick<BuildOptions, 'write'> = {}) {
  const { metafile } = await bundleWith([], { write: false })
  return bundleWith([oneFileOf(startSet(metafile, Object.values(startPoints)))], options)
}

/** Writes the bundle, and returns the files that it is made of. */
export async function bundleCode(): Promise<readonly string[]> {
  const { metafile } = await bundle()
  return Object.keys(metafile.inputs)
}
