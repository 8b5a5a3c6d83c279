import { writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { build, type Plugin } from 'esbuild'
import { noticesOf } from './notices.ts'
import { type Group, together } from './together.ts'

/**
 * Has Node's own modules asked for, not imported: an import reads everything that a module exports, and some of that is
 * made when it is read. `node:http` alone takes 20 ms so, more than all our sources.
 */
const builtIn: Plugin = {
  name: 'built-in',
  setup(bundle) {
    const filter = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)
    bundle.onResolve({ filter }, ({ path, kind }) =>
      // What is imported on first use is no part of a start, and its names are wanted as a module has them.
      kind === 'dynamic-import'
        ? { path, external: true }
        : { path: path.replace(/^node:/, ''), namespace: 'built-in' },
    )
    bundle.onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }))
  },
}

/** What stays where it is installed: what has files of its own beside its code, or is loaded by few. */
const external = ['better-sqlite3', '@fastify/swagger', '@fastify/swagger-ui', 'node-forge', 'js-yaml']

const resources = 'server/resources/*/*'

/** Every start reads what describes resources; whoever works on all of them loads the rules, seed sections and edits of all. */
export const groups: readonly Group[] = [
  { name: 'descriptions', files: `${resources}/resource.ts`, whenLoadedLater: false },
  { name: 'details', files: `${resources}/{rules,seed,admin}.ts`, whenLoadedLater: true },
]

/**
 * Bundles the sources and the packages that every start needs into a few files: reading hundreds of them is what each
 * start would otherwise do. What is imported on first use stays in files of its own.
 */
export async function bundleCode(): Promise<void> {
  const { metafile } = await build({
    entryPoints: { main: 'server/cli/main.ts', index: 'server/index.ts' },
    outdir: 'build/server',
    bundle: true,
    splitting: true,
    external,
    plugins: [builtIn, together(groups)],
    platform: 'node',
    format: 'esm',
    target: 'node22',
    metafile: true,
    logLevel: 'warning',
  })
  writeFileSync('build/THIRD-PARTY-NOTICES.txt', noticesOf(Object.keys(metafile.inputs)))
}
