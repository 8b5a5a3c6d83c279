import { once } from 'node:events'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Mock } from '../support/mock.ts'

/** An answer as it came over the network, its body as bytes. */
export interface WireAnswer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** Whether the server said that it goes on before the body was sent. */
  readonly continued: boolean
}

/** The port on which the server listens, from its first call on. */
export async function portOf({ app }: Pick<Mock, 'app'>): Promise<number> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

/** A call by Node's own client, which neither asks for compression nor undoes it. */
export async function ask(
  server: Pick<Mock, 'app'>,
  path: string,
  { headers, ...options }: RequestOptions = {},
  body: string | Buffer = '',
): Promise<WireAnswer> {
  const call = request({
    port: await portOf(server),
    host: '127.0.0.1',
    path,
    headers: { authorization: 'Bearer test', ...headers },
    ...options,
  })
  let continued = false
  call.on('continue', () => {
    continued = true
    call.end(body)
  })
  if (Object.keys(headers ?? {}).includes('expect')) call.flushHeaders()
  else call.end(body)
  const [answer] = await once(call, 'response')
  const chunks: Buffer[] = await answer.toArray()
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks), continued }
}

/**
 * Sends these bytes, and gives all that comes back until the server closes the connection.
 *
 * @param end `half` when the client ends its side once it has sent them.
 */
export async function exchange(server: Pick<Mock, 'app'>, bytes: string, end?: 'half'): Promise<string> {
  const socket = connect(await portOf(server), '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    received += chunk
  })
  socket.write(bytes)
  if (end === 'half') socket.end()
  await once(socket, 'close')
  return received
}
