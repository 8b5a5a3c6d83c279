import { z } from 'zod'

const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'] as const

/** The fields that each grant type requires (documented). */
const needed = {
  authorization_code: ['code', 'redirect_uri'],
  refresh_token: ['refresh_token'],
  client_credentials: ['scope'],
} as const

/** A token request: one flat object for all three grant types, as in version 5.28. */
export const TokenRequest = z
  .object({
    grant_type: z.enum(grantTypes),
    code: z.string().optional().meta({ description: 'Authorization code, with grant_type authorization_code.' }),
    redirect_uri: z.string().optional().meta({ description: 'Redirect URI to which the code was sent.' }),
    refresh_token: z.string().optional().meta({ description: 'Refresh token, with grant_type refresh_token.' }),
    scope: z.string().optional().meta({
      description:
        'Scopes separated by commas or spaces. Required with client_credentials. A refresh may request fewer scopes than were granted.',
      example: 'ads:read,user_accounts:read',
    }),
    continuous_refresh: z
      .string()
      .optional()
      .meta({ description: 'Accepted without effect: every refresh token is continuous.' }),
  })
  .superRefine((request, { addIssue }) => {
    for (const name of needed[request.grant_type]) {
      if (request[name] === undefined)
        addIssue({ code: 'custom', path: [name], message: `a value, for ${request.grant_type}` })
    }
  })
  .meta({
    id: 'OauthAccessTokenRequest',
    description: 'Request for an access token.',
    example: { grant_type: 'client_credentials', scope: 'ads:read,user_accounts:read' },
  })

const seconds = z.int().meta({ description: 'Duration in seconds.' })

/** An access token, with a refresh token unless it is the app's own. */
export const TokenReply = z
  .object({
    response_type: z.enum(grantTypes),
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: seconds,
    scope: z.string().meta({ description: 'Granted scopes, separated by spaces.' }),
    refresh_token: z.string().optional(),
    refresh_token_expires_in: seconds.optional(),
    refresh_token_expires_at: z.int().optional().meta({ description: 'Unix time in seconds.' }),
  })
  .meta({ id: 'OauthAccessTokenResponse', description: 'The access token.' })

/** The request body of a revocation. */
export const RevocationRequest = z
  .object({
    token: z.string(),
    token_type_hint: z.enum(['access_token', 'refresh_token']).optional(),
  })
  .meta({
    id: 'TokenRevocationRequest',
    description: 'Request to revoke a token.',
    example: { token: 'pina_no-longer-wanted' },
  })

/** The response with a conversion token. */
export const ConversionTokenReply = z
  .object({ access_token: z.string(), token_type: z.literal('conversion') })
  .meta({ id: 'ConversionAccessTokenResponse', description: 'A token for conversion events. It does not expire.' })

export type TokenRequest = z.output<typeof TokenRequest>
