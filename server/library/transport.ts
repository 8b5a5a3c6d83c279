import type { FastifyInstance } from 'fastify'

/**
 * A function with the interface of the global `fetch`.
 *
 * @example
 * const send: Fetch = mock.fetch
 * const response = await send(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${mock.token}` } })
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * A call of test control that was refused.
 *
 * @example
 * try {
 *   await mock.restore('unknown')
 * } catch (error) {
 *   if (error instanceof ControlError) console.error(error.status, error.message)
 * }
 */
export class ControlError extends Error {
  /** The HTTP status of the response. */
  readonly status: number
  /** The body of the response: `code` and `message`; of `requests.verify` also the requests that were found. */
  readonly body: unknown

  constructor(call: string, status: number, body: unknown) {
    const message = body !== null && typeof body === 'object' && 'message' in body ? body.message : JSON.stringify(body)
    super(`${call}: ${status} ${message}`)
    this.name = 'ControlError'
    this.status = status
    this.body = body
  }
}

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
    const response = await app.inject({
      method: request.method as 'GET',
      url: pathname + search,
      headers: { host: 'localhost', ...Object.fromEntries(request.headers) },
      signal: request.signal,
      ...(payload.length > 0 && { payload }),
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(response.headers)) {
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one))
    }
    const body = statusesWithoutBody.includes(response.statusCode) ? null : new Uint8Array(response.rawPayload)
    return new Response(body, { status: response.statusCode, statusText: response.statusMessage, headers })
  }
}

/** Calls test control of one world, and returns the JSON of the response. */
export type Control = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

/**
 * Returns a function that calls test control of the world at a URL.
 *
 * @param token The token of test control, if the server requires one.
 * @throws ControlError from the returned function, for a response other than 2xx.
 */
export function controlAt(fetch: Fetch, url: string, token?: string): Control {
  return async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/__mock${path}`, {
      method,
      headers: {
        ...(token !== undefined && { 'x-mock-token': token }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json: unknown = await response.json()
    if (!response.ok) throw new ControlError(`${method} ${path}`, response.status, json)
    return json as Answer
  }
}
