import Fastify, { type FastifyInstance } from 'fastify'

/** One OpenAPI document, and the page that shows it. */
export interface Documented {
  /** Where both are: the document at `/openapi.json` below it and the page at `/docs`. */
  readonly prefix: string
  /** Reads or makes the document. */
  readonly document: () => Promise<object>
}

/**
 * An application of its own that serves the document and its page. It is built on the first request for them: neither is
 * wanted by most runs.
 */
export async function documentsApp({ prefix, document }: Documented): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }, specification] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
    document(),
  ])
  const app = Fastify()
  await app.register(swagger, { mode: 'static', specification: { document: specification as never } })
  await app.register(swaggerUi, {
    routePrefix: `${prefix}/docs`,
    uiConfig: {
      persistAuthorization: true,
      docExpansion: 'list',
      displayRequestDuration: true,
      tryItOutEnabled: true,
      onComplete: authorizePage,
    },
  })
  const text = JSON.stringify(specification)
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  )
  await app.ready()
  return app
}

declare const ui: { preauthorizeApiKey(scheme: string, token: string): void }

/** Runs in the browser, as text in a script that has `ui` in scope. */
const authorizePage = (): void => ui.preauthorizeApiKey('any_token', 'local')
