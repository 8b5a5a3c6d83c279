import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { CountedCall } from '../domain/rate-limit/limiter.ts'
import type { Headers } from '../domain/redaction/redactor.ts'
import type { CachedResponse } from './cached-response.ts'

/**
 * A request that was answered from the cache, with all that a further one is answered by that is the same to the letter
 * in the same version of its world.
 */
export interface RepeatedRead {
  /** The URL as it was sent. */
  readonly url: string
  /** The headers as they were sent: names and values in turns. */
  readonly rawHeaders: readonly string[]
  readonly headers: Headers
  readonly world: string
  readonly operation: string
  /** The call as rate limits count it. */
  readonly call: CountedCall
  readonly cached: CachedResponse
  /** The headers of the answer as the journal has them. Those with the request's id and about limits are replaced. */
  readonly journaledHeaders: Headers
  /** The headers of the answer as they are sent. */
  readonly sentHeaders: OutgoingHttpHeaders
  /** What is sent: the text of the cached response, or bytes, which may be compressed. */
  readonly payload: string | Buffer
  /** How the text is sent: ASCII is the same in both, and Node.js writes it sooner as Latin-1. */
  readonly encoding: 'latin1' | 'utf8'
}

/** Returns whether a request, whose URL is that of the read, is the same to the letter. */
export function isRepetition({ rawHeaders }: RepeatedRead, request: IncomingMessage): boolean {
  const { rawHeaders: sent, method, httpVersion } = request
  if (method !== 'GET' || httpVersion !== '1.1' || sent.length !== rawHeaders.length) return false
  for (let at = 0; at < sent.length; at++) if (sent[at] !== rawHeaders[at]) return false
  return true
}
