import { readdirSync } from 'node:fs'
import t from 'tap'
import { startMock } from '#server/library/start.ts'
import type { Json } from '#test/support/mock.ts'
import { run, type StartedServer, start } from './start.ts'

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }

async function createAccounts({ banner }: StartedServer, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    const init = { method: 'POST', headers, body: JSON.stringify({ name: `Account ${number}` }) }
    const { status } = await fetch(`${banner.base_url}/ad_accounts`, init)
    if (status !== 200) throw new Error(`answered ${status}`)
  }
}

async function countAccounts({ banner }: StartedServer): Promise<number> {
  const answer: Json = await (await fetch(`${banner.base_url}/ad_accounts?page_size=100`, { headers })).json()
  return answer.items.length
}

t.test('a second server for a data directory is refused with exit code 7, and the first loses nothing', async (t) => {
  const directory = t.testdir()
  const args = ['--data-dir', directory, '--seed', 'empty']
  const first = await start(t, args)
  await createAccounts(first, 20)
  const { code, stderr, stdout } = await run(['--port', '0', ...args])
  t.equal(code, 7)
  t.match(stderr, `The data directory ${directory} is another server's, which still runs`)
  t.equal(stdout, '')
  t.equal(await countAccounts(first), 20)
  t.equal(await first.end('SIGTERM'), 0)
  const second = await start(t, args)
  t.equal(await countAccounts(second), 20)
})

t.test('a server that was killed leaves no lock behind', async (t) => {
  const args = ['--data-dir', t.testdir(), '--seed', 'empty']
  const first = await start(t, args)
  await createAccounts(first, 5)
  t.equal(await first.end('SIGKILL'), null)
  t.equal(await countAccounts(await start(t, args)), 5)
})

t.test('two mocks of one process do not share a data directory either, one after the other do', async (t) => {
  const dataDir = t.testdir()
  const refusal = { code: 'DIRECTORY_IN_USE', message: /another server's/ }
  for (const listen of [true, false]) {
    const mock = await startMock({ dataDir, listen })
    for (let attempt = 0; attempt < 2; attempt++) await t.rejects(startMock({ dataDir, listen: !listen }), refusal)
    await mock.close()
  }
})

t.test('a start that fails later lets the data directory go', async (t) => {
  const dataDir = t.testdir({ 'https-authority.pem': 'no authority' })
  await t.rejects(startMock({ dataDir, httpsPort: 0 }), { message: /authority/ })
  const mock = await startMock({ dataDir })
  await t.rejects(startMock({ dataDir: `${dataDir}/other`, port: Number(new URL(mock.url).port) }), {
    code: 'EADDRINUSE',
  })
  const other = await startMock({ dataDir: `${dataDir}/other` })
  await other.close()
  await mock.close()
  t.strictSame(readdirSync(dataDir).toSorted(), [
    '.lock',
    'default.sqlite',
    'https-authority.pem',
    'other',
    'snapshots',
  ])
})
