import { controlToken, isTokenWanted } from './control-token.ts'
import { CallFailure } from './failure.ts'
import { controlUrl } from './roots.ts'

/** What is sent with a call. */
export interface CallOptions {
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly signal?: AbortSignal
}

/** A response, with its body as JSON where it is JSON. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Sends a call, and returns the response whatever its status. Throws a CallFailure where there is none. */
export async function send(url: string, headers: Record<string, string>, options: CallOptions): Promise<Answer> {
  const { method = options.body === undefined ? 'GET' : 'POST', body, query = {}, signal } = options
  const address = new URL(url)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, `${value}`)
  const init: RequestInit = { method, headers, cache: 'no-store', ...(signal && { signal }) }
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    headers['content-type'] = 'application/json'
  }
  const response = await fetch(address, init).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new CallFailure(0, 'The server does not answer. Is it still running?')
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * Calls test control of a world, and returns the body of the response.
 *
 * @throws CallFailure when the call is refused; the page then asks for the token, where one is missing.
 */
export async function control<Body>(world: string, path: string, options: CallOptions = {}): Promise<Body> {
  const token = controlToken.value
  const headers: Record<string, string> = token === undefined ? {} : { 'x-mock-token': token }
  const { status, body } = await send(controlUrl(world, path), headers, options)
  if (status === 401) isTokenWanted.value = true
  if (status >= 400) throw new CallFailure(status, messageIn(body, status), body)
  return body as Body
}

function messageIn(body: unknown, status: number): string {
  const message = (body as { message?: unknown } | undefined)?.message
  return typeof message === 'string' ? message : `The server answered ${status}.`
}
