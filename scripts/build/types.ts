import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

/** Bundles the types of the one public module into one file: what is internal does not show. */
export async function bundleTypes(): Promise<void> {
  const bundle = await rolldown({
    input: { index: './server/index.ts' },
    plugins: [dts({ dtsOnly: true, tsconfig: 'tsconfig.build.json' })],
    platform: 'node',
    external: ['zod', 'fastify', 'better-sqlite3', /^node:/],
  })
  await bundle.write({ dir: 'build/server', format: 'es' })
}
