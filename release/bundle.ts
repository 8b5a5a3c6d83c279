import { build } from 'esbuild'

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
  platform: 'node',
  format: 'esm',
  target: 'node22',
  logLevel: 'warning',
})
