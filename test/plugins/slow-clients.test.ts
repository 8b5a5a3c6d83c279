import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { mock } from '../support/mock.ts'
import { portOf } from './wire.ts'

t.test('a server gives no request for ever to come', async (t) => {
  const { app } = await mock(t)
  t.ok(app.server.headersTimeout > 0 && app.server.headersTimeout <= 60_000)
  t.ok(app.server.requestTimeout > 0 && app.server.requestTimeout <= 60_000)
  t.ok(app.server.keepAliveTimeout > 0 && app.server.keepAliveTimeout <= 120_000)
})

t.test(
  'a request that does not come whole in time is answered 408 in the envelope, and its connection closed',
  async (t) => {
    const server = await mock(t)
    const port = await portOf(server)
    const connected = once(server.app.server, 'connection')
    const client = connect(port, '127.0.0.1')
    client.write(
      'POST /v5/ad_accounts HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    )
    const [connection] = await connected
    const overdue = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    server.app.server.emit('clientError', overdue, connection)
    const received = Buffer.concat(await client.toArray()).toString()
    t.match(received, /^HTTP\/1\.1 408 Request Timeout\r\n/)
    t.match(received, /connection: close\r\n/)
    t.match(received, /\{"code":1,"message":"The request did not come whole/)
  },
)
