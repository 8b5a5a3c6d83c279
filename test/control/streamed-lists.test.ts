import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import Fastify from 'fastify'
import t from 'tap'
import { listChunks, streamJson } from '#server/control/protocol/streamed-json.ts'

t.test('a client that does not read is let go of after a while, and with it what it was sent', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  let isOver = false
  function* endless(): Generator<string> {
    try {
      for (;;) yield 'x'.repeat(100_000)
    } finally {
      isOver = true
    }
  }
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  app.get('/', (_request, reply) => {
    reply.raw.once('close', resolve)
    return streamJson(reply, endless(), 20)
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1').pause()
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  await closed
  t.ok(isOver)
})

t.test('the pieces of a list are its JSON', async (t) => {
  for (const items of [[], [1], [1, 'two', { three: [3] }]]) {
    const pieces = [...listChunks('{"items":[', items, (item) => ({ item }), ']}')]
    t.same(JSON.parse(pieces.join('')), { items: items.map((item) => ({ item })) })
  }
})
