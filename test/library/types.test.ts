import { execFile } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { bundleTypes } from '#scripts/build/types.ts'
import { startsBuilt } from '#test/support/built.ts'

const execute = promisify(execFile)
const root = new URL('../../', import.meta.url).pathname
const tsc = join(root, 'node_modules/.bin/tsc')
const recipe = (name: string): string => readFileSync(join(root, 'test/recipes/typescript', name), 'utf8')

/** Returns the types as the package has them: those of the build, which bundles them, where it is of these sources. */
async function bundledTypes(): Promise<string> {
  if (startsBuilt()) return readFileSync(join(root, 'build/server/index.d.ts'), 'utf8')
  const folder = t.testdir({})
  await bundleTypes(folder)
  return readFileSync(join(folder, 'index.d.ts'), 'utf8')
}
const types = await bundledTypes()

/** Writes a project that imports the types as the package has them, and returns its folder. */
function projectWith(t: Test, source: string): string {
  const folder = t.testdir({ 'package.json': '{"type":"module"}', 'types.ts': source, 'index.d.ts': types })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { compilerOptions } = JSON.parse(recipe('tsconfig.json'))
  const paths = { 'pinterest-ads-mock': ['./index.d.ts'] }
  const config = { compilerOptions: { ...compilerOptions, paths }, files: ['types.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  return folder
}

/** Compiles a project, and returns what the compiler refuses. */
async function refusedIn(folder: string): Promise<string> {
  try {
    // Without the hooks that the test runner puts into every Node.
    const command = [
      'unset NODE_OPTIONS; exec "$@"',
      'sh',
      process.execPath,
      tsc,
      '--singleThreaded',
      '--project',
      folder,
    ]
    return (await execute('/bin/sh', ['-c', ...command])).stdout
  } catch (error) {
    const { stdout = '' } = error as { readonly stdout?: string }
    if (!stdout.includes('error TS')) throw error
    return stdout
  }
}

t.test('the types know operations, rules, findings, effects, kinds and fields', async (t) => {
  t.equal(await refusedIn(projectWith(t, recipe('types.ts'))), '')
})

t.test('a misspelt operation does not compile, and the compiler suggests the right one', async (t) => {
  const source = `import { connectMock } from 'pinterest-ads-mock'
await connectMock('http://127.0.0.1:7468').requests.verify({ operation: 'campaigns/lst' })`
  t.match(await refusedIn(projectWith(t, source)), /'"campaigns\/lst"'.*Did you mean '"campaigns\/list"'\?/s)
})

t.test('the types are one small file, and import nothing that a user has to install', async (t) => {
  t.ok(types.length < 240_000, `${types.length} characters`)
  t.strictSame(types.match(/^(?:import|export) .*from .*|import\(["'].*/gm) ?? [], [])
})
