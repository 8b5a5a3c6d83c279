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

/** What a call has that the API does not know, or that it wants no longer. */
export interface SentFacts {
  /** Parameters and fields that the API ignores: the first hundred of each. */
  readonly ignored: readonly string[]
  /** What is deprecated, a sentence for each. */
  readonly deprecated: readonly string[]
  /** All of it, a sentence for each. */
  readonly warnings: readonly string[]
}

/** What a call has that its operation does not know, or that it wants no longer. */
export function factsOf({ operation, url, body, schema }: Sent): SentFacts {
  const query = queryText(url)
  const parameters = query === '' ? none : ignoredParameters(parseQuery(query), schema.querystring)
  const fields = body === undefined ? none : ignoredFields(body, schema.body)
  const deprecated = body === undefined ? none : deprecatedIn(operation ?? '', body)
  const isIndexed = hasIndexes(query)
  if (parameters.length + fields.length + deprecated.length === 0 && !isIndexed) return nothing
  return {
    ignored: [...parameters, ...fields],
    deprecated,
    warnings: [
      ...parameters.map((name) => `The API ignores the unknown parameter '${name}'`),
      ...(isIndexed ? ['Indexes in the names of query parameters are not documented'] : []),
      ...fields.map((field) => `The API ignores the unknown field '${field}'`),
      ...deprecated,
    ],
  }
}

const none: readonly string[] = []
const nothing: SentFacts = { ignored: none, deprecated: none, warnings: none }

/** A URL's query, without the question mark. */
export function queryText(url: string): string {
  const from = url.indexOf('?')
  return from === -1 ? '' : url.slice(from + 1)
}
