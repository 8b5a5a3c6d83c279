import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { publicLookup, reachOf } from './allowed-host.ts'
import { bounded } from './bounded.ts'
import { fetchError, UnreadableFeed } from './unreadable-feed.ts'
import { within } from './within.ts'

/** The user name and password of a feed. */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Seconds in which a server has to go on answering while more is waited for, and in which a download has to end. */
const timeouts = { idle: 10, whole: 600 }
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
  const signal = AbortSignal.timeout(timeouts.whole * 1000)
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
    headers: { 'user-agent': 'pinterest-ads-mock', 'accept-encoding': 'identity' },
    ...(credentials !== null && { auth: `${credentials.username}:${credentials.password}` }),
    ...(reach === 'public addresses' && { lookup: publicLookup }),
  }
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options)
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', (error) => reject(fetchError(`${shown(url)} cannot be read: ${reasonOf(error)}.`)))
    request.end()
  })
  return await within(timeouts.idle, answer, () =>
    request.destroy(new Error(`no answer within ${timeouts.idle} seconds`)),
  )
}

/** Yields what comes. The time that the reader takes for it is not the server's. */
async function* chunksOf(response: IncomingMessage): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = response[Symbol.asyncIterator]()
  const end = () => response.destroy(new Error(`nothing came within ${timeouts.idle} seconds`))
  try {
    for (;;) {
      const { done, value } = await within(timeouts.idle, chunks.next(), end)
      if (done === true) return
      yield value
    }
  } finally {
    await chunks.return?.()
  }
}

async function* bodyOf(response: IncomingMessage, url: URL): AsyncGenerator<Uint8Array> {
  try {
    yield* bounded(chunksOf(response), mostBytes, () => fetchError(`${shown(url)} is longer than ${mostBytes} bytes.`))
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error
    throw fetchError(`${shown(url)} broke off: ${reasonOf(error)}.`)
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.trim() || error.name : String(error)

/** The URL without credentials and query, for the reason. */
const shown = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`
