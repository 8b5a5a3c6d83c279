import type { Security } from '#openapi/operations.ts'

/** What an operation accepts of which nothing is known: any token. */
export const anyToken: Security = { pinterest_oauth2: [], client_credentials: [], conversion_token: [] }
