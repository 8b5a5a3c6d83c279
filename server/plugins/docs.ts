import Fastify, {
  type FastifyInstance,
  type FastifyPluginCallback,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import fp from 'fastify-plugin'
import type { Description } from '../../openapi/description.ts'
import { idOf } from '../domain/ids.ts'
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
  const [{ default: swagger }, { default: swaggerUi }, zodProvider, { documentFrame }, { completed }] =
    await Promise.all([
      import('@fastify/swagger'),
      import('@fastify/swagger-ui'),
      import('fastify-type-provider-zod'),
      import('../../openapi/frame.ts'),
      import('../../openapi/document.ts'),
    ])
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(swagger, {
    openapi: documentFrame({ version: apiVersion, publicUrl }),
    transform: zodProvider.jsonSchemaTransform,
    transformObject: (given) => {
      const generated = zodProvider.jsonSchemaTransformObject(given) as unknown as Description
      return completed(generated, { examples: firstOfSeed }) as object
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      persistAuthorization: true,
      docExpansion: 'list',
      displayRequestDuration: true,
      tryItOutEnabled: true,
      onComplete: authorizePage,
    },
  })
  await app.register(async (api) => {
    await api.register(operationsPlugin)
    describe(api)
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await app.ready()
  return app
}

/** What stands in paths, as the built-in seed's first entity of each kind. */
const firstOfSeed: Readonly<Record<string, string>> = {
  ad_account_id: idOf('ad_account', 1),
  campaign_id: idOf('campaign', 1),
  ad_group_id: idOf('ad_group', 1),
  ad_id: idOf('ad', 1),
  label_id: idOf('label', 1),
  order_line_id: idOf('order_line', 1),
  product_group_promotion_id: idOf('product_group_promotion', 1),
  board_id: idOf('board', 1),
  section_id: idOf('board_section', 1),
  pin_id: idOf('pin', 1),
  media_id: idOf('media', 1),
  conversion_tag_id: idOf('conversion_tag', 1),
  customer_list_id: idOf('customer_list', 1),
  customer_list_upload_id: idOf('customer_list_upload', 1),
  audience_id: idOf('audience', 1),
  region: 'US',
  targeting_type: 'INTEREST',
  interest_id: '945391946569',
  trend_type: 'monthly',
}

declare const ui: { preauthorizeApiKey(scheme: string, token: string): void }

/** Runs in the browser, as text in a script that has `ui` in scope. */
const authorizePage = (): void => ui.preauthorizeApiKey('any_token', 'local')
