import { z } from 'zod'
import { isoOf } from '../domain/time/clock.ts'
import { queryText } from '../http/validation/request-facts.ts'
import type { JournalEntry } from '../journal/entry.ts'

const Text = z.string().nullable()
const Headers = z.record(z.string(), z.string())
const Truncated = z.boolean().meta({ description: 'Whether only the beginning of the body was kept.' })

/** One request as it is told. */
export const RequestView = z
  .object({
    id: z.string().meta({ description: 'As the answer has it in `x-mock-request-id`.' }),
    world: z.string(),
    sequence: z.int().meta({ description: 'Its place among the requests of its world.' }),
    time: z.string().meta({ description: "When it arrived, by the world's clock." }),
    received: z.string().meta({ description: "When it arrived, by the machine's clock." }),
    method: z.string(),
    url: z.string(),
    operation: Text.meta({ description: 'Null where no operation has this path and method.' }),
    ad_account: Text,
    status: z.int().nullable().meta({ description: 'Null while there is no answer.' }),
    duration_ms: z.number().nullable(),
    rules: z.array(z.string()).meta({ description: 'What refused something.' }),
    warnings: z.array(z.string()).meta({ description: 'What the API lets pass and production may not forgive.' }),
    faults: z.array(z.string()),
    request: z.object({ headers: Headers, body: Text, truncated: Truncated }),
    answer: z.object({
      headers: Headers,
      body: Text,
      truncated: Truncated,
      lost: z.boolean().meta({ description: 'Whether the connection ended before the answer had left.' }),
    }),
    stack: z.string().optional().meta({ description: 'Where this server failed, when it did.' }),
  })
  .meta({ id: 'Request', description: 'A request to the API and its answer. Credentials are blacked out.' })

/** One request as it is told. */
export type RequestView = z.output<typeof RequestView>

/** The entry in words, without credentials. */
export const viewOf = (entry: JournalEntry): RequestView => ({
  id: entry.id,
  world: entry.redactor.text(entry.world),
  sequence: entry.sequence,
  time: isoOf(entry.time),
  received: isoOf(entry.received),
  method: entry.method,
  url: redactedUrlOf(entry),
  operation: entry.operation,
  ad_account: toldAdAccountOf(entry),
  status: entry.status,
  duration_ms: entry.duration_ms,
  rules: [...entry.rules],
  warnings: warningsOf(entry).map((warning) => entry.redactor.text(warning)),
  faults: entry.faults.map((fault) => entry.redactor.text(fault)),
  request: {
    headers: entry.redactor.headers(entry.headers),
    body: requestBodyOf(entry),
    truncated: entry.bodyTruncated,
  },
  answer: {
    headers: entry.redactor.headers(entry.answerHeaders ?? {}),
    body: entry.answer && entry.redactor.text(entry.answer),
    truncated: entry.answerTruncated,
    lost: entry.lost,
  },
  ...(entry.stack !== undefined && { stack: entry.redactor.text(entry.stack) }),
})

/** The request's body as text, without credentials. */
export const requestBodyOf = ({ body, headers, redactor: blackout }: JournalEntry): string | null =>
  body && blackout.body(body, String(headers['content-type']))

/** The path and query as the client sent them, without credentials. */
export const redactedUrlOf = ({ url, redactor: blackout }: JournalEntry): string => blackout.url(url)

/** The path below `/v5`, without a world and without the query. */
export function pathOf({ url }: Pick<JournalEntry, 'url'>): string {
  const [path = ''] = url.split('?', 1)
  return path.replace(/^\/w\/[^/]*/, '').replace(/^\/v5(?=\/|$)/, '') || '/'
}

/** The query's parameters; of one that is repeated, all values. */
export const queryOf = ({ url }: Pick<JournalEntry, 'url'>): URLSearchParams => new URLSearchParams(queryText(url))

/** The ad account that a request is about, by its path or else its query. */
export const adAccountOf = (entry: JournalEntry): string | null => adAccountIn(pathOf(entry), () => queryOf(entry))

/** The same by a path and a query that are known. */
export const adAccountIn = (path: string, query: () => URLSearchParams): string | null =>
  /^\/ad_accounts\/(\d+)/.exec(path)?.[1] ?? query().get('ad_account_id')

/** The same, as it is told. */
export function toldAdAccountOf(entry: JournalEntry): string | null {
  const id = adAccountOf(entry)
  return id && entry.redactor.text(id)
}

/** The path below `/v5`, without a world, the query and credentials. */
export const toldPathOf = (entry: JournalEntry): string => pathOf({ url: redactedUrlOf(entry) })

/** The list that a body is or has, and the name that it has there; undefined where there is none. */
export function listIn(body: unknown): { readonly key?: string; readonly items: readonly unknown[] } | undefined {
  if (Array.isArray(body)) return { items: body }
  if (typeof body === 'string') return undefined
  const [key, items] = Object.entries(Object(body)).find(([, value]) => Array.isArray(value)) ?? []
  return key === undefined ? undefined : { key, items: items as readonly unknown[] }
}

/** Whether something was created or changed: answered as done, and not with a refusal of every item. */
export function isStored({ method, status, refusedItems, items }: JournalEntry): boolean {
  if (method === 'GET' || method === 'HEAD' || status === null || status < 200 || status > 299) return false
  return refusedItems === 0 || refusedItems < items
}

/** The fields and parameters that no version of the API describes; none of a call that was refused before. */
export const ignoredOf = ({ findings }: JournalEntry): readonly string[] => findings?.facts.ignored ?? []

/** What the API has deprecated of what was sent, a sentence for each. */
export const deprecatedOf = ({ findings }: JournalEntry): readonly string[] => findings?.facts.deprecated ?? []

/** What the operation's schema tells, and what the operation has told. */
export function warningsOf({ findings, warnings }: JournalEntry): readonly string[] {
  const found = findings?.facts.warnings ?? []
  return warnings.length === 0 || found.length === 0 ? [...found, ...warnings] : [...new Set([...found, ...warnings])]
}
