import type { Headers } from './entry.ts'

/** What stands in place of a credential. */
export const blackedOut = '…'

const inForms = new Set(['access_token', 'refresh_token', 'client_secret', 'code', 'id_token', 'conversion_token'])
const wholeHeaders = new Set(['cookie', 'set-cookie', 'proxy-authorization', 'x-api-key'])
const urlHeaders = new Set(['location', 'referer'])
/** As this server and the real one issue them: wherever they stand, they are told by their beginning. */
const tokens = /\bpin(a|r|c|rc)_[\w.~-]+/g
/** `code` is not among them: in JSON it is an error's number. */
const inJson =
  /(\\?["'](?:access_token|refresh_token|client_secret|id_token|conversion_token)\\?["']\s*:\s*\\?)(["'])(?:\\.|(?!\2)[^\\])*/gi

/** A form's or a query's pairs, without credentials. */
const redactedPairs = (text: string): string =>
  text
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      return inForms.has(decoded(name).toLowerCase()) ? `${name}=${blackedOut}` : pair
    })
    .join('&')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A URL without the credentials in its query. */
export function redactedUrl(url: string): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query + 1) + redactedPairs(url.slice(query + 1))
}

/** Headers without credentials: of `Authorization` the scheme is left. Each name has one text. */
export function redactedHeaders(headers: Headers): Readonly<Record<string, string>> {
  const told = Object.entries(headers).filter(([, value]) => value !== undefined)
  return Object.fromEntries(told.map(([name, value]) => [name, redactedHeader(name, String(value))]))
}

function redactedHeader(name: string, value: string): string {
  if (name === 'authorization') return /^\w+(?= )/.test(value) ? `${value.split(' ', 1)[0]} ${blackedOut}` : blackedOut
  if (wholeHeaders.has(name)) return blackedOut
  return urlHeaders.has(name) ? redactedUrl(value) : value
}

/** A body without the credentials of OAuth: of a form by its names, of anything else by what looks like JSON's. */
export const redactedBody = (text: string, type: string): string =>
  (type.startsWith('application/x-www-form-urlencoded')
    ? redactedPairs(text)
    : text.replace(inJson, (_whole, name: string, quote: string) => name + quote + blackedOut)
  ).replace(tokens, `pin$1_${blackedOut}`)

/** A value that was sent as a field, without credentials in it or under it. */
export function redactedValue(field: string, value: unknown): unknown {
  if (inForms.has(field) && typeof value === 'string') return blackedOut
  if (value === null || typeof value !== 'object') return value
  const text = redactedBody(JSON.stringify(value), 'application/json')
  return JSON.parse(text)
}
