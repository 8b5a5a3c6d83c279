import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { type Json, mock } from '../support/mock.ts'
import { type WiredMock, wired } from './wire.ts'

const campaign = { name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
const creation = { operation: 'campaigns/create' }

/** The names of the campaigns that there are. */
const namesIn = async ({ get }: Pick<WiredMock, 'get'>): Promise<readonly string[]> =>
  (await get('/campaigns')).body.items.map(({ name }: Json) => name)

/** Waits until the default world's first fault has struck. */
async function struck({ worlds }: Pick<WiredMock, 'worlds'>): Promise<void> {
  while (worlds.world('default').faults.list()[0]?.hits === 0) await setImmediate()
}

t.test('a reset connection is reset for the client, and nothing is stored', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, effect: 'reset' })
  const { status, error } = await server.send('POST', '/campaigns', [campaign])
  t.equal(status, undefined)
  t.match(error, /ECONNRESET read ECONNRESET/, 'by a packet that says so, and not by an orderly end')
  t.same(await namesIn(server), [])
})

t.test('an empty reply is an orderly end without a byte, and nothing is stored', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, effect: 'empty' })
  const { error } = await server.send('POST', '/campaigns', [campaign])
  t.match(error, /ECONNRESET socket hang up/)
  t.same(await namesIn(server), [])
})

t.test('an answer that is lost leaves what was asked done', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, trigger: { first: 1 }, effect: 'answer_lost' })
  t.match(await server.send('POST', '/campaigns', [campaign]), { status: undefined, error: /ECONNRESET/ })
  t.same(await namesIn(server), ['x'])
  const { body } = await server.call('GET', '/__mock/requests?operation=campaigns/create')
  t.match(body.items, [{ status: 200, answer: { lost: true }, faults: ['fault-1: answer_lost'] }])
  t.equal((await server.send('POST', '/campaigns', [campaign])).status, 200)
  t.same(await namesIn(server), ['x', 'x'], 'who tries again has two')
})

t.test('a truncated answer promises more than comes', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, effect: { type: 'truncated', bytes: 20 } })
  const { status, headers, pieces, error } = await server.send('POST', '/campaigns', [campaign])
  t.equal(status, 200)
  t.ok(Number(headers?.['content-length']) > 100)
  t.equal(pieces.join('').length, 20)
  t.match(pieces.join(''), /^\{"items":\[/)
  t.match(error, /ECONNRESET aborted/)
  t.same(await namesIn(server), ['x'])
})

t.test('a truncated answer without a length of its own is cut in half, and none is ever whole', async (t) => {
  const server = await wired(t)
  const lengthOf = async (effect: Json): Promise<readonly [number, number]> => {
    const { headers, pieces } = await server.send('GET', '/campaigns', undefined, { 'x-mock-fault': effect })
    return [pieces.join('').length, Number(headers?.['content-length'])]
  }
  const [half, whole] = await lengthOf('truncated')
  t.equal(half, whole >> 1)
  t.same(await lengthOf('truncated=100000'), [whole - 1, whole])
  t.same(await lengthOf('truncated=0'), [0, whole])
})

t.test('a malformed answer is whole, and no JSON', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, effect: 'malformed' })
  const { status, headers, pieces, error } = await server.send('POST', '/campaigns', [campaign])
  t.equal(error, undefined)
  t.equal(status, 200)
  t.equal(Number(headers?.['content-length']), pieces.join('').length)
  t.throws(() => JSON.parse(pieces.join('')))
  t.same(JSON.parse(`${pieces.join('')}}`).items.length, 1)
  t.same(await namesIn(server), ['x'])
})

t.test(
  'for a client that asks for compression a malformed answer is malformed JSON, and not malformed gzip',
  async (t) => {
    const server = await wired(t)
    for (const _ of Array(3)) await server.create('/campaigns', campaign)
    const answer = await fetch(`${server.origin}/v5/ad_accounts/${server.account}/campaigns`, {
      headers: { authorization: 'Bearer test', 'accept-encoding': 'gzip', 'x-mock-fault': 'malformed' },
    })
    t.equal(answer.headers.get('content-encoding'), 'gzip')
    const text = await answer.text()
    t.throws(() => JSON.parse(text))
    t.equal(JSON.parse(`${text}}`).items.length, 3)
  },
)

