import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { Pacing } from '#server/target/client/pacing.ts'
import { TargetClient, type TargetClientOptions } from '#server/target/client/target-client.ts'

const unreachable = { failure: 'unreachable', message: /:\/\// }
const interrupted = { failure: 'interrupted', message: 'Interrupted.' }
const token = 'pina_secret-of-the-tests'

/** A server that answers as the listener says, and a client of it that notes its waits in place of waiting. */
async function target(t: Test, listener: RequestListener, options: Partial<TargetClientOptions> = {}) {
  const server: Server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const waits: number[] = []
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds)
  return { client: new TargetClient({ baseUrl, token, wait, ...options }), waits, server }
}

/** Answers with the given statuses and headers in order, the last one again and again. */
const inOrder = (...answers: readonly [number, Record<string, string>?, string?][]): RequestListener => {
  let count = 0
  return (_request, response) => {
    const [status, headers = {}, text = '{}'] = answers[Math.min(count++, answers.length - 1)] ?? [200]
    response.writeHead(status, headers).end(text)
  }
}

t.test('a call has the token, its query and its body as JSON', async (t) => {
  const seen: { url: string | undefined; headers: IncomingHttpHeaders; text: string }[] = []
  const { client } = await target(t, (request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      seen.push({ url: request.url, headers: request.headers, text })
      response.end('{"items":[]}')
    })
  })
  const query = { entity_statuses: ['ACTIVE', 'PAUSED'], page_size: 250, bookmark: undefined }
  t.same((await client.send({ method: 'GET', path: '/ad_accounts/1/campaigns', query })).body, { items: [] })
  await client.send({ method: 'POST', path: '/ad_accounts/1/campaigns', body: [{ name: 'A' }] })
  t.equal(seen[0]?.url, '/v5/ad_accounts/1/campaigns?entity_statuses=ACTIVE%2CPAUSED&page_size=250')
  t.equal(seen[0]?.headers.authorization, `Bearer ${token}`)
  t.match(seen[1], { text: '[{"name":"A"}]', headers: { 'content-type': 'application/json' } })
})

t.test('connections stay open: twenty calls take two at most', async (t) => {
  const sockets = new Set<unknown>()
  const { client } = await target(t, (request, response) => {
    sockets.add(request.socket)
    response.end('{}')
  })
  for (let count = 0; count < 20; count++) await client.send({ method: 'GET', path: '/x' })
  t.ok(sockets.size <= 2, `${sockets.size} connections`)
})

t.test('a 429 is repeated after the time that it names', async (t) => {
  const { client, waits } = await target(
    t,
    inOrder(
      [429, { 'x-ratelimit-reset': '7' }],
      [429, { 'retry-after': '3' }],
      [429, {}, '{"message":"Retry after 5 seconds"}'],
      [200],
    ),
  )
  const { status, attempts } = await client.send({ method: 'POST', path: '/x', body: {} })
  t.same({ status, attempts, waits }, { status: 200, attempts: 4, waits: [7000, 3000, 5000] })
})

t.test('a window that ends in hours is not waited for', async (t) => {
  const { client, waits } = await target(t, inOrder([429, { 'x-ratelimit-reset': '40000' }]))
  await t.rejects(client.send({ method: 'GET', path: '/x' }), { failure: 'limit', message: /40000 seconds/ })
  t.same(waits, [])
})

t.test('the next call of a category whose window is used up waits for its end; others do not', async (t) => {
  const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '12' }
  const { client, waits } = await target(t, inOrder([200, used], [200]), { pacing: new Pacing(() => 0) })
  await client.send({ method: 'GET', path: '/x', category: 'ads_read' })
  await client.send({ method: 'GET', path: '/x', category: 'org_read' })
  t.same(waits, [])
  await client.send({ method: 'GET', path: '/x', category: 'ads_read' })
  t.same(waits, [12_000])
})

t.test('a mock that counts and refuses nothing is not waited for', async (t) => {
  const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '12', 'x-mock-api-version': '5.28' }
  const { client, waits } = await target(t, inOrder([200, used]))
  for (let count = 0; count < 3; count++) await client.send({ method: 'GET', path: '/x', category: 'ads_read' })
  t.same(waits, [])
})

t.test('a 500 is repeated, but not for a creation unless the caller says so', async (t) => {
  const { client, waits } = await target(t, inOrder([500], [200], [500], [500], [200]))
  t.equal((await client.send({ method: 'GET', path: '/x' })).status, 200)
  t.equal((await client.send({ method: 'POST', path: '/x', body: {} })).status, 500)
  t.equal((await client.send({ method: 'POST', path: '/x', body: {}, repeatable: true })).status, 200)
  t.same(waits, [200, 200])
})

t.test('a connection that ends is repeated in the same way', async (t) => {
  let count = 0
  const { client } = await target(t, (request, response) => {
    if (count++ % 2 === 0) request.socket.destroy()
    else response.end('{}')
  })
  t.equal((await client.send({ method: 'GET', path: '/x' })).attempts, 2)
  await t.rejects(client.send({ method: 'POST', path: '/x', body: {} }), unreachable)
})

t.test('a target that does not run is tried again, and named without the token', async (t) => {
  const { client, waits, server } = await target(t, inOrder([200]))
  server.close()
  await t.rejects(client.send({ method: 'POST', path: '/x', body: {} }), {
    failure: 'unreachable',
    message: /POST http:.*\/v5\/x: connect ECONNREFUSED/,
  })
  t.same(waits, [200, 800, 3200])
})

t.test('redirects are not followed', async (t) => {
  const { client } = await target(t, inOrder([302, { location: 'http://127.0.0.1:1/v5' }]))
  await t.rejects(client.send({ method: 'GET', path: '/x' }), { failure: 'redirect', message: /redirects \(302\)/ })
  t.equal(client.sent, 1)
})

t.test('an answer that repeats the token has it blacked out', async (t) => {
  const { client } = await target(t, inOrder([401, {}, JSON.stringify({ message: `No token ${token}` })]))
  t.same((await client.send({ method: 'GET', path: '/x' })).body, { message: 'No token …' })
})

t.test('a signal ends a call and a wait', async (t) => {
  const controller = new AbortController()
  const { client } = await target(t, () => controller.abort())
  await t.rejects(client.send({ method: 'GET', path: '/x', signal: controller.signal }), interrupted)
  await t.rejects(client.send({ method: 'GET', path: '/x', signal: controller.signal }), interrupted)
  t.equal(client.sent, 1)
})
