import { Readable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/**
 * A function with the interface of the global `fetch`.
 *
 * @example
 * const send: Fetch = mock.fetch
 * const response = await send(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${mock.token}` } })
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

const statusesWithoutBody = [101, 204, 205, 304]

/**
 * Returns a `fetch` that calls the application directly, without a socket, for tests of code that takes a `fetch`. The
 * host in the URL is ignored.
 */
export function fetchFrom(app: FastifyInstance): Fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname, search } = new URL(request.url)
    request.signal.throwIfAborted()
    const payload = Buffer.from(await request.arrayBuffer())
    const isStream = request.headers.get('accept') === 'text/event-stream'
    const response = await app.inject({
      method: request.method as 'GET',
      url: pathname + search,
      headers: { host: 'localhost', ...Object.fromEntries(request.headers) },
      signal: request.signal,
      payloadAsStream: isStream,
      ...(payload.length > 0 && { payload }),
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(response.headers)) {
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one))
    }
    const content = () => (isStream ? streamOf(response) : new Uint8Array(response.rawPayload))
    const body = statusesWithoutBody.includes(response.statusCode) ? null : content()
    return new Response(body, { status: response.statusCode, statusText: response.statusMessage, headers })
  }
}

/** Returns the body of a response while it is made. One that is not read to its end is cancelled, as by a socket. */
function streamOf(response: LightMyRequestResponse): ReadableStream<Uint8Array> {
  const stream = response.stream()
  stream.once('close', () => void response.raw.res.destroy())
  return Readable.toWeb(stream) as never
}
