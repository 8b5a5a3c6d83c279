import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { plainTarget, targetToken } from '#test/target/forwarding.ts'
import { run, start } from './start.ts'

const environment = { PINTEREST_ACCESS_TOKEN: targetToken }

t.test('a description that cannot be read ends the start with exit code 2', async (t) => {
  const { code, stderr } = await run(['--contract', join(t.testdir({}), 'none.json')])
  t.equal(code, 2)
  t.match(stderr, /--contract cannot be read: ENOENT/)
})

t.test('production is not called unless that is meant: exit code 2, and no part of the token', async (t) => {
  const { code, stdout, stderr } = await run(['--forward', 'https://api.pinterest.com/v5'], environment)
  t.equal(code, 2)
  t.match(stderr, /api\.pinterest\.com serves production/)
  t.notMatch(stdout + stderr, 'SECRETOFTHETARGET')
})

t.test('what waits when the server ends is still asked and kept, without the token', async (t) => {
  const folder = join(t.testdir({}), 'kept')
  const baseUrl = await plainTarget(t, (request, response) => {
    setImmediate(() => response.end(JSON.stringify({ token: request.headers.authorization, mood: 'calm' })))
  })
  const { banner, end } = await start(t, ['--forward', baseUrl, '--record', folder], environment)
  t.notMatch(JSON.stringify(banner), 'SECRETOFTHETARGET')
  for (const path of ['/moods', '/boards'])
    await fetch(banner.base_url + path, { headers: { authorization: 'Bearer own' } })
  t.equal(await end('SIGTERM'), 0)
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  t.equal(texts.length, 2)
  t.match(texts.join(), '"mood": "calm"')
  t.notMatch(texts.join(), /SECRETOFTHETARGET|Bearer own/)
})
