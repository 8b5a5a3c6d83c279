import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { run, start } from './start.ts'

t.test('a started server prints one line of JSON that says what it is', async (t) => {
  const { banner } = await start(t)
  t.match(banner, {
    event: 'listening',
    name: 'pinterest-ads-mock',
    base_url: /^http:\/\/127\.0\.0\.1:\d+\/v5$/,
    operations: { documented: 266 },
    data: 'in memory',
    seed: 'small',
  })
  t.ok(banner.operations.built >= 17)
})

t.test('it answers at once from the seed', async (t) => {
  const { banner } = await start(t)
  const response = await fetch(`${banner.base_url}/ad_accounts`, { headers: { authorization: 'Bearer any' } })
  const { items } = (await response.json()) as { items: unknown[] }
  t.equal(items.length, 3)
})

t.test('a data directory keeps what was stored over a restart', async (t) => {
  const args = ['--data-dir', t.testdir()]
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
  const first = await start(t, args)
  const made = await fetch(`${first.banner.base_url}/ad_accounts`, { method: 'POST', headers, body: '{"name":"Kept"}' })
  const { id } = (await made.json()) as { id: string }
  t.equal(await first.end('SIGTERM'), 0)
  const second = await start(t, args)
  const read = await fetch(`${second.banner.base_url}/ad_accounts/${id}`, { headers })
  t.match(await read.json(), { id, name: 'Kept' })
})

t.test('the default world is written when the server ends, in place of what was there', async (t) => {
  const older = '{"format":"pinterest-ads-mock/state","version":1}'
  const file = `${t.testdir({ 'state.json': older })}/state.json`
  const { end } = await start(t, ['--export-on-exit', file])
  t.equal(readFileSync(file, 'utf8'), older)
  t.equal(await end('SIGTERM'), 0)
  t.match(JSON.parse(readFileSync(file, 'utf8')), { format: 'pinterest-ads-mock/state', tables: { campaigns: Array } })
})

t.test('a server begins with what another wrote at its end', async (t) => {
  const file = `${t.testdir({})}/state.json`
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }
  const first = await start(t, ['--export-on-exit', file])
  await fetch(`${first.banner.base_url}/ad_accounts`, { method: 'POST', headers, body: '{"name":"Kept"}' })
  await first.end('SIGTERM')
  const second = await start(t, ['--seed', file])
  const answer = await fetch(`${second.banner.base_url}/ad_accounts`, { headers })
  const { items } = (await answer.json()) as { items: { name: string }[] }
  t.equal(items.at(-1)?.name, 'Kept')
})

t.test('a state that is broken stops the start with exit code 3', async (t) => {
  const file = `${t.testdir({ 'state.json': '{"format":"pinterest-ads-mock/state","version":1}' })}/state.json`
  const { code, stderr } = await run(['--seed', file])
  t.equal(code, 3)
  t.match(stderr, /state\.json is refused/)
})

t.test('an export that fails ends the server with exit code 1, and says why', async (t) => {
  const folder = `${t.testdir({ missing: {} })}/missing`
  const { end, child } = await start(t, ['--export-on-exit', `${folder}/state.json`])
  rmdirSync(folder)
  let stderr = ''
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  t.equal(await end('SIGTERM'), 1)
  t.match(stderr, /missing\/state\.json/)
})

t.test('a place that nothing can be exported to stops the start, before there is anything to lose', async (t) => {
  const file = `${t.testdir({})}/missing/state.json`
  const { code, stderr } = await run(['--export-on-exit', file])
  t.equal(code, 2)
  t.match(stderr, /--export-on-exit .*missing\/state\.json: there is no directory/)
})

t.test('SIGINT ends it with exit code 0', async (t) => {
  const { end } = await start(t)
  t.equal(await end('SIGINT'), 0)
})

t.test('an unknown flag stops the start with the nearest name and exit code 2', async (t) => {
  const { code, stderr } = await run(['--prot', '1'])
  t.equal(code, 2)
  t.match(stderr, /--prot.*--port/)
})

t.test('an unknown variable stops the start with the nearest name and exit code 2', async (t) => {
  const { code, stderr } = await run([], { PINTEREST_MOCK_DATADIR: '/tmp' })
  t.equal(code, 2)
  t.match(stderr, /PINTEREST_MOCK_DATADIR.*PINTEREST_MOCK_DATA_DIR/)
})

t.test('a bad value stops the start with exit code 2', async (t) => {
  const { code, stderr } = await run(['--port', 'many'])
  t.equal(code, 2)
  t.match(stderr, /--port/)
})

t.test('a taken port stops the start with exit code 4', async (t) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, stderr } = await run(['--port', String(port)])
  t.equal(code, 4)
  t.match(stderr, new RegExp(String(port)))
})

t.test('a seed that a rule refuses stops the start with exit code 3, the place and the rule', async (t) => {
  const seed = join(mkdtempSync(join(tmpdir(), 'seed-')), 'seed.json')
  const campaigns = [{ ad_account: 'shop', name: 'No budget', objective_type: 'AWARENESS' }]
  writeFileSync(seed, JSON.stringify({ ad_accounts: [{ alias: 'shop' }], campaigns }))
  const { code, stderr } = await run(['--seed', seed])
  t.equal(code, 3)
  t.match(stderr, /campaigns\[0\].*campaign\.budget\.required/s)
})

t.test('a data directory that cannot be used stops the start with exit code 3', async (t) => {
  const file = join(t.testdir({ file: 'not a directory' }), 'file')
  const { code, stderr } = await run(['--data-dir', file])
  t.equal(code, 3)
  t.match(stderr, /data directory .*file cannot be used/)
})

t.test('a state file that is none of ours stops the start with exit code 3, and stays as it was', async (t) => {
  const directory = t.testdir({ 'default.sqlite': 'something else entirely, and longer than a header' })
  const { code } = await run(['--data-dir', directory])
  t.equal(code, 3)
  t.match(readFileSync(join(directory, 'default.sqlite'), 'utf8'), /^something else/)
})

t.test('--help fits a screen, and names every option', async (t) => {
  const { code, stdout } = await run(['--help'])
  t.equal(code, 0)
  const lines = stdout.trimEnd().split('\n')
  t.ok(lines.length <= 56, `${lines.length} lines`)
  t.ok(Math.max(...lines.map((line) => line.length)) <= 80)
  for (const flag of ['--host', '--port', '--data-dir', '--seed', '--features', '--rules']) t.match(stdout, flag)
})

t.test('--version prints the version of the package', async (t) => {
  t.match((await run(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/)
})

t.test('--print-config prints what flags, variables and the file make together', async (t) => {
  const file = join(t.testdir({ 'mock.json': '{"port":1,"host":"::1","seed":"empty"}' }), 'mock.json')
  const { stdout } = await run(['--config', file, '--port', '3', '--print-config'], {
    PINTEREST_MOCK_PORT: '2',
    PINTEREST_MOCK_HOST: '0.0.0.0',
  })
  t.match(JSON.parse(stdout), { port: 3, host: '0.0.0.0', seed: 'empty' })
})
