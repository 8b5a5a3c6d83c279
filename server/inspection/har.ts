import { z } from 'zod'
import { queryOf } from '../domain/matching/request-url.ts'
import { isoOf } from '../domain/time/clock.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { version } from '../version.ts'
import { type RequestView, redactedUrlOf, viewOf } from './request-view.ts'

// Not imported: as an ES module, node:http loads undici, which takes 20 ms of the start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

const Pair = z.object({ name: z.string(), value: z.string() })
const unknownSize = -1

/** The part of the HTTP Archive format 1.2 that is written here. */
export const Har = z
  .object({
    log: z.object({
      version: z.literal('1.2'),
      creator: z.object({ name: z.string(), version: z.string() }),
      comment: z.string().optional(),
      _forgotten: z.int().optional(),
      entries: z.array(
        z.object({
          startedDateTime: z.string(),
          _time: z.string().meta({ description: "Time of the world's clock." }),
          time: z.number().meta({ description: 'Duration in milliseconds.' }),
          request: z.object({
            method: z.string(),
            url: z.string(),
            httpVersion: z.string(),
            cookies: z.array(Pair),
            headers: z.array(Pair),
            queryString: z.array(Pair),
            postData: z.object({ mimeType: z.string(), text: z.string() }).optional(),
            headersSize: z.int(),
            bodySize: z.int(),
          }),
          response: z.object({
            status: z.int(),
            statusText: z.string(),
            httpVersion: z.string(),
            cookies: z.array(Pair),
            headers: z.array(Pair),
            content: z.object({ size: z.int(), mimeType: z.string(), text: z.string().optional() }),
            redirectURL: z.string(),
            headersSize: z.int(),
            bodySize: z.int(),
            comment: z.string().optional(),
          }),
          cache: z.object({}),
          timings: z.object({ send: z.number(), wait: z.number(), receive: z.number() }),
          comment: z.string().meta({ description: 'Id of the request.' }),
        }),
      ),
    }),
  })
  .meta({ id: 'Har', description: 'HTTP archive (HAR) 1.2.' })

/** Returns the head of an HTTP archive that lacks a number of forgotten requests. */
export const harHead = (forgotten: number) => ({
  version: '1.2' as const,
  creator: { name: 'pinterest-ads-mock', version },
  ...(forgotten > 0 && {
    comment: `${forgotten} more may match, which the journal has forgotten.`,
    _forgotten: forgotten,
  }),
})

/** Converts a journal entry to an entry of an HTTP archive, without credentials. */
export function harEntryOf(entry: JournalEntry, origin: string): z.input<typeof Har>['log']['entries'][number] {
  const view = viewOf(entry)
  const time = entry.duration_ms ?? 0
  return {
    startedDateTime: isoOf(entry.received),
    _time: isoOf(entry.time),
    time,
    request: requestOf(entry, view, origin),
    response: responseOf(view),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: entry.id,
  }
}

const requestOf = (entry: JournalEntry, { method, request }: RequestView, origin: string) => ({
  method,
  url: origin + redactedUrlOf(entry),
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: pairs(request.headers),
  queryString: [...queryOf({ url: redactedUrlOf(entry) })].map(([name, value]) => ({ name, value })),
  ...(request.body !== null && {
    postData: { mimeType: request.headers['content-type'] ?? '', text: request.body },
  }),
  headersSize: unknownSize,
  bodySize: entry.bodyTruncated ? unknownSize : Buffer.byteLength(entry.body ?? ''),
})

function responseOf({ status, answer }: RequestView) {
  const size = answer.truncated ? unknownSize : Buffer.byteLength(answer.body ?? '')
  return {
    ...(answer.lost
      ? // As browsers record a response that never arrived.
        { status: 0, statusText: '', comment: `The answer was lost; its status was ${status}.` }
      : { status: status ?? 0, statusText: STATUS_CODES[status ?? 0] ?? '' }),
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairs(answer.headers),
    content: {
      size: Math.max(size, 0),
      mimeType: answer.headers['content-type'] ?? 'x-unknown',
      ...(answer.body !== null && { text: answer.body }),
    },
    redirectURL: answer.headers.location ?? '',
    headersSize: unknownSize,
    bodySize: size,
  }
}

const pairs = (texts: Readonly<Record<string, string>>): z.input<typeof Pair>[] =>
  Object.entries(texts).map(([name, value]) => ({ name, value }))
