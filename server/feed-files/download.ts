import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { publicLookup, reachOf } from './allowed-host.ts'
import { bounded } from './bounded.ts'
import { fetchError, UnreadableFeed } from './unreadable-feed.ts'

/** The user name and password of a feed. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Milliseconds in which a server has to go on answering, and in which a download has to end. */
const timeouts = { idle: 10_000, whole: 600_000 }
const mostRedirects = 3
const mostBytes = 2 ** 30

/** The codings of bodies that are read, although none is requested: what is in gzip is taken for a gzip file. */
const readCodings = /^(?:identity|x-gzip|gzip)$/i

/**
 * Downloads the file of a feed. Redirects lead only where the location itself could, and credentials go to the host of the
 * location alone. Throws `UnreadableFeed`.
 */
export async function download(
  location: URL,
  hosts: readonly string[],
  credentials: Credentials | null,
): Promise<AsyncIterable<Uint8Array>> {
  const signal = AbortSignal.timeout(timeouts.whole)
  let url = location
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const isSame = url.host === location.host && url.protocol === location.protocol
    const response = await answerOf(url, hosts, isSame ? credentials : null, signal)
    const { statusCode = 0, headers } = response
    const coding = headers['content-encoding'] ?? 'identity'
    if (statusCode === 200 && readCodings.test(coding)) return bodyOf(response, url)
    response.destroy()
    if (statusCode === 200) throw fetchError(`${shown(url)} answers in the coding ${coding}: gzip is read, or none.`)
    if (statusCode < 301 || statusCode > 308 || headers.location === undefined) {
      throw fetchError(`${shown(url)} answered ${statusCode}.`)
    }
    if (!URL.canParse(headers.location, url.href)) throw fetchError(`${shown(url)} redirects to no URL.`)
    url = new URL(headers.location, url.href)
  }
  throw fetchError(`${shown(location)} redirects more than ${mostRedirects} times.`)
}

async function answerOf(
  url: URL,
  hosts: readonly string[],
  credentials: Credentials | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw fetchError(`${shown(url)} is not read by HTTP.`)
  if (url.username !== '' || url.password !== '') {
    throw fetchError(`${shown(url)} has credentials in the URL: they belong into the field credentials.`)
  }
  const reach = reachOf(url, hosts)
  if (reach === 'not allowed') {
    throw fetchError(`${shown(url)} is not read: --feed-hosts does not name ${url.hostname}.`)
  }
  const options: RequestOptions = {
    signal,
    timeout: timeouts.idle,
    headers: { 'user-agent': 'pinterest-ads-mock', 'accept-encoding': 'identity' },
    ...(credentials !== null && { auth: `${credentials.username}:${credentials.password}` }),
    ...(reach === 'public addresses' && { lookup: publicLookup }),
  }
  return await new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      // A body that stops says so by an error of its own: that of the request would be that it was aborted.
      request.on('timeout', () => response.destroy(new Error(`nothing came within ${timeouts.idle / 1000} seconds`)))
      resolve(response)
    })
    request.on('timeout', () => request.destroy(new Error(`no answer within ${timeouts.idle / 1000} seconds`)))
    request.on('error', (error) => reject(fetchError(`${shown(url)} cannot be read: ${reasonOf(error)}.`)))
    request.end()
  })
}

async function* bodyOf(response: IncomingMessage, url: URL): AsyncGenerator<Uint8Array> {
  try {
    yield* bounded(response, mostBytes, () => fetchError(`${shown(url)} is longer than ${mostBytes} bytes.`))
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error
    throw fetchError(`${shown(url)} broke off: ${reasonOf(error)}.`)
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.trim() || error.name : String(error)

/** The URL without credentials and query, for the reason. */
const shown = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`
