import { Console } from 'node:console'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

/** Writes to standard error: standard output is that of `npm pack --json` when npm builds the package for it. */
const logger = new Console(process.stderr)

/** Bundles the types of the one public module into one file of a folder: what is internal does not show. */
export async function bundleTypes(dir = 'build/server'): Promise<void> {
  const bundle = await rolldown({
    input: { index: './server/index.ts' },
    plugins: [dts({ dtsOnly: true, tsconfig: 'tsconfig.build.json', logger })],
    platform: 'node',
    external: ['fastify', 'better-sqlite3', /^node:/],
  })
  // `await using` works on worlds, whatever libraries the project of a user names.
  await bundle.write({ dir, format: 'es', banner: '/// <reference lib="esnext.disposable" />' })
}
