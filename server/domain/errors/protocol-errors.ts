import type { Evidence } from '../rules/rule.ts'
import { controlErrors } from './control-errors.ts'
import type { ApiErrorEntry } from './entry.ts'

/** What the real service says of something that the caller may not use. */
export const noAccess = 'You are not permitted to access that resource.'

const notPermitted =
  'Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the correct set of scopes.'

/** What the real service says to an app that has trial access and creates a Pin. */
export const noTrialPins =
  'Apps with Trial access may not create Pins in production https://api.pinterest.com - use API Sandbox https://api-sandbox.pinterest.com instead.'

/**
 * The answers that refuse requests whatever they are about, by name; those of a resource are in its `resource.ts`.
 * Messages of 400s are completed with what was wrong.
 */
export const apiErrors = {
  'request.path': entry(404, 1, 'No operation of the API has this path', 'assumed', 'a decision of this project'),
  'request.method': entry(405, 5, 'Method not allowed', 'documented', 'S523 items_batch/get'),
  'request.sandbox-operation': entry(
    404,
    1,
    'The sandbox does not have this operation',
    'assumed',
    'a decision of this project; S523 and S528: x-sandbox for which operations it has',
  ),
  'request.trial-app': entry(403, 29, noTrialPins, 'observed', 'POSTIZ #1084'),
  'request.production': entry(400, 1, 'Invalid ad account id', 'documented', 'S523 sandbox/delete'),
  'request.token': entry(401, 2, 'Authentication failed.', 'observed', 'GEN; LOG23'),
  'request.rate-limit': entry(
    429,
    8,
    'This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits within a short time window.',
    'documented',
    'S523 responses 429',
  ),
  'request.client': entry(401, 2, 'Authentication failed.', 'assumed', 'a decision of this project'),
  'request.scope': entry(401, 3, notPermitted, 'observed', 'QUOTED, with the list of what is missing; S523'),
  'request.token-kind': entry(401, 3, notPermitted, 'assumed', 'a decision of this project'),
  'request.syntax': entry(400, 1, 'Invalid request: the body is not JSON', 'assumed', 'a decision of this project'),
  'request.schema': entry(
    400,
    1,
    'Invalid request',
    'documented',
    'S523 examples of code 1; observed for values of a query (C9, DUTCH)',
  ),
  'request.closed-object': entry(
    400,
    1,
    'Invalid request: Additional properties are not allowed',
    'observed',
    'WOOLOG #967; S523 and S528 for which objects are closed',
  ),
  'request.bookmark': entry(400, 1, 'Invalid request: bookmark', 'assumed', 'a decision of this project'),
  'request.expectation': entry(
    417,
    1,
    'The header Expect may be 100-continue, and nothing else',
    'assumed',
    'a decision of this project',
  ),
  'request.world': entry(400, 1, 'Invalid request: world', 'assumed', 'a decision of this project'),
  'request.unknown-world': entry(
    404,
    1,
    'This server has no world of this name',
    'assumed',
    'a decision of this project',
  ),
  'request.fault': entry(400, 1, 'Invalid request: x-mock-fault', 'assumed', 'a decision of this project'),
  'request.stub': entry(
    413,
    1,
    'The stub has no answer of a length that this server sends',
    'assumed',
    'a decision of this project',
  ),
  'request.worlds': entry(503, 1, 'This server has too many worlds', 'assumed', 'a decision of this project'),
  'request.timeout': entry(
    408,
    1,
    'The request did not come whole within the time that this server gives it',
    'assumed',
    'a decision of this project',
  ),
  'request.too-large': entry(
    413,
    1,
    'The body is larger than this server takes',
    'assumed',
    'a decision of this project',
  ),
  'request.not-built': entry(
    501,
    501,
    'This operation is documented, but not implemented here',
    'assumed',
    'a decision of this project',
  ),
  'server.failed': entry(500, 12, 'Something went wrong on our end. Sorry about that.', 'observed', 'QSI 85'),
  'server.storage': entry(
    507,
    12,
    'The data directory cannot be written, and nothing was stored',
    'assumed',
    'a decision of this project',
  ),
  'server.room': entry(
    507,
    12,
    'There is no room for it, and nothing was stored',
    'assumed',
    'a decision of this project',
  ),
  'server.unready': entry(
    503,
    12,
    'This server cannot answer from its worlds',
    'assumed',
    'a decision of this project',
  ),
  'server.state': entry(503, 12, 'What is stored cannot be used', 'assumed', 'a decision of this project'),
  'server.unavailable': entry(
    503,
    4197,
    'The endpoint has been ramped down and is currently not accepting any traffic.',
    'documented',
    'S523 events/create',
  ),
  'ad_account.access': entry(403, 29, noAccess, 'assumed', 'a decision of this project; 401 of catalogs: F89 (S523)'),
  ...controlErrors,
} as const satisfies Record<string, ApiErrorEntry>

function entry(status: number, code: number, message: string, evidence: Evidence, source: string): ApiErrorEntry {
  return { status, code, message, evidence, source }
}
