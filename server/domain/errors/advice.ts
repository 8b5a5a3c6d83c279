import type { ApiErrorName } from './api-errors.ts'

/** What clients should send instead, for errors whose message does not say it. */
const advice: Partial<Record<ApiErrorName, string>> = {
  'request.path': 'A path of the API, below /v5 or without it; docs/reference/coverage.md and /docs list them.',
  'request.method': 'One of the methods in the Allow header.',
  'request.sandbox-operation':
    'An operation that docs/reference/coverage.md says the sandbox has, or the same in a world of another profile.',
  'request.trial-app': 'The same call by an app that has standard access, or in the sandbox: the profile is a setting.',
  'request.production': 'The same call in the sandbox: the profile is a setting of the world.',
  'request.rate-limit': 'The same call after the seconds in x-ratelimit-reset, or in Retry-After where it is sent.',
  'request.client': 'Basic authentication with the id and the secret of an app that this server knows.',
  'request.scope': 'A token with the scopes that the message lists.',
  'request.token-kind': "A user's token: an app's own, of client_credentials, may not call this operation.",
  'request.expectation': 'The header "Expect: 100-continue", or none.',
  'request.world':
    'A name of letters, digits, dots, underscores and hyphens, that begins with a letter or digit, at most 64.',
  'request.unknown-world':
    'The name of a world that GET /__mock/worlds lists, or this one once POST /__mock/worlds has made it.',
  'request.worlds': 'A world that is there already, or one after others are deleted.',
  'request.fault': 'One effect by its name, such as rate_limited or latency=2s, or as JSON; or no such header.',
  'request.stub': 'A shorter request, or a stub whose placeholders insert less of it.',
  'server.unavailable': 'The same call later.',
  'request.token': 'A header Authorization that has Bearer, a space and a token that passes here.',
  'request.syntax': 'JSON, with "Content-Type: application/json" and a Content-Length that counts bytes.',
  'request.closed-object': 'The same request without the properties that the message names.',
  'request.bookmark': 'The bookmark of the page before, as it was answered, with the same query.',
  'request.too-large': 'A body of at most --body-limit bytes.',
  'request.timeout': 'A request whose head and body come within a minute.',
  'control.snapshots': 'A snapshot of a name that is there already, or one after others are deleted.',
  'request.not-built': 'An operation that is implemented: see docs/reference/coverage.md.',
  'server.failed': 'Nothing: this is a defect of this server. The journal has the stack.',
  'server.unready': 'The same request, once the data directory is there again and can be written.',
  'server.storage': 'The same request, once there is room on the disk and the directory can be written.',
  'server.room':
    'The same request after something is deleted or the world is reset, or with a larger --world-limit or --worlds-limit.',
  'server.state':
    'The same request, once the file that the message names is put right, moved away, or its world is reset.',
  'ad_account.access': 'The id of an ad account of this world: GET /v5/ad_accounts lists them.',
}

/** Returns what would pass instead; for a missing entity, what ids exist. */
export function adviceOf(problem: string): string | undefined {
  const direct = advice[problem as ApiErrorName]
  if (direct !== undefined) return direct
  const missing = /^(\w+)\.(path|id)$/.exec(problem)?.[1]
  return (
    missing && `The id of a ${missing.replaceAll('_', ' ')} that exists in this world and belongs where the path says.`
  )
}
