/** What the frame of the document says of one server. */
export interface FrameOptions {
  /** The version of the API that the document describes. */
  readonly version: string
  /** Where clients reach the server; relative to the document when empty. */
  readonly publicUrl: string
}

const scopes = {
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
  Unauthorized: refusal('No bearer token was sent.', {
    code: 2,
    message: 'Authentication failed.',
    status: 'failure',
  }),
  Forbidden: refusal('The ad account is not known, or not yours.', {
    code: 29,
    message: 'You are not permitted to access that resource.',
  }),
  NotFound: refusal('The ad account has nothing of this id.', { code: 2, message: 'Campaign not found.' }),
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
export const documentFrame = ({ version, publicUrl }: FrameOptions) => ({
  openapi: '3.0.3' as const,
  info: {
    title: 'pinterest-ads-mock',
    version,
    description: [
      'A local stand-in for the Pinterest Ads API v5. Not affiliated with Pinterest.',
      'Any bearer token passes; do not use a real one here.',
    ].join(' '),
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
  },
  servers: [{ url: `${publicUrl}/v5`, description: 'The default world. A world of its own: `/w/{name}/v5`.' }],
  tags: [
    { name: 'ad_accounts', description: 'What everything else belongs to.' },
    { name: 'campaigns', description: 'An objective, a budget and a schedule.' },
    { name: 'ad_groups', description: 'Where, to whom and for what bid the ads of a campaign are shown.' },
    { name: 'labels', description: 'Names that group campaigns. Closed beta in the real service.' },
  ],
  components: {
    securitySchemes: {
      any_token: { type: 'http' as const, scheme: 'bearer', description: 'Any text: this server takes every token.' },
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
    },
    responses: sharedResponses,
  },
})
