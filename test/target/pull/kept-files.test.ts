import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { TargetClient } from '#server/target/client/target-client.ts'
import { directory, pulled, target, token } from './servers.ts'

/** Starts a server that is none of the API: it answers everything with a page. */
async function webSite(t: Test) {
  const server = createServer((_, response) => response.end('<html>Welcome</html>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`
  return new TargetClient({ baseUrl, token, wait: async () => {} })
}

t.test('a file that no pull has written stays as it is', async (t) => {
  const server = await target(t)
  const out = join(directory(t), 'package.json')
  writeFileSync(out, '{"name":"mine"}')
  await t.rejects(pulled(t, server, { out }), { message: /package\.json: there is a file that this server has not/ })
  t.equal(readFileSync(out, 'utf8'), '{"name":"mine"}')
})

t.test('the seed of an earlier pull is replaced', async (t) => {
  const server = await target(t)
  const { out, text } = await pulled(t, server)
  t.equal((await pulled(t, server, { out })).text, text)
})

t.test('a folder in place of a file, and a folder that is not there, are refused before the first call', async (t) => {
  const server = await target(t)
  const folder = directory(t)
  mkdirSync(join(folder, 'seed.json'))
  await t.rejects(pulled(t, server, { out: join(folder, 'seed.json') }), { message: /it is no regular file/ })
  await t.rejects(pulled(t, server, { out: join(folder, 'no', 'seed.json') }), { message: /there is no directory/ })
  t.equal(server.client.sent, 0)
})

t.test('a pull of what is no API says what was answered, and leaves nothing that is in the way later', async (t) => {
  const server = await target(t)
  const out = join(directory(t), 'seed.json')
  await t.rejects(pulled(t, { ...server, client: await webSite(t) }, { out }), {
    message: /ad_accounts\/get: 200 the answer is no JSON object: <html>Welcome/,
  })
  t.same(readdirSync(join(out, '..')), [])
  t.ok((await pulled(t, server, { out })).counts.campaigns)
})

/** Returns the place of a seed with the notes of a pull that was interrupted. */
async function interrupted(t: Test, server: Awaited<ReturnType<typeof target>>): Promise<string> {
  const out = join(directory(t), 'seed.json')
  const interruption = new AbortController()
  let pages = 0
  const onProgress = (): void => {
    if (++pages === 10) interruption.abort()
  }
  await t.rejects(pulled(t, server, { out, onProgress, signal: interruption.signal }), { message: /Interrupted/ })
  return out
}

t.test('notes without their seed are no place to go on: the pull begins anew', async (t) => {
  const server = await target(t)
  const { text } = await pulled(t, server)
  const out = await interrupted(t, server)
  writeFileSync(`${out}.part`, '{')
  const again = await pulled(t, server, { out })
  t.equal(again.text, text)
  t.notOk(again.resumed)
})

t.test('notes of another version are refused, and stay', async (t) => {
  const server = await target(t)
  const out = await interrupted(t, server)
  const [identity] = readFileSync(`${out}.progress`, 'utf8').split('\n')
  writeFileSync(`${out}.progress`, `${identity}\n{"section":"campaigns","page":3}\n`)
  await t.rejects(pulled(t, server, { out }), { message: /damaged, or of another version\. Delete it to begin anew/ })
  t.ok(existsSync(`${out}.progress`))
})
