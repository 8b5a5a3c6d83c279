import type { Fetch } from './transport.ts'

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
    const message = body !== null && typeof body === 'object' && 'message' in body ? body.message : textOf(body)
    super(`${call}: ${status} ${message}`)
    this.name = 'ControlError'
    this.status = status
    this.body = body
  }
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body))

/**
 * Calls test control of one world, and returns the body of the response: JSON parsed, anything else as text. A body that
 * is text is sent as YAML.
 */
export type Control = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

/**
 * Returns a function that calls test control of the world at a URL.
 *
 * @param token The token of test control, if the server requires one.
 * @throws ControlError from the returned function, for a response other than 2xx.
 */
export function controlAt(fetch: Fetch, url: string, token?: string): Control {
  return async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const isText = typeof body === 'string'
    const response = await fetch(`${url}/__mock${path}`, {
      method,
      headers: {
        ...(token !== undefined && { 'x-mock-token': token }),
        ...(body !== undefined && { 'content-type': isText ? 'application/yaml' : 'application/json' }),
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    })
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
    const answer: unknown = isJson ? await response.json() : await response.text()
    if (!response.ok) throw new ControlError(`${method} ${path}`, response.status, answer)
    return answer as Answer
  }
}

/** Tags a path of test control, and encodes what is inserted into it. */
export const path = (texts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw({ raw: texts }, ...values.map(encodeURIComponent))

/** Returns a path with query parameters: lists separated by commas, objects as JSON, absent ones left out. */
export function withQuery(path: string, parameters: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue
    const text = value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value
    query.set(name, String(text))
  }
  return query.size === 0 ? path : `${path}?${query}`
}
