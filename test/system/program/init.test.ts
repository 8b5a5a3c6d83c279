import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { runners } from '#server/cli/init/runners.ts'
import { packageHook } from '#test/support/built.ts'
import { run } from './start.ts'

const execute = promisify(execFile)

const files = (runner: string): readonly string[] => [
  'pinterest-mock.json',
  'pinterest-mock.seed.yaml',
  runner === 'pytest' ? 'tests/test_pinterest_mock.py' : 'test/pinterest-mock.test.mjs',
]

/** Runs `init` in an empty folder, and returns the folder. */
async function initialized(t: Test, runner: string): Promise<string> {
  const folder = t.testdir({ 'package.json': '{}' })
  const { code, stderr } = await run(['init', folder, '--runner', runner])
  t.equal(code, 0, stderr)
  return folder
}

/** Runs a command in a folder where the package is found by its name, without the hooks of this test runner. */
const inFolder = (cwd: string, ...command: readonly string[]): Promise<{ stdout: string }> =>
  execute('/bin/sh', ['-c', 'unset NODE_OPTIONS; exec "$@"', 'sh', ...command], { cwd })

for (const runner of runners) {
  t.test(`init writes a configuration, a seed and a test for ${runner}, and says what to do next`, async (t) => {
    const folder = t.testdir({ 'package.json': '{}' })
    const { code, stdout } = await run(['init', folder, '--runner', runner])
    t.equal(code, 0)
    for (const file of files(runner)) {
      t.match(stdout, `Wrote ${file}\n`)
      t.ok(existsSync(join(folder, file)), file)
    }
    t.match(
      stdout,
      runner === 'pytest' ? / {2}npx pinterest-ads-mock exec .*-- pytest tests\// : / {2}npm install --save-dev/,
    )
    t.match(stdout, runner)
  })
}

t.test('init writes a seed that is right, and a configuration that the server takes', async (t) => {
  const folder = await initialized(t, 'node')
  t.match(await run(['seed', 'check', join(folder, 'pinterest-mock.seed.yaml')]), { code: 0 })
  const { code, stdout } = await run(['--config', join(folder, 'pinterest-mock.json'), '--print-config'])
  t.equal(code, 0)
  t.match(JSON.parse(stdout), { seed: './pinterest-mock.seed.yaml' })
})

t.test('init leaves every file that is there, and says so', async (t) => {
  const folder = t.testdir({
    'package.json': '{"type":"module","devDependencies":{"pinterest-ads-mock":"1","tap":"21"}}',
    'pinterest-mock.json': 'mine',
    tests: { 'pinterest-mock.test.js': 'mine' },
  })
  const { code, stdout } = await run(['init', folder])
  t.equal(code, 0)
  t.match(stdout, 'Left pinterest-mock.json as it is: there is one already\nWrote pinterest-mock.seed.yaml\n')
  t.match(stdout, 'Left tests/pinterest-mock.test.js as it is')
  t.match(stdout, '  npx tap tests/pinterest-mock.test.js\n')
  t.notMatch(stdout, 'npm install')
  for (const file of ['pinterest-mock.json', 'tests/pinterest-mock.test.js']) {
    t.equal(readFileSync(join(folder, file), 'utf8'), 'mine')
  }
})

for (const [what, args, message] of [
  ['a runner that it does not know, with the nearest', ['--runner', 'mocca'], /no runner mocca. Did you mean mocha\?/],
  ['an option that it does not have', ['--runer', 'mocha'], /--runer.*It is init \[DIR\]/s],
  ['a folder that is not there', ['no-such-folder'], /There is no folder no-such-folder\./],
  ['two folders', ['a', 'b'], /It is init \[DIR\]/],
] as const) {
  t.test(`init refuses ${what}`, async (t) => {
    const { code, stderr } = await run(['init', ...args])
    t.equal(code, 2)
    t.match(stderr, message)
  })
}

t.test('init says which package.json cannot be read', async (t) => {
  const { code, stderr } = await run(['init', t.testdir({ 'package.json': '{' })])
  t.equal(code, 2)
  t.match(stderr, /package\.json cannot be read/)
})

t.test('init --help says what there is', async (t) => {
  t.match(await run(['init', '--help']), { code: 0, stdout: /vitest\|jest\|node\|tap\|mocha\|pytest/ })
})

t.test('the test for node:test passes', async (t) => {
  const folder = await initialized(t, 'node')
  const args = ['--import', packageHook(), '--test', '--test-reporter=tap', 'test/pinterest-mock.test.mjs']
  t.match((await inFolder(folder, process.execPath, ...args)).stdout, /^# pass 2$/m)
})

t.test('the test for tap passes', async (t) => {
  const folder = await initialized(t, 'tap')
  const { stdout } = await inFolder(folder, process.execPath, '--import', packageHook(), 'test/pinterest-mock.test.mjs')
  t.match(stdout, /^1\.\.2$/m)
  t.notMatch(stdout, 'not ok')
})

for (const runner of ['vitest', 'jest', 'mocha']) {
  t.test(`the test for ${runner} is JavaScript, as npm run recipes runs it`, async (t) => {
    await t.resolves(
      inFolder(await initialized(t, runner), process.execPath, '--check', 'test/pinterest-mock.test.mjs'),
    )
  })
}

const missing = await execute('python3', ['-c', 'import pytest']).then(
  () => false,
  () => 'python3 cannot import pytest here: pip install pytest',
)

t.test('the test for pytest passes, with a server around it', { skip: missing }, async (t) => {
  const folder = await initialized(t, 'pytest')
  const pytest = ['python3', '-B', '-m', 'pytest', '-p', 'no:cacheprovider', join(folder, 'tests')]
  const { code, stdout } = await run(['exec', '--seed', join(folder, 'pinterest-mock.seed.yaml'), '--', ...pytest])
  t.equal(code, 0, stdout)
  t.match(stdout, '2 passed')
})
