import type { Fetch } from './transport.ts'

/**
 * The options of a call: those of `fetch`, and a body that may be an object or a list, which is sent as JSON.
 *
 * @example
 * const options: FetchOptions = { method: 'POST', body: { name: 'Shop' } }
 * const response = await mock.fetch('/ad_accounts', options)
 */
export interface FetchOptions extends Omit<RequestInit, 'body'> {
  readonly body?: RequestInit['body'] | object
}

/**
 * Sends a request. A path such as `/ad_accounts` or `/v5/ad_accounts` is one of the world, and gets its token and the
 * content type of JSON unless the request has others; a whole URL is sent as it is.
 *
 * @example
 * const send: WorldFetch = mock.fetch
 * const response = await send('/ad_accounts')
 */
export type WorldFetch = (input: string | URL | Request, init?: FetchOptions) => Promise<Response>

/** The world that paths are resolved in. */
interface Place {
  /** The URL of the world, without `/v5`. */
  readonly url: string
  readonly token: string
  readonly controlToken?: string | undefined
}

const isWhole = (text: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text)
const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text)
/** Paths beside the API, which stand before `/v5`. */
const besideApi = /^\/(?:v5|__mock|console|docs|openapi\.json|healthz|readyz|metrics|oauth\/?(?=$|\?))(?=$|[/?])/

/** Returns a `fetch` that takes paths of a world as well. */
export function worldFetch(fetch: Fetch, place: Place): WorldFetch {
  return (input, init = {}) => {
    if (typeof input !== 'string' || isWhole(input)) return fetch(input, init as RequestInit)
    const path = input.startsWith('/') ? input : `/${input}`
    const headers = new Headers(init.headers)
    const addHeader = (name: string, value: string): void => {
      if (!headers.has(name)) headers.set(name, value)
    }
    const body = bodyOf(init.body)
    if (typeof body === 'string' && looksLikeJson(body)) addHeader('content-type', 'application/json')
    if (!path.startsWith('/__mock')) addHeader('authorization', `Bearer ${place.token}`)
    else if (place.controlToken !== undefined) addHeader('x-mock-token', place.controlToken)
    const url = `${place.url}${besideApi.test(path) ? '' : '/v5'}${path}`
    return fetch(url, { ...init, headers, ...(body !== undefined && { body }) } as RequestInit)
  }
}

/** Returns an object or a list as JSON, and anything that `fetch` sends by itself as it is. */
function bodyOf(body: FetchOptions['body']): RequestInit['body'] | undefined {
  if (body === null || typeof body !== 'object') return body
  const prototype = Object.getPrototypeOf(body)
  const isPlain = Array.isArray(body) || prototype === null || Object.getPrototypeOf(prototype) === null
  return isPlain ? JSON.stringify(body) : (body as RequestInit['body'])
}
