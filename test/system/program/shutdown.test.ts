import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import type { Json } from '#test/support/mock.ts'
import { halfRequest, opened, refusesConnections } from './half-request.ts'
import { start } from './start.ts'

/** Longer than any test: what is over within it was not cut off. */
const patient = ['--shutdown-time', '1h']

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' }

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  t.test(`after ${signal} a running request is answered, new ones are refused, and the exit code is 0`, async (t) => {
    const { banner, end } = await start(t, patient)
    const running = await halfRequest(t, banner.base_url, 'Half way')
    const code = end(signal)
    await refusesConnections(t, banner.base_url)
    const answer = await running.finish()
    t.match(answer, /^HTTP\/1\.1 200 OK\r\n/)
    t.match(answer, /"name":"Half way"/)
    t.equal(await code, 0)
  })
}

t.test('connections that are kept alive are closed, at once or with their last answer', async (t) => {
  const { banner, end } = await start(t, patient)
  const [first, second] = [
    await halfRequest(t, banner.base_url, 'First'),
    await halfRequest(t, banner.base_url, 'Second'),
  ]
  const idle = await opened(t, banner.base_url)
  idle.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(idle, 'data')
  const code = end('SIGTERM')
  await once(idle, 'close')
  t.match(await first.finish(), /"name":"First"/)
  t.match(await second.finish(), /"name":"Second"/)
  t.equal(await code, 0)
})

for (const scheme of ['http', 'https'] as const) {
  t.test(
    `a connection by ${scheme} on which nothing was asked is closed while a request still has its time`,
    async (t) => {
      const { banner, end } = await start(t, [...patient, '--https-port', '0'])
      const silent = await opened(t, banner[scheme === 'http' ? 'base_url' : 'https_url'])
      const running = await halfRequest(t, banner.base_url, 'Half way')
      const code = end('SIGTERM')
      await once(silent, 'close')
      t.match(await running.finish(), /"name":"Half way"/)
      t.equal(await code, 0)
    },
  )
}

t.test('requests by HTTPS are answered before the end, too', async (t) => {
  const { banner, end } = await start(t, [...patient, '--https-port', '0'])
  const [first, second] = [
    await halfRequest(t, banner.https_url, 'First'),
    await halfRequest(t, banner.https_url, 'Second'),
  ]
  const code = end('SIGTERM')
  await refusesConnections(t, banner.https_url)
  t.match(await first.finish(), /"name":"First"/)
  t.match(await second.finish(), /"name":"Second"/)
  t.equal(await code, 0)
})

t.test('a request that does not come whole in the time that it has does not keep it either', async (t) => {
  const { banner, end } = await start(t, ['--shutdown-time', '0'])
  const { socket } = await halfRequest(t, banner.base_url, 'Never')
  const cut = once(socket, 'close')
  t.equal(await end('SIGTERM'), 0)
  await cut
})

const older = '{"format":"pinterest-ads-mock/state","version":1}'

t.test('a second signal ends it at once with exit code 1, and spoils no file', async (t) => {
  const folder = t.testdir({ 'state.json': older })
  const args = [...patient, '--data-dir', `${folder}/data`, '--export-on-exit', `${folder}/state.json`]
  const first = await start(t, args)
  const made = await fetch(`${first.banner.base_url}/ad_accounts`, { method: 'POST', headers, body: '{"name":"Kept"}' })
  const { id } = (await made.json()) as Json
  await halfRequest(t, first.banner.base_url, 'Never')
  const code = first.end('SIGTERM')
  await refusesConnections(t, first.banner.base_url)
  first.child.kill('SIGTERM')
  t.equal(await code, 1)
  t.equal(readFileSync(`${folder}/state.json`, 'utf8'), older)
  t.strictSame(readdirSync(folder), ['data', 'state.json'])
  const { banner } = await start(t, args)
  const read = await fetch(`${banner.base_url}/ad_accounts/${id}`, { headers })
  t.match(await read.json(), { id, name: 'Kept' })
})
