import type { ApiErrorEntry } from './entry.ts'

/** Returns a 404 whose code and words are this project's own, since no answer of the real service is known. */
export const assumedNotFound = (message: string): ApiErrorEntry => ({
  status: 404,
  code: 2,
  message,
  evidence: 'assumed',
  source: 'a decision of this project',
})

/** Returns the message by which the real service refuses an id; the id of the user who calls comes into it. */
export const invalidGids = (method: string): string =>
  `Request contains invalid gids: user {caller_id}, method ${method}`
