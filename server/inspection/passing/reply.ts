import type { z } from 'zod'
import { queryOf } from '#server/domain/matching/request-url.ts'
import type { Redactor } from '#server/domain/redaction/redactor.ts'
import { truncatedText } from '#server/domain/truncate.ts'
import { parsedOrUndefined } from '#server/http/validation/request-warnings.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { PassingRequest } from '../why-schema.ts'
import { changesOf } from './changes.ts'
import { queryString, queryValues } from './query.ts'
import type { SentParts } from './violation-edits.ts'

/** A request that passes in place of a refused one, or why none was found. */
export type PassingSearch =
  | { readonly sent: SentParts; readonly passing: SentParts }
  | { readonly passing: undefined; readonly reason: string }

/** The result of a search as `why` shows it, without credentials. */
export interface PassingReply {
  readonly passing_request: z.input<typeof PassingRequest> | null
  readonly no_passing_request: string | null
}

/** Returns the result of a search for a request, as `why` shows it. */
export function passingReply(entry: JournalEntry, search: PassingSearch): PassingReply {
  if (search.passing === undefined) return { passing_request: null, no_passing_request: search.reason }
  const { redactor, method } = entry
  const [sent, passing] = [search.sent, search.passing].map((parts) => redacted(redactor, parts)) as [
    SentParts,
    SentParts,
  ]
  const { query = {}, body } = passing
  const [path = ''] = redactor.url(entry.url).split('?', 1)
  return {
    passing_request: {
      method,
      path,
      query: Object.keys(query).length > 0 ? { ...query } : null,
      body: body ?? null,
      changes: changesOf(sent, passing).map((change) => ({
        ...change,
        sent: change.sent ?? null,
        passes: change.passes ?? null,
        change: change.sent === undefined ? 'added' : change.passes === undefined ? 'removed' : 'set',
      })),
    },
    no_passing_request: null,
  }
}

function redacted(redactor: Redactor, { body, query = {} }: SentParts): SentParts {
  const text = body === undefined ? undefined : redactor.body(JSON.stringify(body), 'application/json')
  // The text is redacted and not each value: names of parameters may be credentials, too.
  const url = redactor.url(`?${queryString(query)}`)
  return { body: text === undefined ? undefined : parsedOrUndefined(text), query: queryValues(queryOf({ url })) }
}

const maxShown = 100

/**
 * Returns what passes in words, from the changes of a request that passes.
 *
 * @param item The item that the words are about; the whole request when null.
 */
export function wordsFor({ passing_request: passing }: PassingReply, item: string | null): string | undefined {
  if (passing === null) return undefined
  if (passing.changes.length === 0) return 'The same request: it passes now.'
  const own = passing.changes.filter(({ field }) => item === null || field.startsWith(item))
  const changes = own.length > 0 ? own : passing.changes
  return `The same ${changes.map(wordsOf).join(', ')}.`
}

function wordsOf({ change, field, sent, passes }: z.input<typeof PassingRequest>['changes'][number]): string {
  if (change === 'removed') return `without ${field}`
  const value = `with ${field || 'the body'} ${shown(passes)}`
  return change === 'added' ? value : `${value} in place of ${shown(sent)}`
}

const shown = (value: unknown): string => truncatedText(JSON.stringify(value), maxShown)
