import { z } from 'zod'
import { findOperation } from '#openapi/operation-router.ts'
import type { Operation } from '#openapi/operations.ts'
import { redactionMark } from '#server/domain/redaction/redactor.ts'
import { faultsHeader, stubHeader } from '#server/http/responses/replies.ts'
import { jsonOrText } from '../client/json-or-text.ts'

const Pairs = z.array(z.object({ name: z.string(), value: z.string() })).default([])

const Entry = z.object({
  startedDateTime: z.string().optional(),
  _time: z.string().optional(),
  comment: z.string().optional(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: Pairs,
    postData: z.object({ mimeType: z.string().default(''), text: z.string().optional() }).optional(),
    bodySize: z.number().default(0),
  }),
  response: z.object({
    status: z.number(),
    headers: Pairs,
    content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).default({}),
    bodySize: z.number().default(0),
  }),
})

/** The part of an HTTP archive that is compared: one of this mock, a browser or a proxy. */
export const RecordedHar = z.object({ log: z.object({ entries: z.array(Entry) }) })

/** A call as it was recorded, with its answer. */
export interface RecordedCall {
  /** The id of the request in the journal, or the position of the entry in the archive. */
  readonly id: string
  readonly operation: Operation
  readonly method: string
  /** The path below `/v5`. */
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  /** The time of the world's clock, or of the machine's, in milliseconds. */
  readonly at: number
  readonly status: number
  readonly answer: { readonly headers: Readonly<Record<string, string>>; readonly body: unknown }
}

/** Why an entry is not compared. */
export interface SkippedEntry {
  readonly reason: string
}

/** Headers of a request that are those of its connection, its client's token or this mock. */
const ownHeaders =
  /^(authorization|host|connection|content-length|transfer-encoding|accept-encoding|cookie|user-agent|origin|referer|x-mock-.*|:.*|sec-.*)$/

/** Returns the call of an entry, or why it is not compared. */
export function callOf(entry: z.output<typeof Entry>, index: number): RecordedCall | SkippedEntry {
  const { request, response } = entry
  const url = URL.parse(request.url)
  const [, path] = /^(?:\/w\/[^/]+)?(?:\/v\d+)?(\/.*)$/.exec(url?.pathname ?? '') ?? []
  const found = path === undefined ? undefined : findOperation(request.method, path)
  if (url === null || path === undefined || found === undefined) return { reason: 'no operation of the API' }
  const answerHeaders = byName(response.headers)
  if (response.status === 0) return { reason: 'its answer was lost' }
  if (answerHeaders[faultsHeader] !== undefined) return { reason: 'a fault answered it' }
  if (answerHeaders[stubHeader] !== undefined) return { reason: 'a stub answered it' }
  if (response.status === 401) return { reason: 'it was refused for its token' }
  if (response.status === 429) return { reason: 'it was refused for a rate limit' }
  const { text } = request.postData ?? {}
  if (
    [redactionMark, encodeURIComponent(redactionMark)].some((mark) => `${request.url} ${text ?? ''}`.includes(mark))
  ) {
    return { reason: 'parts of it are blacked out' }
  }
  if (isCut(request)) return { reason: 'its body is not whole' }
  const type = request.postData?.mimeType ?? ''
  return {
    id: entry.comment ?? `${index + 1}`,
    operation: found.operation,
    method: request.method.toUpperCase(),
    path,
    query: [...url.searchParams],
    headers: byName(request.headers.filter(({ name }) => !ownHeaders.test(name.toLowerCase()))),
    body: text === undefined || text === '' || !type.includes('json') ? text : jsonOrText(text),
    at: Date.parse(entry._time ?? entry.startedDateTime ?? '') || 0,
    status: response.status,
    answer: { headers: answerHeaders, body: bodyOf(response) },
  }
}

/**
 * Returns whether the body of a request may be a part of it: its size is unknown, and it is no JSON. Browsers and proxies
 * know the size of few bodies, and call it unknown also where a request has none.
 */
const isCut = ({ bodySize, postData }: z.output<typeof Entry>['request']): boolean =>
  bodySize < 0 && postData !== undefined && !isWhole(postData.text ?? '')

function bodyOf({ content, bodySize }: z.output<typeof Entry>['response']): unknown {
  if (content.text === undefined || (bodySize < 0 && !isWhole(content.text))) return undefined
  const text = content.encoding === 'base64' ? Buffer.from(content.text, 'base64').toString('utf8') : content.text
  return jsonOrText(text)
}

const isWhole = (text: string): boolean => typeof jsonOrText(text) === 'object'

const byName = (pairs: z.output<typeof Pairs>): Record<string, string> =>
  Object.fromEntries(pairs.map(({ name, value }) => [name.toLowerCase(), value]))
