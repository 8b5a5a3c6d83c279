import { deprecatedIn } from '../domain/deprecations.ts'
import { ignoredFields, ignoredParameters } from './ignored-fields.ts'
import { hasIndexes, parseQuery } from './query.ts'

/** A call as its operation's schema may be held against it. */
export interface Sent {
  readonly operation: string | null
  readonly url: string
  /** The body as it was parsed; undefined when there was none. */
  readonly body: unknown
  readonly schema: SentSchema
}

/** What the operation takes. */
export interface SentSchema {
  readonly querystring?: unknown
  readonly body?: unknown
}

/** The fields and parameters of a call that its operation does not know. */
export function ignoredIn({ url, body, schema }: Sent): { parameters: readonly string[]; fields: readonly string[] } {
  return {
    parameters: url.includes('?') ? ignoredParameters(parseQuery(queryText(url)), schema.querystring) : [],
    fields: body === undefined ? [] : ignoredFields(body, schema.body),
  }
}

/** What a call has that the API does not know, or that it wants no longer, a sentence for each. */
export function sentWarnings(sent: Sent): readonly string[] {
  const { parameters, fields } = ignoredIn(sent)
  const named = sent.url.includes('?') ? Object.keys(parseQuery(queryText(sent.url))) : []
  return [
    ...parameters.map((name) => undescribed('parameter', name)),
    ...(hasIndexes(queryText(sent.url)) ? ['Indexes in the names of query parameters are not documented'] : []),
    ...fields.map((field) => undescribed('field', field)),
    ...deprecatedIn(sent.operation ?? '', sent.body, named),
  ]
}

/**
 * Says of a name no more than is known. That the real service lets such pass was observed of query parameters and of
 * fields of objects that are not closed; that nothing is done with them is not known of any.
 */
const undescribed = (what: string, name: string): string =>
  `No version of the API that is known here (5.23, 5.28) describes the ${what} '${name}' of this call; the API lets such pass`

/** A URL's query, without the question mark. */
export function queryText(url: string): string {
  const from = url.indexOf('?')
  return from === -1 ? '' : url.slice(from + 1)
}
