import { z } from 'zod'
import type { ApiErrorName } from '../domain/errors/api-errors.ts'
import { faultHeader } from '../domain/faults/faults.ts'
import type { JournalEntry } from '../journal/entry.ts'

/** Where in a request something was refused. */
export const RefusedPlace = z.enum(['body', 'query', 'path', 'method', 'header'])

/** The part of a request that was refused. */
export interface RefusedPart {
  readonly in: z.output<typeof RefusedPlace>
  readonly field: string | null
  readonly sent: string | null
}

const headers: Partial<Record<string, string>> = {
  'request.token': 'authorization',
  'request.client': 'authorization',
  'request.scope': 'authorization',
  'request.token-kind': 'authorization',
  'request.fault': faultHeader,
  'request.expectation': 'expect',
} satisfies Partial<Record<ApiErrorName, string>>
const ofBody: readonly string[] = ['request.syntax', 'request.too-large', 'request.timeout'] satisfies ApiErrorName[]

/** The part of a request that a problem without fields is about; the path where it is none of the others. */
export function refusedPart({ method, headers: given, redactor: blackout }: JournalEntry, rule: string): RefusedPart {
  const header = headers[rule]
  if (header !== undefined) return { in: 'header', field: header, sent: blackout.headers(given)[header] ?? null }
  if (rule === 'request.method') return { in: 'method', field: null, sent: method }
  return { in: ofBody.includes(rule) ? 'body' : 'path', field: null, sent: null }
}