t.test('an answer that dribbles comes in pieces, and is whole in the end', async (t) => {
  const server = await wired(t)
  const answer = await fetch(`${server.origin}/v5/ad_accounts/${server.account}/campaigns`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer test',
      'content-type': 'application/json',
      'x-mock-fault': 'dribble=10m',
    },
    body: JSON.stringify([campaign]),
  })
  let received = ''
  for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    if (received === '') {
      t.throws(() => JSON.parse(piece), 'the first piece is not all of it')
      // The others come at once when the server closes.
      void server.app.close()
    }
    received += piece
  }
  t.match(JSON.parse(received).items, [{ data: { name: 'x' } }])
})

t.test('what dribbles is counted in bytes, whatever the letters', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, effect: { type: 'dribble', chunks: 1000, over: 0 } })
  const { pieces } = await server.send('POST', '/campaigns', [{ ...campaign, name: 'größer 🏔️' }])
  t.match(JSON.parse(pieces.join('')).items, [{ data: { name: 'größer 🏔️' } }])
})

t.test(
  'a call that hangs is answered by nobody until the client gives up; others are answered meanwhile',
  async (t) => {
    const server = await wired(t)
    await server.fault({ match: creation, effect: 'hang' })
    const giveUp = new AbortController()
    const hanging = fetch(`${server.origin}/v5/ad_accounts/${server.account}/campaigns`, {
      method: 'POST',
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
      body: JSON.stringify([campaign]),
      signal: giveUp.signal,
    })
    await struck(server)
    t.equal((await server.send('GET', '/campaigns')).status, 200)
    giveUp.abort()
    await t.rejects(hanging, { name: 'AbortError' })
    t.same(await namesIn(server), [])
  },
)

t.test('a hang has an end when it is given one: the connection is closed', async (t) => {
  const server = await wired(t)
  await server.fault({ effect: { type: 'hang', at_most: '20ms' } })
  t.match(await server.send('GET', '/campaigns'), { status: undefined, error: /ECONNRESET/ })
})

t.test('a server that closes ends what hangs, what is late and what dribbles', async (t) => {
  for (const effect of ['hang', 'latency=10m', 'dribble=10m', { type: 'reset', latency: '10m' }]) {
    const server = await wired(t)
    await server.fault({ effect })
    const call = server.send('GET', '/campaigns')
    await struck(server)
    await server.app.close()
    const { status } = await call
    t.equal(status, effect === 'hang' || typeof effect === 'object' ? undefined : 200, JSON.stringify(effect))
  }
})

t.test('a late answer comes after one that was asked for later', async (t) => {
  const server = await wired(t)
  await server.fault({ match: creation, effect: 'latency=10m' })
  const order: string[] = []
  const late = server.send('POST', '/campaigns', [campaign]).then(({ status }) => order.push(`late ${status}`))
  await struck(server)
  if ((await namesIn(server)).length > 0) order.push('stored')
  // It waits no longer than that.
  await server.app.close()
  await late
  t.same(order, ['stored', 'late 200'], 'the write is done before the wait')
})

for (const type of ['latency', 'truncated', 'malformed', 'dribble', 'answer_lost', 'server_error', 'reset']) {
  t.test(`a client may give up on a late answer (${type}): the server goes on`, async (t) => {
    const server = await wired(t)
    await server.fault({ match: creation, effect: { type, latency: '10m' } })
    const call = request(`${server.origin}/v5/ad_accounts/${server.account}/campaigns`, {
      method: 'POST',
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    })
    call.on('error', () => {})
    call.end(JSON.stringify([campaign]))
    const [, answer] = await once(server.app.server, 'request')
    await struck(server)
    const closed = once(answer, 'close')
    call.destroy()
    await closed
    const done = !['server_error', 'reset'].includes(type)
    t.same(await namesIn(server), done ? ['x'] : [], 'what was asked is done where the effect lets it be')
  })
}

t.test('a connection on which a call was cut off does not answer the next one', async (t) => {
  const server = await wired(t)
  await server.fault({ trigger: { first: 1 }, effect: 'truncated' })
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  const call = `GET /v5/ad_accounts/${server.account}/campaigns HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\n\r\n`
  let received = ''
  socket.setEncoding('utf8').on('data', (text) => {
    received += text
  })
  socket.write(call + call)
  await once(socket, 'close')
  t.equal(received.match(/HTTP\/1\.1/g)?.length, 1)
})

t.test('without faults nothing of this is in an answer', async (t) => {
  const { get } = await mock(t)
  const { status, headers } = await get('/campaigns')
  t.equal(status, 200)
  t.notOk('x-mock-faults' in headers)
})
