import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { snippetsOf } from '../support/snippets.ts'
import { listening } from './listening.ts'
import { outsideClients } from './outside/clients.ts'
import { recordResult } from './results.ts'

const execute = promisify(execFile)
const sdk = 'pinterest-api-sdk'
const script = fileURLToPath(new URL('./python-sdk/test_campaign_tree.py', import.meta.url))

const installed = ['-c', `import pinterest; from importlib.metadata import version; print(version('${sdk}'))`]
const version = await execute('python3', installed).then(
  ({ stdout }) => stdout.trim(),
  () => undefined,
)
const missing = version === undefined && `python3 cannot import pinterest here: pip install ${sdk}`

/** Runs Python against a server of this test's own; gives what it printed, and its exit code when that is not 0. */
async function python(t: Test, ...args: readonly string[]) {
  const { origin, account, call } = await listening(t)
  const { body: pins } = await call('GET', '/v5/pins?page_size=1')
  const env = {
    PATH: process.env.PATH,
    PINTEREST_API_URI: `${origin}/v5`,
    PINTEREST_ACCESS_TOKEN: 'any-text',
    AD_ACCOUNT_ID: account,
    PIN_ID: pins.items[0].id,
  }
  // The SDK looks for a config.json through everything below the parent of the working directory.
  const cwd = `${t.testdir({ empty: {} })}/empty`
  return execute('python3', [...args], { env, cwd }).catch((error) => error)
}

/** Records how many of the scenarios passed, of what unittest printed about them. */
function record(printed: string): void {
  const run = Number(printed.match(/^Ran (\d+) tests/m)?.[1] ?? 0)
  const failed = [...printed.matchAll(/(?:failures|errors)=(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0)
  const client = outsideClients.find((one) => one.client === sdk)
  if (client === undefined || version === undefined) return
  const { language, exercised } = client
  recordResult({ client: sdk, version, language, exercised }, { passed: run - failed, failed })
}

t.test("Pinterest's Python SDK does its campaign, ad group, ad and keyword work", { skip: missing }, async (t) => {
  const { code, stderr } = await python(t, script, '--verbose')
  record(stderr)
  t.equal(code, undefined, stderr)
})

t.test('the Python of the page runs', { skip: missing }, async (t) => {
  const [snippet = ''] = snippetsOf(new URL('../../docs/clients.md', import.meta.url))('python')
  const { code, stdout, stderr } = await python(t, '-c', snippet)
  t.equal(code, undefined, stderr)
  t.match(stdout, 'Brand awareness')
})
