import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { connectionDrain } from '#server/http/connection/graceful-shutdown.ts'

/** Longer than any test: what ends within it was ended for another reason. */
const patience = 2 ** 31 - 1

async function listening(
  t: Test,
): Promise<{ server: Server; open: () => Promise<Socket>; end: () => Promise<unknown> }> {
  const server = createServer((request, answer) => request.resume().on('end', () => answer.end('answered')))
  const drain = connectionDrain(server, { patience })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  t.teardown(() => server.closeAllConnections())
  return {
    server,
    async open() {
      const socket = connect(port, '127.0.0.1')
      t.teardown(() => socket.destroy())
      await once(socket, 'connect')
      return socket
    },
    async end() {
      drain()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

t.test('connections on which nothing was sent do not keep a server that closes', async (t) => {
  const { server, open, end } = await listening(t)
  const accepted = once(server, 'connection')
  const silent = await open()
  await accepted
  await Promise.all([once(silent, 'close'), end()])
})

t.test('a request that has come in part gets its time, and then its connection is closed', async (t) => {
  const { server, open, end } = await listening(t)
  const [half, silent] = [await open(), await open()]
  half.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n12')
  await once(server, 'request')
  const ended = end()
  await once(silent, 'close')
  t.notOk(half.readableEnded, 'still open')
  half.write('34')
  const [answer] = await once(half, 'data')
  t.match(String(answer), /^HTTP\/1\.1 200 OK/)
  await Promise.all([once(half, 'close'), ended])
})

t.test('a head that has come in part gets its time as well', async (t) => {
  const { server, open, end } = await listening(t)
  const accepted = once(server, 'connection')
  const half = await open()
  const [socket] = await accepted
  half.write('GET / HTTP/1.1\r\nHo')
  while (socket.bytesRead === 0) await new Promise(setImmediate)
  const silent = await open()
  const ended = end()
  await once(silent, 'close')
  half.write('st: a\r\n\r\n')
  const [answer] = await once(half, 'data')
  t.match(String(answer), /^HTTP\/1\.1 200 OK/)
  await Promise.all([once(half, 'close'), ended])
})
