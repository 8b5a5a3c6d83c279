import { z } from 'zod'
import type { ApiErrorName } from '../domain/errors/api-errors.ts'
import { faultHeader } from '../domain/faults/faults.ts'
import type { JournalEntry } from '../journal/entry.ts'

/** The part of a request that was refused. */
export const RefusedPlace = z.enum(['body', 'query', 'path', 'method', 'header'])

/** The location and value of a refused part. */
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
const bodyErrors: readonly string[] = [
  'request.syntax',
  'request.too-large',
  'request.timeout',
] satisfies ApiErrorName[]

/** Returns the refused part of a request for an error without fields; the path where no other part is known. */
export function refusedPart({ method, headers: sent, redactor }: JournalEntry, rule: string): RefusedPart {
  const header = headers[rule]
  if (header !== undefined) return { in: 'header', field: header, sent: redactor.headers(sent)[header] ?? null }
  if (rule === 'request.method') return { in: 'method', field: null, sent: method }
  return { in: bodyErrors.includes(rule) ? 'body' : 'path', field: null, sent: null }
}
