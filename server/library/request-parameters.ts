import type { RequestMatch } from './journaled-request.ts'

/** Returns a match as query parameters, in which values by name and a value of the body are JSON. */
export const parametersOf = ({ query, headers, body_equals, ...match }: RequestMatch): object => ({
  ...match,
  ...(query !== undefined && { query: JSON.stringify(query) }),
  ...(headers !== undefined && { headers: JSON.stringify(headers) }),
  ...(body_equals !== undefined && { body_equals: JSON.stringify(body_equals) }),
})
