import { z } from 'zod'
import { callMatchFields } from '#server/http/schema/call-match-fields.ts'
import { Match } from '#server/inspection/request-match.ts'

/** Parses a text of a query that is JSON; returns any other as it is. */
function json(text: unknown): unknown {
  if (typeof text !== 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const valuesInQuery = { description: 'Values by name, as `query[page_size]=25` or as JSON. `*` matches any text.' }

/** The criteria of a match as query parameters. */
export const MatchQuery = Match.extend({
  warnings: z.stringbool().optional(),
  faults: z.stringbool().optional(),
  differs: z.stringbool().optional(),
  query: z.preprocess(json, callMatchFields.query).meta(valuesInQuery),
  headers: z.preprocess(json, callMatchFields.headers).meta(valuesInQuery),
  body_equals: z.preprocess(json, z.unknown().optional()),
})
