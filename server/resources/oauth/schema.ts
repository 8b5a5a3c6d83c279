import { z } from 'zod'

const scope = z.string().meta({ description: 'Separated by commas or spaces.', example: 'ads:read,user_accounts:read' })

const CodeRequest = z
  .object({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string().meta({ description: 'The one that the code was sent to.' }),
    continuous_refresh: z.string().optional().meta({ description: 'Every refresh token is continuous here.' }),
  })
  .meta({ id: 'OauthAccessTokenRequestCode', description: 'Exchanges a code.' })

const RefreshRequest = z
  .object({
    grant_type: z.literal('refresh_token'),
    refresh_token: z.string(),
    scope: scope.optional().meta({ description: 'Less than was granted; all of it when absent.' }),
  })
  .meta({ id: 'OauthAccessTokenRequestRefresh', description: 'Renews access.' })

const ClientRequest = z
  .object({ grant_type: z.literal('client_credentials'), scope })
  .meta({ id: 'OauthAccessTokenRequestClientCredentials', description: 'Access for the app itself.' })

/** What is exchanged for an access token. */
export const TokenRequest = z.discriminatedUnion('grant_type', [CodeRequest, RefreshRequest, ClientRequest]).meta({
  id: 'OauthAccessTokenRequest',
  description: 'What is exchanged for an access token.',
  example: { grant_type: 'client_credentials', scope: 'ads:read,user_accounts:read' },
})

const seconds = z.int().meta({ description: 'Seconds.' })

/** An access token, with what renews it unless it is the app's own. */
export const TokenReply = z
  .object({
    response_type: z.enum(['authorization_code', 'refresh_token', 'client_credentials']),
    access_token: z.string(),
    token_type: z.literal('bearer'),
    expires_in: seconds,
    scope: z.string().meta({ description: 'Separated by spaces.' }),
    refresh_token: z.string().optional(),
    refresh_token_expires_in: seconds.optional(),
    refresh_token_expires_at: z.int().optional().meta({ description: 'Unix seconds.' }),
  })
  .meta({ id: 'OauthAccessTokenResponse', description: 'An access token.' })

/** The token to revoke. */
export const RevocationRequest = z
  .object({
    token: z.string(),
    token_type_hint: z.enum(['access_token', 'refresh_token']).optional(),
  })
  .meta({
    id: 'TokenRevocationRequest',
    description: 'The token to revoke.',
    example: { token: 'pina_no-longer-wanted' },
  })

/** A token for conversions. */
export const ConversionTokenReply = z
  .object({ access_token: z.string(), token_type: z.literal('conversion') })
  .meta({ id: 'ConversionAccessTokenResponse', description: 'A token that sends conversions and does not expire.' })

/** What is exchanged for an access token. */
export type TokenRequest = z.output<typeof TokenRequest>
