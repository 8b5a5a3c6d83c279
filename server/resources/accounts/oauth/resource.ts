import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { noAccess } from '#server/domain/errors/protocol-errors.ts'
import { users } from '../users/resource.ts'

/** The errors of a grant, of its scopes and of a revocation. */
export const oauthErrors = namedErrors({
  'oauth.grant': {
    status: 401,
    code: 283,
    message: 'The authorization grant is invalid',
    evidence: 'observed',
    source: 'OLD',
    passes:
      'A code as it was given out, once, or a refresh token: in its time, by the same app and to the same redirect_uri.',
  },
  'oauth.scope': {
    status: 400,
    code: 1,
    message: 'Invalid request: scope',
    evidence: 'assumed',
    source: 'a decision of this project',
    passes: 'Scopes of the API with commas or spaces between them, such as ads:read,ads:write.',
  },
  'oauth.revoke': {
    status: 403,
    code: 29,
    message: noAccess,
    evidence: 'documented',
    source: 'S523 token/revoke; that it is for tokens of other apps is assumed',
    passes: 'A token that was given to the same app.',
  },
})

/** The OAuth resource: tokens and the consent page. */
export const oauth: Resource = {
  name: 'oauth',
  parents: [users],
  tags: { oauth: 'Access tokens. Authorization codes come from the consent page at `/oauth/` of this server.' },
  errors: oauthErrors,
  operations: {
    'oauth/token': {},
    'token/revoke': {},
    'oauth/conversion_token': {},
  },
  routes: async () => (await import('./routes.ts')).oauthRoutes,
}
