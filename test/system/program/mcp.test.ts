import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import t, { type Test } from 'tap'
import { startMock } from '#server/index.ts'
import { programArguments } from '#test/support/built.ts'
import { run } from './start.ts'

/** Starts the program as an agent does, and connects the SDK's own client to it. */
async function connected(t: Test, ...args: readonly string[]): Promise<Client> {
  // Without the hooks that the test runner puts into every Node.
  const command = ['-c', 'unset NODE_OPTIONS; exec "$@"', 'sh', process.execPath, ...programArguments(), 'mcp', ...args]
  const client = new Client({ name: 'test', version: '1' })
  t.teardown(() => client.close())
  await client.connect(new StdioClientTransport({ command: '/bin/sh', args: command }))
  return client
}

async function textOf(client: Client, name: string, args = {}): Promise<string> {
  const { content } = await client.callTool({ name, arguments: args })
  return content[0]?.type === 'text' ? content[0].text : ''
}

t.test('mcp starts a server of its own, which clients can call, and ends with its client', async (t) => {
  const client = await connected(t, '--seed', 'empty', '--allow', 'calls')
  const { client: address, seed } = JSON.parse(await textOf(client, 'about'))
  t.equal(seed, 'empty')
  const headers = { authorization: `Bearer ${address.token}` }
  t.equal((await fetch(`${address.base_url}/ad_accounts`, { headers })).status, 200)
  t.match(JSON.parse(await textOf(client, 'list_requests')), [{ operation: 'ad_accounts/list', status: 200 }])
  await client.close()
  await t.rejects(fetch(address.base_url))
})

t.test('mcp connects to a server that runs, with its token, and leaves it running', async (t) => {
  const mock = await startMock({ seed: 'small', controlToken: 'secret' })
  t.teardown(() => mock.close())
  await mock.fetch('/ad_accounts')
  const client = await connected(t, '--url', mock.url, '--control-token', 'secret')
  t.match(JSON.parse(await textOf(client, 'list_requests')), [{ operation: 'ad_accounts/list' }])
  await client.close()
  t.equal((await mock.fetch('/ad_accounts')).status, 200)
})

for (const [what, args, message] of [
  ['a group that it does not know, with the nearest', ['--allow', 'clok'], /no clok\. Did you mean clock\?/],
  ['an option of the server that is wrong', ['--sed', 'small'], /Unknown option --sed\. Did you mean --seed\?/],
  ['a flag without its value', ['--url'], /It is mcp \[--url URL\]/],
  ['a URL where nothing answers', ['--url', 'http://127.0.0.1:1'], /No mock answers at http:\/\/127\.0\.0\.1:1/],
  ['to start a server without test control', ['--control', 'off'], /leave out --control off/],
] as const) {
  t.test(`mcp refuses ${what}`, async (t) => {
    const { code, stdout, stderr } = await run(['mcp', ...args])
    t.strictSame({ code, stdout }, { code: 2, stdout: '' })
    t.match(stderr, message)
  })
}

t.test('mcp --help says what there is', async (t) => {
  t.match(await run(['mcp', '--help']), { code: 0, stdout: /--allow calls,clock,/ })
})
