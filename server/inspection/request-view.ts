import { z } from 'zod'
import { RedactedCall, redactedBodyOf } from '../domain/matching/call-view.ts'
import { isoOf } from '../domain/time/clock.ts'
import { answerSources } from '../journal/answer-source.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { warningsOf } from '../journal/outcome.ts'
import { ComparisonView, comparisonView } from './comparison-schema.ts'

const Text = z.string().nullable()
const Headers = z.record(z.string(), z.string())
const Truncated = z.boolean().meta({ description: 'Whether only the beginning of the body was recorded.' })

/** A request of the journal with its response, as it is shown. */
export const RequestView = z
  .object({
    id: z.string().meta({ description: 'Id of the request, as in the response header `x-mock-request-id`.' }),
    world: z.string(),
    sequence: z.int().meta({ description: 'Number of the request in its world.' }),
    time: z.string().meta({ description: "Time of arrival by the world's clock." }),
    received: z.string().meta({ description: "Time of arrival by the machine's clock." }),
    method: z.string(),
    url: z.string(),
    operation: Text.meta({ description: 'Operation id. null where no operation has this path and method.' }),
    ad_account: Text,
    status: z.int().nullable().meta({ description: 'Status of the response. null while there is none.' }),
    duration_ms: z.number().nullable(),
    rules: z
      .array(z.string())
      .meta({ description: 'Ids of the rules and errors that refused the request or its items.' }),
    warnings: z
      .array(z.string())
      .meta({ description: 'Warnings: accepted parts of the request that may fail in production.' }),
    faults: z.array(z.string()),
    stub: Text.meta({ description: 'Id of the stub that answered.' }),
    fallback: z.enum(answerSources).nullable().meta({
      description: 'Source of the response: a description or a recording. null where this server answered itself.',
    }),
    comparison: ComparisonView.nullable().meta({
      description: 'Differences of the answer of another server; null where none was called.',
    }),
    request: z.object({ headers: Headers, body: Text, truncated: Truncated }),
    answer: z.object({
      headers: Headers,
      body: Text,
      truncated: Truncated,
      lost: z.boolean().meta({ description: 'Whether the connection ended before the response was sent.' }),
    }),
    stack: z.string().optional().meta({ description: 'Stack of an internal error of this server.' }),
  })
  .meta({ id: 'Request', description: 'A request to the API and its response. Credentials are redacted.' })

/** A request of the journal with its response, as it is shown. */
export type RequestView = z.output<typeof RequestView>

/** A request of the journal with its response, without their bodies. */
export type RequestHead = Omit<RequestView, 'request' | 'answer'> & {
  readonly request: Omit<RequestView['request'], 'body'>
  readonly answer: Omit<RequestView['answer'], 'body'>
}

/** Converts a journal entry to its redacted view. */
export function viewOf(entry: JournalEntry): RequestView {
  const { request, answer, ...head } = headOf(entry)
  const [body, answered] = [redactedBodyOf(entry), entry.answer && entry.redactor.text(entry.answer)]
  return { ...head, request: { ...request, body }, answer: { ...answer, body: answered } }
}

/** Converts a journal entry to its redacted view without bodies, which take longest to redact. */
export const headOf = (entry: JournalEntry): RequestHead => ({
  id: entry.id,
  world: entry.redactor.text(entry.world),
  sequence: entry.sequence,
  time: isoOf(entry.time),
  received: isoOf(entry.received),
  method: entry.method,
  url: redactedUrlOf(entry),
  operation: entry.operation,
  ad_account: new RedactedCall(entry).adAccount,
  status: entry.status,
  duration_ms: entry.duration_ms,
  rules: [...entry.rules],
  warnings: warningsOf(entry).map((warning) => entry.redactor.text(warning)),
  faults: entry.faults.map((fault) => entry.redactor.text(fault)),
  stub: entry.stub && entry.redactor.text(entry.stub),
  fallback: entry.fallback,
  comparison: comparisonView(entry.comparison, entry.redactor),
  request: {
    headers: entry.redactor.headers(entry.headers),
    truncated: entry.bodyTruncated,
  },
  answer: {
    headers: entry.redactor.headers(entry.answerHeaders ?? {}),
    truncated: entry.answerTruncated,
    lost: entry.lost,
  },
  ...(entry.stack !== undefined && { stack: entry.redactor.text(entry.stack) }),
})

/** Returns the redacted path and query, as the client sent them. */
export const redactedUrlOf = ({ url, redactor }: JournalEntry): string => redactor.url(url)

/** Returns the list that a body is or has, with its name there; undefined where there is none. */
export function listIn(body: unknown): { readonly key?: string; readonly items: readonly unknown[] } | undefined {
  if (Array.isArray(body)) return { items: body }
  if (typeof body === 'string') return undefined
  const [key, items] = Object.entries(Object(body)).find(([, value]) => Array.isArray(value)) ?? []
  return key === undefined ? undefined : { key, items: items as readonly unknown[] }
}
