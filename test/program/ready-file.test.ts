import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { run, start } from './start.ts'

t.test('the ready file has the banner while the server listens, and is gone when it has ended', async (t) => {
  const file = `${t.testdir({})}/ready.json`
  const { banner, end } = await start(t, ['--ready-file', file])
  t.strictSame(JSON.parse(readFileSync(file, 'utf8')), banner)
  t.equal(await end('SIGTERM'), 0)
  t.notOk(existsSync(file))
})

t.test('the ready file of a server that was killed is taken away by a start that fails', async (t) => {
  const file = `${t.testdir({})}/ready.json`
  const { banner, end } = await start(t, ['--ready-file', file])
  const { code } = await run(['--ready-file', file, '--port', new URL(banner.base_url).port])
  t.equal(code, 4)
  t.notOk(existsSync(file))
  t.equal(await end('SIGTERM'), 0)
})

t.test('a ready file that cannot be written stops the start with exit code 2', async (t) => {
  const { code, stderr } = await run(['--port', '0', '--ready-file', `${t.testdir({})}/missing/ready.json`])
  t.equal(code, 2)
  t.match(stderr, /--ready-file.*missing/)
})
