import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { fileOfEachSet, firstCallSet, importsOf, loadersOf, type Sets, startSet } from './start-set.ts'
import { type Group, together } from './together.ts'

/**
 * Loads Node's own modules by `getBuiltinModule` in place of an import: an import reads every export of a module, some
 * of which are computed on access. `node:http` alone takes 20 ms that way, more than all our sources.
 */
const builtIn: Plugin = {
  name: 'built-in',
  setup(bundle) {
    const filter = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)
    bundle.onResolve({ filter }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '')
      // A dynamic import does not run at start, and needs the names of the module's exports.
      if (kind === 'dynamic-import') return { path, external: true }
      return { path: name, namespace: kind === 'import-statement' && !lazy.has(name) ? 'imported' : 'required' }
    })
    bundle.onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({
      contents: lazy.has(path) ? lazyModule(path) : `module.exports = process.getBuiltinModule('node:${path}')`,
    }))
    bundle.onLoad({ filter: /.*/, namespace: 'imported' }, ({ path }) => ({ contents: exportsOf(path) }))
  },
}

/** Returns the text of a module that has the exports of one of Node's own, of which only those in use are read. */
function exportsOf(name: string): string {
  const names = Object.keys(process.getBuiltinModule(`node:${name}`) ?? {}).filter((key) =>
    /^(?!default$)\w+$/.test(key),
  )
  const read = (key: string): string => `/* @__PURE__ */ (() => builtIn.${key})()`
  return [
    `const builtIn = process.getBuiltinModule('node:${name}')`,
    'export default builtIn',
    ...names.map((key) => `const _${key} = ${read(key)}\nexport { _${key} as ${key} }`),
  ].join('\n')
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

/**
 * Leaves out what Fastify would validate and serialize with if `compilersWith` did not bring what does: ajv and
 * fast-json-stringify are a fifth of what a start would read.
 */
const withoutCompilers: Plugin = {
  name: 'without-compilers',
  setup(bundle) {
    bundle.onResolve({ filter: /^@fastify\/(?:ajv|fast-json-stringify)-compiler$/ }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }))
    bundle.onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error('The build leaves out ${path}') }`,
    }))
  },
}

/** Leaves out zod's messages in 50 languages, which no server here speaks: half of what a start would read of zod. */
const english: Plugin = {
  name: 'english',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
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

const bundleWith = (sets: Sets | undefined, options: Pick<BuildOptions, 'write'>) =>
  build({
    entryPoints,
    outdir: 'build/server',
    bundle: true,
    splitting: true,
    external,
    plugins: [
      builtIn,
      english,
      withoutCompilers,
      ...(sets === undefined ? [] : [fileOfEachSet(sets)]),
      together(groups, (entry) => (sets === undefined ? '' : importsOf(sets, entry))),
    ],
    platform: 'node',
    format: 'esm',
    target: 'node22',
    metafile: true,
    // A process holds the text of what it has loaded. Names stay, and lines that an error can print.
    minifyWhitespace: true,
    lineLimit: 160,
    // In THIRD-PARTY-NOTICES.txt.
    legalComments: 'none',
    logLevel: 'warning',
    logOverride: { 'ignored-bare-import': 'silent' },
    ...options,
  })

/**
 * Bundles the sources and the packages that every start needs into a few files: otherwise each start would read
 * hundreds. Dynamic imports become files of their own. What a start of the program reads is known after a first bundle; the
 * library reads the same, of which it leaves ten small sources unused.
 */
export async function bundle(options: Pick<BuildOptions, 'write'> = {}) {
  const { metafile } = await bundleWith(undefined, { write: false })
  const start = startSet(metafile, startPoints.main)
  const firstCall = firstCallSet(metafile, start)
  return bundleWith({ start, firstCall, loaders: loadersOf(metafile, firstCall) }, options)
}

/** Writes the bundle, and returns the files that it is made of. */
export async function bundleCode(): Promise<readonly string[]> {
  const { metafile } = await bundle()
  const wide = Object.keys(metafile.outputs).filter((file) => /[^\0-\x7f]/.test(readFileSync(file, 'utf8')))
  // A process holds the text of such a file in two bytes for each character.
  if (wide.length > 0) throw new Error(`${wide.join(', ')}: write \\u in regular expressions that are not ASCII`)
  return Object.keys(metafile.inputs)
}
