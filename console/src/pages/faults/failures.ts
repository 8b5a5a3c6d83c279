import type { FaultEffect } from '../../../../server/library/generated/control.ts'

/** A failure that a person can choose, and its effect. */
export interface Failure {
  readonly title: string
  readonly effect: FaultEffect
}

/** Failures that need no further words, by the type of their effect. */
export const failures: Readonly<Record<string, Failure>> = {
  server_error: { title: '500: an error of the server', effect: { type: 'server_error' } },
  unavailable: { title: '503: unavailable', effect: { type: 'unavailable' } },
  rate_limited: { title: '429: too many calls', effect: { type: 'rate_limited', retry_after: 2 } },
  token_expired: { title: '401: the token has expired', effect: { type: 'token_expired' } },
  scope_missing: { title: '403: the token lacks a scope', effect: { type: 'scope_missing' } },
  not_permitted: { title: '403: not permitted', effect: { type: 'not_permitted' } },
  latency: { title: 'Answered two seconds late', effect: { type: 'latency', latency: '2s' } },
  hang: { title: 'Never answered', effect: { type: 'hang' } },
  reset: { title: 'The connection is reset', effect: { type: 'reset' } },
  answer_lost: { title: 'Carried out, and the response is lost', effect: { type: 'answer_lost' } },
  truncated: { title: 'The response is cut off', effect: { type: 'truncated' } },
  malformed: { title: 'The response is broken JSON', effect: { type: 'malformed' } },
}
