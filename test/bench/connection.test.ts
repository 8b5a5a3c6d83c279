import { once } from 'node:events'
import { createServer } from 'node:net'
import t, { type Test } from 'tap'
import { bytesOf, Connection } from '#bench/connection.ts'

const request = bytesOf({ method: 'GET', path: '/' })

/** A connection to a server that answers each request with those pieces, each sent by itself. */
async function answeredWith(t: Test, pieces: readonly string[], { closes = false } = {}): Promise<Connection> {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => {})
    socket.on('data', async () => {
      for (const piece of pieces) {
        socket.write(piece)
        await new Promise(setImmediate)
      }
      if (closes) socket.end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const connection = await Connection.open(typeof address === 'object' && address !== null ? address.port : 0)
  t.teardown(() => {
    connection.close()
    server.close()
  })
  return connection
}

t.test('an answer with a length is whole when it has it, however it comes', async (t) => {
  const connection = await answeredWith(t, ['HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n[1,', '2,3]'])
  await connection.call(request)
  await connection.call(request)
})

t.test('an answer in chunks is whole when the last one has ended, however that comes', async (t) => {
  const head = 'HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n'
  const connection = await answeredWith(t, [head, '3\r\n[1]', '\r\n0\r', '\n\r\n'])
  await connection.call(request)
  await connection.call(request)
})

t.test('a connection that the server has closed refuses the next call', async (t) => {
  const connection = await answeredWith(t, ['HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'], { closes: true })
  await connection.call(request)
  await t.rejects(connection.call(request))
})

t.test('a refusal is told', async (t) => {
  const connection = await answeredWith(t, ['HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n'])
  await t.rejects(connection.call(request), /404 Not Found/)
})
