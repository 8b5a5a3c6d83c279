import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { run } from '../system/program/start.ts'

const execute = promisify(execFile)
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const source = new URL('./source.ts', import.meta.url).href

/** Runs a script of Node that imports the package by its name; gives what it printed. */
async function node(...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(process.execPath, ['--import', source, ...args], { env: { PATH: process.env.PATH } })
  return stdout
}

t.test('the recipe for tap passes', async (t) => {
  t.match(await node(at('tap/campaigns.test.js')), /^1\.\.3$/m)
})

t.test('the recipe for node:test passes', async (t) => {
  t.match(await node('--test', '--test-reporter=tap', at('node-test/campaigns.test.js')), /^# pass 2$/m)
})

t.test('the recipe for curl passes, with a server around it', async (t) => {
  const { code, stdout, stderr } = await run(['exec', '--', 'bash', at('curl/campaigns.sh')])
  t.equal(code, 0, stderr)
  t.match(stdout, 'ok: created, refused, verified')
})

const missing = await execute('python3', ['-c', 'import pytest']).then(
  () => false,
  () => 'python3 cannot import pytest here: pip install pytest',
)

t.test('the recipe for pytest passes, with a server around it', { skip: missing }, async (t) => {
  const pytest = ['python3', '-B', '-m', 'pytest', '-p', 'no:cacheprovider', at('pytest')]
  const { code, stdout } = await run(['exec', '--', ...pytest])
  t.equal(code, 0, stdout)
  t.match(stdout, '2 passed')
})

t.test('a recipe fails when the API does not do what it expects', async (t) => {
  const { code } = await run(['exec', '--seed', 'empty', '--', 'bash', at('curl/campaigns.sh')])
  t.not(code, 0)
})
