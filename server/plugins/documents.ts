import Fastify, { type FastifyInstance } from 'fastify'

/** One OpenAPI document, and the page that shows it. */
export interface Documented {
  /** Where both are: the document at `/openapi.json` below it and the page at `/docs`. */
  readonly prefix: string
  /** Adds the operations that it describes. */
  readonly describe: (app: FastifyInstance) => void | Promise<void>
  /** Loads what makes the document: what it says beside its operations, and what is made of the generated one. */
  readonly load: () => Promise<{
    readonly frame: object
    readonly complete?: (generated: object) => object
  }>
}

/**
 * An application of its own that serves the document and its page. It is built on the first request for them: the
 * document of all operations takes longer to build than the server takes to start.
 */
export async function documentsApp({ prefix, describe, load }: Documented): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }, zodProvider, { frame, complete = asGenerated }] =
    await Promise.all([
      import('@fastify/swagger'),
      import('@fastify/swagger-ui'),
      import('fastify-type-provider-zod'),
      load(),
    ])
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(swagger, {
    openapi: frame,
    transform: zodProvider.jsonSchemaTransform,
    transformObject: (given) => complete(zodProvider.jsonSchemaTransformObject(given)),
  })
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
  await app.register(async (api) => describe(api))
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, () => app.swagger())
  await app.ready()
  return app
}

const asGenerated = (generated: object): object => generated

declare const ui: { preauthorizeApiKey(scheme: string, token: string): void }

/** Runs in the browser, as text in a script that has `ui` in scope. */
const authorizePage = (): void => ui.preauthorizeApiKey('any_token', 'local')
