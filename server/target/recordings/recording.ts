import { createHash } from 'node:crypto'
import { z } from 'zod'
import { withoutPersonalData } from '#server/domain/redaction/personal-data.ts'
import { Redactor } from '#server/domain/redaction/redactor.ts'

/** The form of a recording, and its version. */
export const recordingFormat = 'pinterest-ads-mock/recording'

/** A real answer as a file keeps it, without credentials, names and e-mail addresses. */
export const Recording = z.strictObject({
  format: z.literal(recordingFormat),
  version: z.literal(1),
  recorded: z.string(),
  operation: z.string().nullable(),
  request: z.strictObject({
    method: z.string(),
    path: z.string().startsWith('/'),
    query: z.array(z.tuple([z.string(), z.string()])),
    body: z.unknown(),
  }),
  response: z.strictObject({
    status: z.int().min(100).max(599),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
})

/** A real answer as a file keeps it. */
export type Recording = z.output<typeof Recording>

/** Tells recorded requests from each other. */
export type RecordedRequest = Recording['request']

const redactor = new Redactor()

/** Returns a value without credentials, names and e-mail addresses. */
export const blackedOut = (value: unknown): unknown => withoutPersonalData(value, redactor)

/** Returns a request as recordings have it: its query in order, without what may not be kept. */
export function recordedRequest(request: {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: unknown
}): RecordedRequest {
  const pairs = [...new URLSearchParams(request.query)].map(([name, value]): [string, string] => {
    const [[kept, clean] = [name, '']] = Object.entries(Object(blackedOut({ [name]: value })))
    return [kept, String(clean)]
  })
  return {
    method: request.method,
    path: String(blackedOut(request.path)),
    query: pairs.sort(([one, first], [other, second]) => (`${one}=${first}` < `${other}=${second}` ? -1 : 1)),
    body: request.body === undefined ? null : blackedOut(request.body),
  }
}

/** Returns the text that equal requests share, with or without the body. */
export const keyOf = ({ method, path, query, body }: RecordedRequest, withBody: boolean): string =>
  JSON.stringify([method, path, query, ...(withBody ? [sorted(body)] : [])])

/** Returns the name of the file of a request: what it called, and what tells it from other calls of that. */
export function fileNameOf(request: RecordedRequest, operation: string | null): string {
  const name = operation ?? `${request.method}${request.path.replaceAll(/\d{4,}/g, 'id')}`
  const digest = createHash('sha256').update(keyOf(request, true)).digest('hex').slice(0, 16)
  return `${name.replaceAll(/\W+/g, '-').slice(0, 80).toLowerCase()}-${digest}.json`
}

/** Returns a value with the fields of objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(Reflect.get(value, name))]),
  )
}
