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
  'user_accounts:write': 'Change what the user follows, and the websites of the user',
  'boards:read': 'Read boards and their sections',
  'boards:read_secret': 'Read secret boards and their sections',
  'boards:write': 'Create, change and delete boards and their sections',
  'pins:read': 'Read Pins and videos',
  'pins:read_secret': 'Read Pins on secret boards',
  'pins:write': 'Create, change and delete Pins, and register videos',
  'ads:read': 'Read campaigns and all that belongs to them',
  'ads:write': 'Create and change campaigns and all that belongs to them',
  'billing:read': 'Read bills, and how they are paid',
  'billing:write': 'Change what is paid for',
  'biz_access:read': 'Read members, partners and assets of businesses',
  'biz_access:write': 'Change members, partners and assets of businesses',
  'catalogs:read': 'Read catalogs and all that belongs to them',
  'catalogs:write': 'Create, change and delete catalogs and all that belongs to them',
  'msot:write': 'Send events of other sources for measurement',
}

const refusal = (description: string, example: { code: number; message: string; status?: string }) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' }, example } },
})

/** Refusals that every operation shares, by the name of their component. */
export const sharedResponses = {
  BadRequest: refusal('The request violates the schema or a rule for whole requests. Nothing was stored.', {
    code: 1,
    message: "Parameter 'page_size' was not numeric (was ten)",
  }),
  Unauthorized: refusal('The token is missing, invalid, expired or lacks a scope.', {
    code: 2,
    message: 'Authentication failed.',
    status: 'failure',
  }),
  Forbidden: refusal('The ad account is unknown, or the caller has no permission for this operation.', {
    code: 29,
    message: 'You are not permitted to access that resource.',
  }),
  NotFound: refusal('No entity has this id.', {
    code: 1012,
    message: 'Request contains invalid gids: user 549755885170, method GetCampaignsByIds',
  }),
  TooManyRequests: refusal('The rate limit is exceeded.', {
    code: 8,
    message: 'You have exceeded your rate limit. Try again later.',
  }),
  Unexpected: refusal('Any other error.', {
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
      'A local mock of the Pinterest Ads API v5. Not affiliated with Pinterest.',
      'By default the server accepts any bearer token. Do not use a real one.',
    ].join(' '),
    contact: {
      name: 'pinterest-ads-mock',
      url: 'https://github.com/pinterest-ads-mock/pinterest-ads-mock/issues',
    },
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
  },
  servers: [
    { url: `${publicUrl}/v5`, description: 'A world: `/v5` is the default one, `/w/{name}/v5` the one of that name.' },
  ],
  tags,
  components: {
    securitySchemes: {
      any_token: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'Any text. With --auth open, the default, this server accepts every token.',
      },
      pinterest_oauth2: {
        type: 'oauth2' as const,
        description:
          'A token that a user granted on the consent page. Pinterest requires it. With --auth open, any_token suffices.',
        flows: { authorizationCode: { authorizationUrl: '/oauth/', tokenUrl: '/v5/oauth/token', scopes } },
      },
      client_credentials: {
        type: 'oauth2' as const,
        description:
          "A token of the app's own account. Pinterest accepts it too. With --auth open, any_token suffices.",
        flows: { clientCredentials: { tokenUrl: '/v5/oauth/token', scopes } },
      },
      basic: {
        type: 'http' as const,
        scheme: 'basic',
        description: "An app's id and secret. With --auth open, this server accepts every app.",
      },
      conversion_token: {
        type: 'http' as const,
        scheme: 'bearer',
        description:
          'A conversion token. Pinterest accepts it for conversion events. With --auth open, any_token suffices.',
      },
    },
    responses: sharedResponses,
  },
})
