import { build } from 'esbuild'
import t from 'tap'
import { groups } from '#scripts/build/bundle.ts'
import { together } from '#scripts/build/together.ts'

/** What a bundle of these entry points has in each of its files. */
async function filesOf(entryPoints: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    outdir: 'unwritten',
    write: false,
    bundle: true,
    splitting: true,
    packages: 'external',
    plugins: [together(groups, () => '')],
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

t.test('two files that are loaded as one may export the same name', async (t) => {
  const folder = t.testdir({
    one: {
      'resource.ts': `export const load = async () => (await import('./rules.ts')).rules`,
      'rules.ts': 'export const rules = [1]',
    },
    two: {
      'resource.ts': `export const load = async () => (await import('./rules.ts')).rules`,
      'rules.ts': 'export const rules = [2]',
    },
    'all.ts': `import { load as one } from './one/resource.ts'
      import { load as two } from './two/resource.ts'
      export default [await one(), await two()]`,
  })
  const group = { name: 'rules', files: `${folder}/*/rules.ts`, loadedBy: `${folder}/*/resource.ts` }
  await build({
    entryPoints: [`${folder}/all.ts`],
    outdir: `${folder}/built`,
    bundle: true,
    splitting: true,
    plugins: [together([group], () => '')],
    platform: 'node',
    format: 'esm',
  })
  const { default: rules } = await import(`${folder}/built/all.js`)
  t.same(rules, [[1], [2]])
})
