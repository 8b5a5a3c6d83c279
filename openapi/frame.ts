/** What the frame of the document says of one server. */
export interface FrameOptions {
  /** The version of the API that the document describes. */
  readonly version: string
  /** Where clients reach the server; relative to the document when empty. */
  readonly publicUrl: string
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
export const documentFrame = ({ version, publicUrl }: FrameOptions) => ({
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
  tags: [
    { name: 'ad_accounts', description: 'What everything else belongs to.' },
    { name: 'campaigns', description: 'An objective, a budget and a schedule.' },
    { name: 'ad_groups', description: 'Where, to whom and for what bid the ads of a campaign are shown.' },
    { name: 'ads', description: 'A Pin shown for money, and previews of it.' },
    { name: 'keywords', description: 'Searches that ads are shown on or kept from, and how popular searches are.' },
    { name: 'targeting_template', description: 'Targeting that is kept under a name.' },
    { name: 'product_group_promotions', description: 'Products of a catalog that an ad group shows.' },
    { name: 'order_lines', description: 'Budgets that were ordered, which campaigns are billed to. Read only.' },
    { name: 'audiences', description: 'People whom ad groups include or exclude.' },
    { name: 'customer_lists', description: 'People whom an advertiser knows, of whom audiences are made.' },
    {
      name: 'customer_list_uploads',
      description: 'Files of records for customer lists. Closed beta in the real service.',
    },
    { name: 'conversion_tags', description: 'What tells visits and purchases on a website.' },
    { name: 'conversion_events', description: 'Visits and purchases that an advertiser tells of.' },
    { name: 'labels', description: 'Names that group campaigns. Closed beta in the real service.' },
    { name: 'boards', description: 'What Pins are kept on, and their sections.' },
    { name: 'pins', description: 'Images and videos with words and a link: what ads are made of.' },
    { name: 'media', description: 'Videos, of which Pins are made.' },
    { name: 'user_account', description: 'The user who makes the call.' },
    { name: 'oauth', description: 'Tokens, for codes of the consent page at `/oauth/` of the server itself.' },
  ],
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
