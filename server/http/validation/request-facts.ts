import { type Deprecation, deprecatedIn } from '#server/domain/errors/deprecations.ts'
import type { RequestFacts } from '#server/journal/unread-facts.ts'
import { hasIndexes, parseQuery } from '../query-string.ts'
import { ignoredFields, ignoredParameters } from './ignored-fields.ts'

/** A call as its operation's schema may be held against it. */
export interface Sent {
  readonly url: string
  /** The body as it was parsed; undefined when there was none. */
  readonly body: unknown
  readonly schema: SentSchema
  /** What the operation has that is deprecated. */
  readonly deprecations?: readonly Deprecation[]
}

/** What the operation takes. */
export interface SentSchema {
  readonly querystring?: unknown
  readonly body?: unknown
}

/** What a call has that its operation does not know, or that it wants no longer. */
export function requestFactsOf({ url, body, schema, deprecations = [] }: Sent): RequestFacts {
  const query = queryText(url)
  const sent = query === '' ? {} : parseQuery(query)
  const parameters = ignoredParameters(sent, schema.querystring)
  const fields = ignoredFields(body, schema.body)
  const deprecated = deprecatedIn(deprecations, body, Object.keys(sent))
  const isIndexed = hasIndexes(query)
  if (parameters.length + fields.length + deprecated.length === 0 && !isIndexed) return nothing
  return {
    ignored: [...parameters, ...fields],
    deprecated,
    warnings: [
      ...parameters.map((name) => undescribed('parameter', name)),
      ...(isIndexed ? ['Indexes in the names of query parameters are not documented'] : []),
      ...fields.map((field) => undescribed('field', field)),
      ...deprecated,
    ],
  }
}

const none: readonly string[] = []
const nothing: RequestFacts = { ignored: none, deprecated: none, warnings: none }

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
