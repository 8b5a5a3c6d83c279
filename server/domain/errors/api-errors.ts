import type { Evidence, ViolatedPart } from '../rules/rule.ts'
import { controlErrors } from './control-errors.ts'
import type { ApiErrorEntry } from './entry.ts'

export type { ApiErrorEntry } from './entry.ts'

const notPermitted =
  'Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the correct set of scopes.'

/** Every such answer by name. Messages of 400s are completed with what was wrong. */
export const apiErrors = {
  'request.path': entry(404, 1, 'No operation of the API has this path', 'assumed', 'a decision of this project'),
  'request.method': entry(405, 5, 'Method not allowed', 'documented', 'S523 items_batch/get'),
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
  'oauth.grant': entry(401, 283, 'The authorization grant is invalid', 'observed', 'OLD'),
  'oauth.scope': entry(400, 1, 'Invalid request: scope', 'assumed', 'a decision of this project'),
  'oauth.revoke': entry(
    403,
    29,
    'You are not permitted to access that resource.',
    'documented',
    'S523 token/revoke; that it is for tokens of other apps is assumed',
  ),
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
  'request.fault': entry(400, 1, 'Invalid request: x-mock-fault', 'assumed', 'a decision of this project'),
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
    'This operation is documented, but not built here',
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
  'ad_account.access': entry(
    403,
    29,
    'You are not permitted to access that resource.',
    'assumed',
    'a decision of this project',
  ),
  'sandbox.ad_account': entry(400, 1, 'Invalid ad account id', 'documented', 'S523 sandbox/delete'),
  'campaign.path': entry(404, 1012, invalidGids('GetCampaignsByIds'), 'observed', 'C1 (LOG23)'),
  'ad_group.path': entry(404, 1012, invalidGids('GetAdGroupsByIds'), 'assumed', 'C1: as campaigns and ads answer'),
  'ad.path': entry(404, 1012, invalidGids('GetPinPromotionsByIds'), 'observed', 'C1 (LOG23)'),
  'order_line.path': entry(404, 2, 'Order line not found.', 'assumed', 'a decision of this project'),
  'product_group_promotion.path': entry(
    404,
    2,
    'Product group promotion not found.',
    'assumed',
    'a decision of this project',
  ),
  ...controlErrors,
  'user.id': entry(404, 30, 'User not found.', 'documented', 'S523; that a caller can be unknown is assumed'),
  'label.path': entry(404, 2, 'Label not found.', 'assumed', 'a decision of this project'),
  'board.path': entry(404, 40, 'Board not found.', 'observed', 'LOG23; S523 for the text'),
  'board.access': entry(
    403,
    29,
    'You are not permitted to access that resource.',
    'observed',
    'QUOTED of pins/create on a board of somebody else; S523 pins/save; of other changes of such a board it is assumed',
  ),
  'board_section.path': entry(404, 2031, "Sorry! We couldn't find this board section.", 'documented', 'S523 pins/save'),
  'pin.path': entry(404, 50, 'Pin not found.', 'documented', 'S523 pins/save'),
  'pin.access': entry(
    403,
    29,
    'You are not permitted to access that resource.',
    'documented',
    'S523 pins/save; of changing and deleting a Pin of somebody else it is assumed',
  ),
  'media.path': entry(404, 2, 'Media not found.', 'assumed', 'a decision of this project'),
  'targeting_template.id': entry(404, 2, 'Targeting template not found.', 'assumed', 'a decision of this project'),
  'interest.path': entry(404, 2, 'Interest not found.', 'assumed', 'a decision of this project'),
  'audience.path': entry(404, 2, 'Audience not found.', 'documented', 'S523 audiences/get; the code is assumed'),
  'customer_list.path': entry(404, 2, 'Customer list not found.', 'assumed', 'a decision of this project'),
  'customer_list_upload.path': entry(
    404,
    2,
    'Customer list upload not found.',
    'assumed',
    'a decision of this project',
  ),
  'conversion_tag.path': entry(404, 2, 'Conversion tag not found.', 'assumed', 'a decision of this project'),
} as const satisfies Record<string, ApiErrorEntry>

/** The name of a problem, which stands in `x-mock-rules` as a rule's id does. */
export type ApiErrorName = keyof typeof apiErrors

function entry(status: number, code: number, message: string, evidence: Evidence, source: string): ApiErrorEntry {
  return { status, code, message, evidence, source }
}

function invalidGids(method: string): string {
  return `Request contains invalid gids: user {caller_id}, method ${method}`
}

/** What a problem says beyond its entry. */
export interface ApiErrorDetails {
  /** Completes the message, after a colon. */
  readonly detail?: string
  /** Stands in place of the message, where the real service words it by case. */
  readonly message?: string
  /** The id of the user who calls, for messages that name it. */
  readonly callerId?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The fields that were refused, for who asks why. */
  readonly parts?: readonly ViolatedPart[]
}

/** Thrown anywhere to answer with that problem. */
export class ApiError extends Error {
  readonly problem: ApiErrorName
  readonly headers: Readonly<Record<string, string>>
  readonly parts: readonly ViolatedPart[] | undefined

  constructor(problem: ApiErrorName, { detail, message, callerId, headers = {}, parts }: ApiErrorDetails = {}) {
    const wording = message ?? apiErrors[problem].message
    const standing = callerId === undefined ? wording : wording.replace('{caller_id}', callerId)
    super(cut(detail === undefined ? standing : `${standing}: ${detail}`))
    this.problem = problem
    this.headers = headers
    this.parts = parts
  }
}

/** Letters of a message: what was sent may be quoted in it, and is as long as it is. */
const longest = 10_000

const cut = (message: string): string => (message.length <= longest ? message : `${message.slice(0, longest)}…`)
