import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as connectSecure } from 'node:tls'
import type { Test } from 'tap'

/** A request whose head the server has read, and whose body has not come. */
export interface HalfRequest {
  readonly socket: Socket
  /** Sends the body, and gives all that is answered until the server closes the connection. */
  finish(): Promise<string>
}

/** Creates an ad account of that name but for its body; `Expect` makes the server say that it waits for it. */
export async function halfRequest(t: Test, base: string, name: string): Promise<HalfRequest> {
  const body = JSON.stringify({ name })
  const socket = await opened(t, base)
  socket.write(
    [
      'POST /v5/ad_accounts HTTP/1.1',
      'Host: localhost',
      'Authorization: Bearer any',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
      '\r\n',
    ].join('\r\n'),
  )
  await once(socket, 'data')
  return {
    socket,
    async finish() {
      let answer = ''
      socket.on('data', (chunk) => (answer += chunk))
      socket.write(body)
      await once(socket, 'close')
      return answer
    },
  }
}

/** A connection on which nothing is asked. */
export async function opened(t: Test, base: string): Promise<Socket> {
  const { hostname, port, protocol } = new URL(base)
  const isSecure = protocol === 'https:'
  const at = { host: hostname, port: Number(port) }
  const socket = isSecure ? connectSecure({ ...at, rejectUnauthorized: false }) : connect(at)
  t.teardown(() => socket.destroy())
  await once(socket, isSecure ? 'secureConnect' : 'connect')
  return socket
}

/** Comes back when the server takes no new connections. */
export async function refusesConnections(t: Test, base: string): Promise<void> {
  for (;;) {
    const socket = await opened(t, base).catch(() => undefined)
    if (socket === undefined) return
    socket.destroy()
  }
}
