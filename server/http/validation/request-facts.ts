import { z } from 'zod'
import { type Deprecation, deprecatedIn } from '#server/domain/errors/deprecations.ts'
import { queryText } from '#server/domain/matching/request-url.ts'
import type { RequestFacts } from '#server/journal/request-facts.ts'
import { hasIndexes, parseQuery } from '../query-string.ts'
import { ignoredFields, ignoredParameters } from './ignored-fields.ts'
import { hasOnlyNames } from './plain-query.ts'
import { otherForms } from './query-forms.ts'

/** A call and the schema of its operation. */
export interface SentRequest {
  readonly url: string
  /** The body as it was parsed; undefined when there was none. */
  readonly body: unknown
  readonly schema: SentSchema
  /** What the operation has that is deprecated. */
  readonly deprecations?: readonly Deprecation[]
}

/** The schemas of an operation's query and body. */
export interface SentSchema {
  readonly querystring?: unknown
  readonly body?: unknown
}

/**
 * Returns the undocumented and deprecated fields and parameters of a call, and lists in another form than the documented
 * one, with a warning for each.
 */
export function requestFactsOf({ url, body, schema, deprecations = [] }: SentRequest): RequestFacts {
  const query = queryText(url)
  const forms = query === '' ? none : otherForms(query, schema.querystring)
  if (body === undefined && forms.length === 0 && isPlain(query, schema.querystring, deprecations)) return noFacts
  const sent = query === '' ? {} : parseQuery(query)
  const parameters = ignoredParameters(sent, schema.querystring)
  const fields = ignoredFields(body, schema.body)
  const deprecated = deprecatedIn(deprecations, body, Object.keys(sent))
  const isIndexed = hasIndexes(query)
  if (parameters.length + fields.length + deprecated.length + forms.length === 0 && !isIndexed) return noFacts
  return {
    ignored: [...parameters, ...fields],
    deprecated,
    forms,
    warnings: [
      ...parameters.map((name) => undescribed('parameter', name)),
      ...(isIndexed ? ['Indexes in the names of query parameters are not documented'] : []),
      ...forms,
      ...fields.map((field) => undescribed('field', field)),
      ...deprecated,
    ],
  }
}

/** Tells without parsing that a query has nothing undocumented or deprecated; false where that is not certain. */
const isPlain = (query: string, schema: unknown, deprecations: readonly Deprecation[]): boolean =>
  query === '' ||
  (schema instanceof z.ZodObject &&
    hasOnlyNames(query, schema.shape) &&
    !deprecations.some((one) => 'parameter' in one && query.includes(one.parameter)))

const none: readonly string[] = []
const noFacts: RequestFacts = { ignored: none, deprecated: none, forms: none, warnings: none }

/**
 * Words the warning no more strongly than the evidence: that the real service ignores undocumented query parameters and
 * fields of open objects was observed; that they have no effect was not.
 */
const undescribed = (what: string, name: string): string =>
  `No version of the API that is known here (5.23, 5.28) describes the ${what} '${name}' of this call; the API lets such pass`
