import type { PassingRequest, Request } from '../../../../server/library/generated/control.ts'
import type { WrittenRequest } from '../../api/resend.ts'
import { formatted } from '../../ui/json-view.tsx'

/** Returns the path of a call below the root of its world. */
export const belowWorld = (url: string): string => url.replace(/^\/w\/[^/?]+(?=\/)/, '')

/**
 * Returns a call as it can be sent again. The journal has no credentials: a client's own, or what the server takes for
 * any, stand in their place.
 */
export function writtenOf({ method, url, request: { headers, body } }: Request, token: string): WrittenRequest {
  const isBasic = headers.authorization?.startsWith('Basic ') ?? false
  return {
    method,
    address: belowWorld(url),
    authorization: isBasic ? `Basic ${btoa('app:secret')}` : `Bearer ${token}`,
    contentType: headers['content-type'] ?? 'application/json',
    body: formatted(body ?? ''),
  }
}

/** Returns a request with what passes in place of what was refused. */
export function withPassing(written: WrittenRequest, { method, path, query, body }: PassingRequest): WrittenRequest {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of [value].flat()) search.append(name, String(one))
  }
  const text = search.toString()
  const isForm = written.contentType.includes('x-www-form-urlencoded')
  return {
    ...written,
    method,
    address: belowWorld(path) + (text === '' ? '' : `?${text}`),
    body: body === null ? '' : isForm && typeof body === 'object' ? formOf(body) : formatted(body),
  }
}

const formOf = (body: object): string =>
  new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString()
