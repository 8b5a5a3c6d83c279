import type { FastifyInstance } from 'fastify'

/** Sends a request and gives its answer: `fetch`, or what stands in for it. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** A call of test control that was refused. */
export class ControlError extends Error {
  /** The HTTP status of the answer. */
  readonly status: number
  /** The answer's body: `code` and `message`, and for `requests.verify` what was found instead. */
  readonly body: unknown

  constructor(call: string, status: number, body: unknown) {
    const message = body !== null && typeof body === 'object' && 'message' in body ? body.message : JSON.stringify(body)
    super(`${call}: ${status} ${message}`)
    this.name = 'ControlError'
    this.status = status
    this.body = body
  }
}

const noBody = [101, 204, 205, 304]

/**
 * A `fetch` that answers from the application itself, without a socket: for tests of code that is given a `fetch`. The
 * host in the URL does not matter.
 */
export function fetchFrom(app: FastifyInstance): Fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname, search } = new URL(request.url)
    request.signal.throwIfAborted()
    const payload = Buffer.from(await request.arrayBuffer())
    const answer = await app.inject({
      method: request.method as 'GET',
      url: pathname + search,
      headers: { host: 'localhost', ...Object.fromEntries(request.headers) },
      signal: request.signal,
      ...(payload.length > 0 && { payload }),
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one))
    }
    const body = noBody.includes(answer.statusCode) ? null : new Uint8Array(answer.rawPayload)
    return new Response(body, { status: answer.statusCode, statusText: answer.statusMessage, headers })
  }
}

/** Calls test control below one world. */
export type Control = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

/**
 * Test control at an address.
 *
 * @param token What the server wants as `x-mock-token`, when it wants one.
 */
export function controlAt(fetch: Fetch, url: string, token?: string): Control {
  return async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${url}/__mock${path}`, {
      method,
      headers: {
        ...(token !== undefined && { 'x-mock-token': token }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json: unknown = await answer.json()
    if (!answer.ok) throw new ControlError(`${method} ${path}`, answer.status, json)
    return json as Answer
  }
}
