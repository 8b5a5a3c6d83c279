import { build } from 'esbuild'
import t from 'tap'
import { groups } from '../../scripts/build/bundle.ts'
import { together } from '../../scripts/build/together.ts'

/** What a bundle of these entry points has in each of its files. */
async function filesOf(entryPoints: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    outdir: 'unwritten',
    write: false,
    bundle: true,
    splitting: true,
    packages: 'external',
    plugins: [together(groups)],
    platform: 'node',
    format: 'esm',
    metafile: true,
  })
  return Object.values(metafile.outputs).map(({ inputs }) => Object.keys(inputs))
}

t.test('what describes resources is in one file of the bundle, though all that they load needs it', async (t) => {
  const files = await filesOf(['server/registry/resources.ts'])
  const withSome = files.filter((inputs) => inputs.some((path) => path.endsWith('/resource.ts')))
  t.equal(withSome.length, 1)
  t.ok((withSome[0]?.length ?? 0) > 28)
})

t.test('rules, seed sections and edits of all resources are loaded as one', async (t) => {
  const files = await filesOf(['server/registry/seed-sections.ts'])
  const withSome = files.filter((inputs) => inputs.some((path) => path.endsWith('/seed.ts')))
  t.ok(withSome.length < 5, `seed sections are in ${withSome.length} files`)
})
