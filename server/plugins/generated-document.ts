import Fastify, { type FastifyInstance } from 'fastify'

/** The sources of a generated document. */
export interface Described {
  /** Adds the operations that the document describes. */
  readonly describe: (app: FastifyInstance) => void | Promise<void>
  /** Loads the document's frame, and the function that completes the generated document. */
  readonly load: () => Promise<{
    readonly frame: object
    readonly complete?: (generated: object) => object
  }>
}

/** Generates the OpenAPI document of operations from their schemas. */
export async function generatedDocument({ describe, load }: Described): Promise<object> {
  const [{ default: swagger }, zodProvider, { frame, complete = asGenerated }] = await Promise.all([
    import('@fastify/swagger'),
    import('fastify-type-provider-zod'),
    load(),
  ])
  const app = Fastify()
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(swagger, {
    openapi: frame,
    transform: zodProvider.jsonSchemaTransform,
    transformObject: (document) => complete(zodProvider.jsonSchemaTransformObject(document)),
  })
  await app.register(async (api) => describe(api))
  await app.ready()
  return app.swagger()
}

const asGenerated = (generated: object): object => generated
