import Fastify, {
  type FastifyInstance,
  type FastifyPluginCallback,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import fp from 'fastify-plugin'
import { apiVersion } from './headers.ts'
import { operationsPlugin } from './operations.ts'

/** What the plugin needs: who adds the operations, and where the API is reached from outside. */
export interface DocsPluginOptions {
  readonly describe: (api: FastifyInstance) => void
  readonly publicUrl?: string | undefined
}

const plugin: FastifyPluginCallback<DocsPluginOptions> = (app, options, done) => {
  let documents: Promise<FastifyInstance> | undefined
  async function fromDocuments(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    documents ??= documentsApp(options)
    const { routing } = await documents
    reply.hijack()
    routing(request.raw, reply.raw)
  }
  app.addHook('onClose', async () => (await documents)?.close())
  for (const url of ['/openapi.json', '/docs', '/docs/*']) app.get(url, { schema: { hide: true } }, fromDocuments)
  done()
}

/**
 * Serves the OpenAPI document and Swagger UI. Both are built on the first request for them, in an application of their
 * own: the document of all operations takes longer to build than the server takes to start.
 */
export const docsPlugin = fp(plugin, { name: 'docs', fastify: '5.x' })

async function documentsApp({ describe, publicUrl = '' }: DocsPluginOptions): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }, zodProvider] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
    import('fastify-type-provider-zod'),
  ])
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(swagger, {
    openapi: documentFrame(publicUrl),
    transform: zodProvider.jsonSchemaTransform,
    transformObject: zodProvider.jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { persistAuthorization: true, docExpansion: 'list' },
  })
  await app.register(async (api) => {
    await api.register(operationsPlugin)
    describe(api)
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await app.ready()
  return app
}

const documentFrame = (publicUrl: string) => ({
  openapi: '3.0.3' as const,
  info: {
    title: 'pinterest-ads-mock',
    version: apiVersion,
    description: [
      'A local stand-in for the Pinterest Ads API v5. Not affiliated with Pinterest.',
      'Any bearer token passes; do not use a real one here.',
    ].join(' '),
  },
  servers: [{ url: `${publicUrl}/v5` }],
  components: {
    securitySchemes: {
      any_token: { type: 'http' as const, scheme: 'bearer', description: 'Any text: this server takes every token.' },
      pinterest_oauth2: {
        type: 'oauth2' as const,
        description: 'As in production: a token that an advertiser granted.',
        flows: { authorizationCode: { authorizationUrl: '/oauth/', tokenUrl: '/v5/oauth/token', scopes: oauthScopes } },
      },
      client_credentials: {
        type: 'oauth2' as const,
        description: "As in production: a token for the app's own account.",
        flows: { clientCredentials: { tokenUrl: '/v5/oauth/token', scopes: oauthScopes } },
      },
    },
  },
})

const oauthScopes = {
  'ads:read': 'Read campaigns and all that belongs to them',
  'ads:write': 'Create and change campaigns and all that belongs to them',
}
