/** What the frame of the document says of one server. */
export interface FrameOptions {
  /** The version of the API that the document describes. */
  readonly version: string
  /** Where clients reach the server; relative to the document when empty. */
  readonly publicUrl: string
  /** What is said of each tag, in the order in which they are shown. */
  readonly tags: readonly { readonly name: string; readonly description: string }[]
}

const scopes = {
  'user_accounts:read': 'Read the user, and what is popular with users',
  'boards:read': 'Read boards and their sections',
  'boards:write': 'Create, change and delete boards and their sections',
  'pins:read': 'Read Pins and videos',
  'pins:write': 'Create, change and delete Pins, and register videos',
  'ads:read': 'Read campaigns and all that belongs to them',
  'ads:write': 'Create and change campaigns and all that belongs to them',
}

const refusal = (description: string, example: { code: number; message: string; status?: string }) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' }, example } },
})

/** Refusals that every operation shares, by the name of their component. */
export const sharedResponses = {
  BadRequest: refusal('The request breaks the schema, or a rule that refuses whole requests. Nothing was stored.', {
    code: 1,
    message: "Parameter 'page_size' was not numeric (was ten)",
  }),
  Unauthorized: refusal('No token was sent, or one that may not do this.', {
    code: 2,
    message: 'Authentication failed.',
    status: 'failure',
  }),
  Forbidden: refusal('The ad account is not known, or you may not do this with it.', {
    code: 29,
    message: 'You are not permitted to access that resource.',
  }),
  NotFound: refusal('The ad account has nothing of this id.', {
    code: 1012,
    message: 'Request contains invalid gids: user 549755885170, method GetCampaignsByIds',
  }),
  TooManyRequests: refusal('Too many calls in a short time.', {
    code: 8,
    message: 'You have exceeded your rate limit. Try again later.',
  }),
  Unexpected: refusal('Anything else that went wrong.', {
    code: 12,
    message: 'Something went wrong on our end. Sorry about that.',
  }),
}

/** The document without its operations. */
export const documentFrame = ({ version, publicUrl, tags }: FrameOptions) => ({
  openapi: '3.0.3' as const,
  info: {
    title: 'pinterest-ads-mock',
    version,
    description: [
      'A local stand-in for the Pinterest Ads API v5. Not affiliated with Pinterest.',
      'Any bearer token passes unless the server is told otherwise; do not use a real one here.',
    ].join(' '),
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
  },
  servers: [{ url: `${publicUrl}/v5`, description: 'The default world. A world of its own: `/w/{name}/v5`.' }],
  tags,
  components: {
    securitySchemes: {
      any_token: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'Any text: unless told otherwise, this server takes every token.',
      },
      pinterest_oauth2: {
        type: 'oauth2' as const,
        description: 'What production wants: a token that an advertiser granted. Here any_token is enough.',
        flows: { authorizationCode: { authorizationUrl: '/oauth/', tokenUrl: '/v5/oauth/token', scopes } },
      },
      client_credentials: {
        type: 'oauth2' as const,
        description: "What production takes as well: a token for the app's own account. Here any_token is enough.",
        flows: { clientCredentials: { tokenUrl: '/v5/oauth/token', scopes } },
      },
      basic: {
        type: 'http' as const,
        scheme: 'basic',
        description: "An app's id and secret. Unless told otherwise, this server takes every app.",
      },
      conversion_token: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'What production takes for conversion events as well. Here any_token is enough.',
      },
    },
    responses: sharedResponses,
  },
})
