import { build, type Plugin } from 'esbuild'

/**
 * Has Node's own modules asked for, not imported: an import reads everything that a module exports, and some of that is
 * made when it is read. `node:http` alone takes 20 ms so, more than all our sources.
 */
const builtIn: Plugin = {
  name: 'built-in',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'built-in' }))
    bundle.onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}')`,
    }))
  },
}

/**
 * Puts the sources together into a few files: what each start would otherwise do with hundreds of them. Packages stay
 * where they are installed, under their own licences; what is imported on first use stays in files of its own.
 */
await build({
  entryPoints: ['server/main.ts', 'server/index.ts'],
  outdir: 'build/server',
  bundle: true,
  splitting: true,
  packages: 'external',
  plugins: [builtIn],
  platform: 'node',
  format: 'esm',
  target: 'node22',
  logLevel: 'warning',
})
